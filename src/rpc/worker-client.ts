import { AppError } from '../base/errors';
import { awaitDeath, isHello } from './life-lock';
import type { WorkerFault, WorkerKind, WorkerLink } from './worker-link';

/**
 * Starts a thread and watches it: by its lock, and by the events that some failures send. Resolves when it holds its
 * lock, so that no call can be lost with it unseen.
 *
 * @throws internal.unexpected when its script does not run
 */
export function startWorker(kind: WorkerKind, scriptUrl: string, type: WorkerType): Promise<WorkerLink> {
  const name = `clientele ${kind} ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const worker = new Worker(scriptUrl, { type, name });
  const watch = new AbortController();
  let listener: (fault: WorkerFault) => void = () => undefined;
  const fail = (fault: WorkerFault): void => {
    if (watch.signal.aborted) return;
    watch.abort();
    listener(fault);
  };
  const link: WorkerLink = {
    endpoint: worker,
    terminate: () => {
      watch.abort();
      worker.terminate();
    },
    onfault: (given) => (listener = given),
  };
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isHello(data)) return;
      if (data.holdsLock) awaitDeath(name, watch.signal, () => fail('killed'));
      resolve(link);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new AppError('internal.unexpected', `The ${kind} worker did not start: ${message}`, { kind }));
      fail('broken');
    });
    worker.addEventListener('messageerror', () => fail('broken'));
  });
}
