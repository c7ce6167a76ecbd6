import { wrap } from 'comlink';
import type { DataApi } from '../../workers/data.api';
import type { Control } from '../base/control';
import { AppError } from '../base/errors';
import { refuseCancelled, type CallOptions } from './call-options';
import { RemoteWorker } from './remote-worker';
import type { WorkerHost } from './worker-link';

/**
 * The one data worker, started when first needed. It owns the rows, so it is never ended for a call's sake; should the
 * browser end it, the next call finds a new and empty one.
 */
export class DataClient {
  readonly #host: WorkerHost;
  #worker: Promise<RemoteWorker<DataApi>> | null = null;

  constructor(host: WorkerHost) {
    this.#host = host;
  }

  async call<T>(options: CallOptions, invoke: (api: DataApi, control: Control) => Promise<T>): Promise<T> {
    refuseCancelled(options);
    const worker = await this.start();
    return await worker.call(options, invoke);
  }

  async start(): Promise<RemoteWorker<DataApi>> {
    const current = await this.#worker?.catch(() => null);
    if (current?.isAlive === true) return current;
    const started = this.#startOne();
    this.#worker = started;
    return await started;
  }

  dispose(): void {
    void this.#worker?.then((worker) => worker.terminate());
  }

  async #startOne(): Promise<RemoteWorker<DataApi>> {
    const link = await this.#host.start('data');
    const api: DataApi = wrap<DataApi>(link.endpoint);
    return new RemoteWorker(
      link,
      api,
      (fault) => new AppError('internal.unexpected', `The data worker ended: ${fault}`, { fault }),
    );
  }
}
