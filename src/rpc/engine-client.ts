import { transfer } from 'comlink';
import type { SampleOptions } from '../../sample-data/model/sample-bank';
import type { ComputeCalls, QueryCalls } from '../../workers/calls';
import type { NamedBlob, OpenedFile } from '../../workers/import.api';
import { AppError } from '../base/errors';
import type { DatasetInfo } from '../dataset/dataset-info';
import type { Repair } from '../dataset/repair';
import type { ParametersOf, ResultOf, TaskId } from '../features/tasks';
import type { ImportDraft } from '../ingest/import-draft';
import type { ImportReport } from '../ingest/import-report';
import type { MappingFile } from '../model/mapping';
import { refuseCancelled, type CallOptions } from './call-options';
import { computeWorkers, isComputeFault } from './compute-client';
import { DataClient } from './data-client';
import { ImportClient, type ImportWorker } from './import-client';
import { SqlClient } from './sql-client';
import { SharedRuns } from './shared-runs';
import { installTransferHandlers } from './transfer-handlers';
import { browserHost } from './worker-assets';
import type { WorkerHost } from './worker-link';

export type { SqlAnswer, SqlFile, SqlView } from '../../workers/sql.api';
export type { CallOptions, NamedBlob, OpenedFile };

/** Files read in full and waiting in their import worker; what is loaded stays until they are committed. */
export type PendingImport = {
  readonly info: DatasetInfo;
  readonly report: ImportReport;
  readonly mapping: MappingFile;
  /** Takes the place of what is loaded, in one step; once only. */
  readonly commit: (options?: CallOptions) => Promise<DatasetInfo>;
  readonly discard: () => void;
};

/**
 * What the page can ask of the workers. Every call may be cancelled and then rejects with `task.cancelled`; what is
 * loaded changes only when `commit`, `openSample` or `openProject` resolves.
 */
export type EngineClient = {
  /** Equal questions at the same time are computed once. */
  readonly run: <K extends TaskId>(
    id: K,
    parameters: ParametersOf<K>,
    options?: CallOptions,
  ) => Promise<ResultOf<K>>;
  /**
   * Takes tables and files out of workbooks, databases, documents and archives; text stays as it is.
   *
   * @throws ingest.stopped when the browser ended the worker; why a file could not be opened stands beside it
   */
  readonly open: (files: readonly NamedBlob[], options?: CallOptions) => Promise<readonly OpenedFile[]>;
  /** @throws ingest.stopped when the browser ended the worker, and whatever reading refuses */
  readonly inspect: (
    files: readonly NamedBlob[],
    given: MappingFile | null,
    options?: CallOptions,
  ) => Promise<ImportDraft>;
  readonly read: (
    files: readonly NamedBlob[],
    mapping: MappingFile | null,
    options?: CallOptions,
  ) => Promise<PendingImport>;
  readonly openSample: (sample: SampleOptions, options?: CallOptions) => Promise<DatasetInfo>;
  readonly openProject: (file: File, options?: CallOptions) => Promise<DatasetInfo>;
  /** Puts one thing right in what is loaded. */
  readonly repair: (
    repair: Repair,
    options?: CallOptions,
  ) => Promise<{ readonly info: DatasetInfo; readonly rows: number }>;
  /** Takes the last repair back. */
  readonly undoRepair: (options?: CallOptions) => Promise<DatasetInfo>;
  readonly saveProject: (options?: CallOptions) => Promise<Blob>;
  /** Questions in SQL, answered from a copy of the data in a thread of its own. */
  readonly sql: SqlClient;
  /** Brings the scripts of the workers and SQLite into memory: nothing is requested after it. */
  readonly preload: () => Promise<void>;
  readonly dispose: () => void;
};

/** @param host where workers come from: the browser, or ports in a test */
export function createEngine(host: WorkerHost = browserHost()): EngineClient {
  installTransferHandlers();
  const data = new DataClient(host);
  const imports = new ImportClient(host);
  const compute = computeWorkers(host);
  const sql = new SqlClient(host, data);
  const shared = new SharedRuns();

  /** What an import worker has read takes the place of what is loaded. From here on there is no way back. */
  const load = async (worker: ImportWorker): Promise<DatasetInfo> => {
    try {
      const parcel = await worker.call({}, (api) => api.sendDataset());
      return await data.call({}, (api) => api.load(transfer(parcel, [parcel])));
    } finally {
      shared.forget();
      imports.end(worker);
    }
  };

  const runOnce = async <K extends TaskId>(
    id: K,
    parameters: ParametersOf<K>,
    options: CallOptions,
  ): Promise<ResultOf<K>> => {
    const answer = await data.call(options, (api: QueryCalls, control) => api[id](parameters, control));
    if ('result' in answer) return answer.result;
    const { input, load } = answer;
    const { result, published } = await compute.call(options, (api: ComputeCalls, control) =>
      api[id](transfer(input, [input]), parameters, control),
    );
    if (published) await data.call({}, (api) => api.publish(transfer(published, [published]), load));
    return result;
  };

  return {
    run: (id, parameters, options = {}) =>
      shared.join(JSON.stringify([id, parameters]), options, async (runOptions) => {
        try {
          return await runOnce(id, parameters, runOptions);
        } catch (error) {
          if (!isComputeFault(error)) throw error;
          return await runOnce(id, parameters, runOptions);
        }
      }),
    open: async (files, options = {}) => {
      const sqlite = await host.sqliteBinary();
      return await imports.callOnce(options, (api, control) => api.open(files, sqlite, control));
    },
    inspect: (files, given, options = {}) =>
      imports.callOnce(options, (api, control) => api.inspect(files, given, control)),
    read: async (files, mapping, options = {}) => {
      const { result, worker } = await imports.callAndKeep(options, (api, control) =>
        api.read(files, mapping, control),
      );
      let isWaiting = true;
      return {
        ...result,
        commit: async (commitOptions = {}) => {
          refuseCancelled(commitOptions);
          if (!isWaiting) throw new AppError('internal.unexpected', 'The import is no longer waiting');
          isWaiting = false;
          return await load(worker);
        },
        discard: () => {
          isWaiting = false;
          imports.end(worker);
        },
      };
    },
    openSample: async (sample, options = {}) => {
      void data.start().catch(() => undefined);
      const { worker } = await imports.callAndKeep(options, (api, control) =>
        api.makeSample(sample, control),
      );
      return await load(worker);
    },
    openProject: async (file, options = {}) => {
      const { worker } = await imports.callAndKeep(options, (api, control) =>
        api.openProject({ name: file.name, blob: file }, control),
      );
      return await load(worker);
    },
    repair: async (repair, options = {}) => {
      const answer = await data.call(options, (api, control) => api.repair(repair, control));
      shared.forget();
      return answer;
    },
    undoRepair: async (options = {}) => {
      const info = await data.call(options, (api, control) => api.undoRepair(control));
      shared.forget();
      return info;
    },
    saveProject: (options = {}) => data.call(options, (api, control) => api.exportProject(control)),
    sql,
    preload: () => host.preload(),
    dispose: () => {
      imports.dispose();
      compute.dispose();
      sql.close();
      data.dispose();
      host.dispose();
    },
  };
}
