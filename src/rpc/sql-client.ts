import { transfer, wrap } from 'comlink';
import type { SqlAnswer, SqlApi, SqlFile, SqlView } from '../../workers/sql.api';
import { AppError } from '../base/errors';
import { refuseCancelled, type CallOptions } from './call-options';
import type { DataClient } from './data-client';
import { RemoteWorker } from './remote-worker';
import type { WorkerHost } from './worker-link';

type SqlOptions = CallOptions & {
  /** Whether identifying values are masked in the copy that answers. */
  readonly isMasked: boolean;
};

/** A worker with a copy of the data. */
type Copy = {
  readonly worker: RemoteWorker<SqlApi>;
  readonly edition: number;
  readonly isMasked: boolean;
  readonly views: readonly SqlView[];
};

/**
 * The worker for questions in SQL. SQLite can neither be interrupted nor say how far it is, so a call that is cancelled
 * takes the worker with it, and the next one starts another with a fresh copy of the data. One call at a time.
 */
export class SqlClient {
  readonly #host: WorkerHost;
  readonly #data: DataClient;
  #copy: Copy | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: WorkerHost, data: DataClient) {
    this.#host = host;
    this.#data = data;
  }

  /** Copies the data if need be, and says what can be asked. */
  open(options: SqlOptions): Promise<readonly SqlView[]> {
    return this.#turn(async () => (await this.#upToDate(options)).views);
  }

  /** The first rows of an answer. */
  query(text: string, options: SqlOptions): Promise<SqlAnswer> {
    return this.#call(options, (api) => api.query(text));
  }

  /** How many rows an answer has; null where that cannot be told. */
  count(text: string, options: SqlOptions): Promise<number | null> {
    return this.#call(options, (api) => api.count(text));
  }

  csv(text: string, options: SqlOptions): Promise<SqlFile> {
    return this.#call(options, (api) => api.csv(text));
  }

  /** Frees the copy. */
  close(): void {
    this.#copy?.worker.terminate();
    this.#copy = null;
  }

  #call<T>(options: SqlOptions, invoke: (api: SqlApi) => Promise<T>): Promise<T> {
    return this.#turn(async () => {
      const { worker } = await this.#upToDate(options);
      return await this.#ask(worker, options, invoke);
    });
  }

  async #turn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(job);
    this.#last = turn.catch(() => undefined);
    return await turn;
  }

  async #upToDate(options: SqlOptions): Promise<Copy> {
    refuseCancelled(options);
    const { isMasked } = options;
    const held = this.#copy?.worker.isAlive === true ? this.#copy : null;
    const known = held?.isMasked === isMasked ? held.edition : null;
    const sent = await this.#data.call(options, (api, control) => api.sendImage(known, isMasked, control));
    if (held && sent === null) return held;
    if (sent === null) throw new AppError('internal.unexpected', 'The data worker sent no database');
    const [worker, sqlite] = await Promise.all([held?.worker ?? this.#start(), this.#host.sqliteBinary()]);
    const { image, edition } = sent;
    const views = await this.#ask(worker, options, (api) => api.open(transfer(image, [image]), sqlite));
    this.#copy = { worker, edition, isMasked, views };
    return this.#copy;
  }

  async #ask<T>(
    worker: RemoteWorker<SqlApi>,
    options: SqlOptions,
    invoke: (api: SqlApi) => Promise<T>,
  ): Promise<T> {
    try {
      return await worker.call(options, invoke);
    } catch (error) {
      if (options.signal?.aborted === true) worker.terminate();
      throw error;
    }
  }

  async #start(): Promise<RemoteWorker<SqlApi>> {
    const link = await this.#host.start('sql');
    const api: SqlApi = wrap<SqlApi>(link.endpoint);
    return new RemoteWorker(
      link,
      api,
      (fault) => new AppError('database.stopped', `The SQL worker ended: ${fault}`, { fault }),
    );
  }
}
