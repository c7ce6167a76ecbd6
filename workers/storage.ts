import type { Control } from '../src/base/control';
import { AppError } from '../src/base/errors';
import type { Dataset } from '../src/dataset/dataset';
import type { ByteSource } from '../src/ingest/byte-source';

export type SqlValue = string | number | null | Uint8Array;

export type SqlResult = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
};

/** A database that answers and cannot be changed. */
export type SqlDatabase = {
  /** @throws database.query-failed, database.read-only */
  readonly query: (text: string) => SqlResult;
  readonly close: () => void;
};

/** What the workers keep data in: SQLite for questions, project files for another day. */
export type Storage = {
  /** @param sqlite SQLite as WebAssembly; null where its library finds it by itself */
  readonly openDatabase: (
    dataset: Dataset,
    sqlite: ArrayBuffer | null,
    control: Control,
  ) => Promise<SqlDatabase>;
  readonly writeProject: (dataset: Dataset, control: Control) => Promise<Uint8Array<ArrayBuffer>>;
  /** @throws storage.not-a-project, storage.damaged-project, storage.newer-project */
  readonly readProject: (source: ByteSource, control: Control) => Promise<Dataset>;
};

const refuse = (): Promise<never> =>
  Promise.reject(new AppError('internal.unexpected', 'Storage is not part of this build'));

export const storage: Storage = { openDatabase: refuse, writeProject: refuse, readProject: refuse };
