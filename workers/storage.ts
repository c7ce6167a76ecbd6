import type { Control } from '../src/base/control';
import { AppError } from '../src/base/errors';
import type { Dataset } from '../src/dataset/dataset';
import type { ByteSource } from '../src/ingest/byte-source';

/** What the workers keep data in for another day: project files. */
export type Storage = {
  readonly writeProject: (dataset: Dataset, control: Control) => Promise<Uint8Array<ArrayBuffer>>;
  /** @throws storage.not-a-project, storage.damaged-project, storage.newer-project */
  readonly readProject: (source: ByteSource, control: Control) => Promise<Dataset>;
};

const refuse = (): Promise<never> =>
  Promise.reject(new AppError('internal.unexpected', 'Storage is not part of this build'));

export const storage: Storage = { writeProject: refuse, readProject: refuse };
