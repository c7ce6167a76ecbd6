import type { SampleOptions } from '../../sample-data/model/sample-bank';
import type { DatasetInfo } from '../dataset/dataset-info';
import type { ParametersOf, ResultOf, TaskId } from '../features/tasks';
import type { ImportDraft } from '../ingest/import-draft';
import type { ImportReport } from '../ingest/import-report';
import type { MappingFile } from '../model/mapping';
import type { CallOptions } from './call-options';

export type { CallOptions };

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
  readonly run: <K extends TaskId>(
    id: K,
    parameters: ParametersOf<K>,
    options?: CallOptions,
  ) => Promise<ResultOf<K>>;
  /** @throws ingest.stopped when the browser ended the worker, and whatever reading refuses */
  readonly inspect: (
    files: readonly File[],
    given: MappingFile | null,
    options?: CallOptions,
  ) => Promise<ImportDraft>;
  readonly read: (
    files: readonly File[],
    mapping: MappingFile | null,
    options?: CallOptions,
  ) => Promise<PendingImport>;
  readonly openSample: (sample: SampleOptions, options?: CallOptions) => Promise<DatasetInfo>;
  readonly openProject: (file: File, options?: CallOptions) => Promise<DatasetInfo>;
  readonly saveProject: (options?: CallOptions) => Promise<Blob>;
  readonly sql: (text: string, options?: CallOptions) => Promise<SqlResult>;
  /** Writes the database and opens it, so that the first query need not: work for an idle moment. */
  readonly prepareDatabase: (options?: CallOptions) => Promise<void>;
  /** Brings the scripts of the workers and SQLite into memory: nothing is requested after it. */
  readonly preload: () => Promise<void>;
  readonly dispose: () => void;
};

export type SqlResult = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null | Uint8Array)[])[];
};
