import { wrap } from 'comlink';
import type { ImportApi } from '../../workers/import.api';
import type { Control } from '../base/control';
import { AppError } from '../base/errors';
import { refuseCancelled, type CallOptions } from './call-options';
import { RemoteWorker } from './remote-worker';
import type { WorkerHost } from './worker-link';

export type ImportWorker = RemoteWorker<ImportApi>;

/** One worker per import: it ends with it, and all its memory with it. */
export class ImportClient {
  readonly #host: WorkerHost;
  readonly #workers = new Set<ImportWorker>();

  constructor(host: WorkerHost) {
    this.#host = host;
  }

  /** One call in a worker of its own. When it is cancelled or fails, the worker ends at once. */
  async callOnce<T>(
    options: CallOptions,
    invoke: (api: ImportApi, control: Control) => Promise<T>,
  ): Promise<T> {
    const { result, worker } = await this.callAndKeep(options, invoke);
    this.end(worker);
    return result;
  }

  /** The same, but the worker goes on with what it has read until {@link end}. */
  async callAndKeep<T>(
    options: CallOptions,
    invoke: (api: ImportApi, control: Control) => Promise<T>,
  ): Promise<{ result: T; worker: ImportWorker }> {
    refuseCancelled(options);
    const worker = await this.#start();
    try {
      return { result: await worker.call(options, invoke), worker };
    } catch (error) {
      this.end(worker);
      throw error;
    }
  }

  end(worker: ImportWorker): void {
    worker.terminate();
    this.#workers.delete(worker);
  }

  dispose(): void {
    for (const worker of this.#workers) this.end(worker);
  }

  async #start(): Promise<ImportWorker> {
    const link = await this.#host.start('import');
    const api: ImportApi = wrap<ImportApi>(link.endpoint);
    const worker = new RemoteWorker(
      link,
      api,
      (fault) =>
        new AppError('ingest.stopped', `The import worker ended: ${fault}`, { cause: 'worker-lost', fault }),
    );
    this.#workers.add(worker);
    return worker;
  }
}
