import { awaitDeath, isHello } from './life-lock';
import type { WorkerFault, WorkerKind, WorkerLink } from './worker-link';

/** Starts a thread and watches it: by its lock, and by the events that some failures send. */
export function startWorker(kind: WorkerKind, scriptUrl: string, type: WorkerType): WorkerLink {
  const name = `clientele ${kind} ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const worker = new Worker(scriptUrl, { type, name });
  const watch = new AbortController();
  let listener: (fault: WorkerFault) => void = () => undefined;
  let hasStarted = false;
  const fail = (fault: WorkerFault): void => {
    if (watch.signal.aborted) return;
    watch.abort();
    listener(fault);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHello(data)) return;
    hasStarted = true;
    if (data.holdsLock) awaitDeath(name, watch.signal, () => fail('killed'));
  });
  worker.addEventListener('error', () => fail(hasStarted ? 'broken' : 'not-started'));
  worker.addEventListener('messageerror', () => fail('broken'));
  return {
    endpoint: worker,
    terminate: () => {
      watch.abort();
      worker.terminate();
    },
    onfault: (given) => (listener = given),
  };
}
