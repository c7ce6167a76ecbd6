import { transfer } from 'comlink';
import type { SampleOptions } from '../sample-data/model/sample-bank';
import { makeSampleDataset } from '../sample-data/model/sample-dataset';
import { localDay } from '../src/base/calendar-day';
import type { Control } from '../src/base/control';
import { AppError, toAppError } from '../src/base/errors';
import { openDatabase } from '../src/database/open-database';
import type { Dataset } from '../src/dataset/dataset';
import { describeDataset, type DatasetInfo } from '../src/dataset/dataset-info';
import { blobSource, type ByteSource } from '../src/ingest/byte-source';
import type { FormatReaders } from '../src/ingest/formats/format-reader';
import { readersWith } from '../src/ingest/formats/format-readers';
import { openFile } from '../src/ingest/formats/open-file';
import type { ImportDraft } from '../src/ingest/import-draft';
import { draftImport, importFiles } from '../src/ingest/import-files';
import type { ImportReport } from '../src/ingest/import-report';
import type { MappingFile } from '../src/model/mapping';
import { sendParcel } from '../src/rpc/parcel';
import { refuseForMemory } from './out-of-memory';
import type { Storage } from './storage';

/** A file as it crosses to the worker: a handle and its name, no bytes. What came out of another file knows its origin. */
export type NamedBlob = { readonly name: string; readonly blob: Blob } & Pick<
  ByteSource,
  'table' | 'container'
>;

/** What was found in a file, or why nothing was. */
export type OpenedFile = {
  readonly files: readonly NamedBlob[];
  readonly failure: ImportDraft['failures'][number] | null;
};

/** What was read, without a row of it. */
export type ReadSummary = {
  readonly info: DatasetInfo;
  readonly report: ImportReport;
  readonly mapping: MappingFile;
};

export type ImportApi = {
  /**
   * Takes tables and files out of workbooks, databases, documents and archives; text stays as it is.
   *
   * @param sqlite SQLite as WebAssembly; null where its library finds it by itself
   */
  readonly open: (
    files: readonly NamedBlob[],
    sqlite: ArrayBuffer | null,
    control: Control,
  ) => Promise<readonly OpenedFile[]>;
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

const sourceOf = ({ name, blob, ...origin }: NamedBlob): ByteSource => ({
  ...blobSource(name, blob),
  ...origin,
});
const sourcesOf = (files: readonly NamedBlob[]): ByteSource[] => files.map(sourceOf);

async function openBlob(file: NamedBlob, readers: FormatReaders, control: Control): Promise<OpenedFile> {
  try {
    const source = sourceOf(file);
    const found = await openFile(source, readers, control);
    const isItself = found.length === 1 && found[0] === source;
    const files = isItself ? [file] : await Promise.all(found.map(blobOf));
    return { files, failure: null };
  } catch (error) {
    const { code, message, details } = toAppError(error);
    if (code === 'task.cancelled' || code.startsWith('internal.')) throw error;
    return { files: [], failure: { name: file.name, code, message, details } };
  }
}

/** The bytes as a handle: they live outside of the threads and cross without being copied. */
async function blobOf({ name, byteLength, slice, ...origin }: ByteSource): Promise<NamedBlob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const step = 1 << 22;
  for (let at = 0; at < byteLength; at += step) {
    parts.push((await slice(at, at + step)) as Uint8Array<ArrayBuffer>);
  }
  return { name, blob: new Blob(parts), ...origin };
}

/** The work of one import, in a thread of its own that ends with it. */
export function createImportApi(storage: Pick<Storage, 'readProject'>): ImportApi {
  let kept: Dataset | null = null;
  const keep = (dataset: Dataset): DatasetInfo => {
    kept = dataset;
    return describeDataset(dataset);
  };
  return {
    open: (files, sqlite, control) =>
      refuseForMemory(
        (async () => {
          const readers = readersWith((image) => openDatabase(image, sqlite ?? undefined));
          const opened: OpenedFile[] = [];
          for (const [index, file] of files.entries()) {
            await control.yield(index, files.length, 'open');
            opened.push(await openBlob(file, readers, control));
          }
          return opened;
        })(),
      ),
    inspect: (files, given, control) => refuseForMemory(draftImport(sourcesOf(files), control, given)),
    read: (files, mapping, control) =>
      refuseForMemory(
        importFiles(sourcesOf(files), mapping, { today: localDay(new Date()) }, control).then((result) => ({
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
