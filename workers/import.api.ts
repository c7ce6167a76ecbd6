import { transfer } from 'comlink';
import type { SampleOptions } from '../sample-data/model/sample-bank';
import { makeSampleDataset } from '../sample-data/model/sample-dataset';
import type { Control } from '../src/base/control';
import { AppError } from '../src/base/errors';
import type { Dataset } from '../src/dataset/dataset';
import { describeDataset, type DatasetInfo } from '../src/dataset/dataset-info';
import { blobSource, type ByteSource } from '../src/ingest/byte-source';
import type { ImportDraft } from '../src/ingest/import-draft';
import { draftImport, importFiles } from '../src/ingest/import-files';
import type { ImportReport } from '../src/ingest/import-report';
import type { MappingFile } from '../src/model/mapping';
import { sendParcel } from '../src/rpc/parcel';
import { refuseForMemory } from './out-of-memory';
import type { Storage } from './storage';

/** A file as it crosses to the worker: a handle and its name, no bytes. */
export type NamedBlob = { readonly name: string; readonly blob: Blob };

/** What was read, without a row of it. */
export type ReadSummary = {
  readonly info: DatasetInfo;
  readonly report: ImportReport;
  readonly mapping: MappingFile;
};

export type ImportApi = {
  /** Looks at samples of the files and proposes what they mean. */
  readonly inspect: (
    files: readonly NamedBlob[],
    given: MappingFile | null,
    control: Control,
  ) => Promise<ImportDraft>;
  /** Reads all rows and keeps them until they are sent. */
  readonly read: (
    files: readonly NamedBlob[],
    mapping: MappingFile | null,
    control: Control,
  ) => Promise<ReadSummary>;
  /** Makes the sample bank and keeps it until it is sent. */
  readonly makeSample: (options: SampleOptions, control: Control) => Promise<DatasetInfo>;
  /** Reads a project file and keeps its data until they are sent. */
  readonly openProject: (file: NamedBlob, control: Control) => Promise<DatasetInfo>;
  /** Gives the dataset away: nothing of it stays. */
  readonly sendDataset: () => Promise<MessagePort>;
};

const sourcesOf = (files: readonly NamedBlob[]): ByteSource[] =>
  files.map(({ name, blob }) => blobSource(name, blob));

/** The work of one import, in a thread of its own that ends with it. */
export function createImportApi(storage: Pick<Storage, 'readProject'>): ImportApi {
  let kept: Dataset | null = null;
  const keep = (dataset: Dataset): DatasetInfo => {
    kept = dataset;
    return describeDataset(dataset);
  };
  return {
    inspect: (files, given, control) => refuseForMemory(draftImport(sourcesOf(files), control, given)),
    read: (files, mapping, control) =>
      refuseForMemory(
        importFiles(sourcesOf(files), mapping, {}, control).then((result) => ({
          info: keep(result.dataset),
          report: result.report,
          mapping: result.mapping,
        })),
      ),
    makeSample: (options, control) => refuseForMemory(makeSampleDataset(options, control).then(keep)),
    openProject: ({ name, blob }, control) =>
      refuseForMemory(storage.readProject(blobSource(name, blob), control).then(keep)),
    sendDataset: () => {
      if (kept === null) throw new AppError('internal.unexpected', 'No dataset waits in the import worker');
      const parcel = sendParcel(kept);
      kept = null;
      return Promise.resolve(transfer(parcel, [parcel]));
    },
  };
}
