import { wrap } from 'comlink';
import type { ComputeApi } from '../../workers/compute.api';
import { AppError } from '../base/errors';
import { ComputePool } from './compute-pool';
import { RemoteWorker } from './remote-worker';
import type { WorkerHost } from './worker-link';

/** As many as leave one core to the page, four at most. */
export function computeWorkers(host: WorkerHost): ComputePool<ComputeApi> {
  const size = Math.max(1, Math.min(4, host.cores - 1));
  return new ComputePool(size, async () => {
    const link = await host.start('compute');
    const api: ComputeApi = wrap<ComputeApi>(link.endpoint);
    return new RemoteWorker(
      link,
      api,
      (fault) =>
        new AppError('internal.unexpected', `A compute worker ended: ${fault}`, { fault, worker: 'compute' }),
    );
  });
}

/** Whether a call failed because its worker died, not because of what it computed. */
export function isComputeFault(error: unknown): boolean {
  return error instanceof AppError && error.details['worker'] === 'compute';
}
