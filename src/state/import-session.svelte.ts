import type { Progress } from '../base/control';
import { toAppError, type AppError } from '../base/errors';
import { stableJson } from '../dataset/summary-key';
import { withColumn, type MappedDialect, type MappedFile, type MappingFile } from '../model/mapping';
import { parseMappingFile } from '../project/mapping-file';
import type { DatasetStore } from './dataset-store.svelte';
import type {
  CallOptions,
  DraftColumn,
  DraftFile,
  EngineClient,
  ImportDraft,
  ImportReport,
  NamedBlob,
  PendingImport,
  Question,
} from './engine';

export type ImportStatus = 'idle' | 'inspecting' | 'drafted' | 'reading' | 'read' | 'loading' | 'loaded';

export type ImportFailure = ImportDraft['failures'][number];

/** A file on its way in: as it was chosen, or one of the tables or files that were found in it. */
export type ChosenFile = NamedBlob & {
  readonly size: number;
  /** Tells files apart that were chosen: name, size and time. */
  readonly identity: string;
  readonly isOpened: boolean;
  /** Why nothing could be taken out of it. */
  readonly failure: ImportFailure | null;
};

export type ImportHost = {
  readonly engine: Pick<EngineClient, 'open' | 'inspect' | 'read'>;
  readonly dataset: Pick<DatasetStore, 'openImported' | 'error'>;
  /** Milliseconds, for how long reading and loading took. */
  readonly now: () => number;
};

const emptyDraft: ImportDraft = {
  files: [],
  failures: [],
  questions: [],
  links: [],
  unlocks: [],
  mapping: { version: 1, files: [], links: [] },
};

/**
 * Files on their way in: chosen, looked at, matched, read, loaded. It outlives the page of the wizard, because files may
 * be dropped anywhere; what is loaded stays until `load` succeeds.
 */
export class ImportSession {
  readonly #host: ImportHost;
  #files = $state.raw<readonly ChosenFile[]>([]);
  #status = $state<ImportStatus>('idle');
  #draft = $state.raw<ImportDraft | null>(null);
  /** What the reader or a mapping file settled; null = everything as proposed. */
  #given = $state.raw<MappingFile | null>(null);
  /** The proposals before anything was settled, by file: what a column's evidence is taken from. */
  #first = $state.raw<ReadonlyMap<string, DraftFile>>(new Map());
  #touched = $state.raw<ReadonlySet<string>>(new Set());
  #progress = $state.raw<Progress | null>(null);
  #error = $state.raw<AppError | null>(null);
  #pending = $state.raw<PendingImport | null>(null);
  #report = $state.raw<ImportReport | null>(null);
  #mapping = $state.raw<MappingFile | null>(null);
  /** Everything that was asked about these files, also what is answered. */
  #asked = $state.raw<readonly Question[]>([]);
  #isFresh = $state(false);
  #milliseconds = $state(0);
  #hasNoCustomers = $state(false);
  #abort: AbortController | null = null;

  constructor(host: ImportHost) {
    this.#host = host;
  }

  get files(): readonly ChosenFile[] {
    return this.#files;
  }

  get status(): ImportStatus {
    return this.#status;
  }

  get draft(): ImportDraft | null {
    return this.#draft;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  get error(): AppError | null {
    return this.#error;
  }

  get pending(): PendingImport | null {
    return this.#pending;
  }

  /** Of the files read last, also after they were loaded. */
  get report(): ImportReport | null {
    return this.#report;
  }

  /** The mapping of the files read last, complete. */
  get mapping(): MappingFile | null {
    return this.#mapping ?? this.#draft?.mapping ?? null;
  }

  /** What reading and loading took; looking at what was read does not count. */
  get seconds(): number {
    return this.#milliseconds / 1000;
  }

  /** Whether there is something that leaving would lose. */
  get isOpen(): boolean {
    return this.#files.length > 0 && this.#status !== 'loaded';
  }

  /** Nothing to ask, nothing to doubt, nothing missing: the wizard may go to the check at once. */
  get isConfident(): boolean {
    const draft = this.#draft;
    if (!draft || !this.canRead || draft.failures.length > 0) return false;
    return draft.files.every(
      (file) =>
        file.inspection.confidence >= 0.9 &&
        file.columns.every(({ band, field }) => field === null || band === 'matched'),
    );
  }

  /** Questions about these files in the order in which they came up, also those that are answered. */
  get asked(): readonly Question[] {
    return this.#asked;
  }

  /** Files were added to an empty list and nobody has looked at what was found: the wizard may skip what is clear. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  markSeen(): void {
    this.#isFresh = false;
  }

  /** Whether some column says who the customers are: without it nothing can be linked. */
  get knowsCustomers(): boolean {
    return (this.#draft?.files ?? []).some(
      (file) => file.isCanonical && file.columns.some(({ field }) => field === 'customer_id'),
    );
  }

  /** Whether the reader said that no column names customers: files that fit no table are then tables of their own. */
  get isWithoutCustomers(): boolean {
    const files = this.#draft?.files ?? [];
    return this.#hasNoCustomers && files.every((file) => !file.isCanonical);
  }

  keepWithoutCustomers(): void {
    this.#hasNoCustomers = true;
  }

  /** Whether the files can be read as they are matched now. */
  get canRead(): boolean {
    const draft = this.#draft;
    return (
      draft !== null &&
      draft.files.length > 0 &&
      draft.questions.length === 0 &&
      (this.knowsCustomers || this.isWithoutCustomers) &&
      draft.files.every((file) => file.missing.length === 0)
    );
  }

  /** A column as proposed before the reader changed anything else in its file; what the reader settled is `given`. */
  proposal(file: DraftFile, column: DraftColumn): DraftColumn {
    if (this.#touched.has(touchOf(file.name, column.column))) return column;
    const first = this.#first.get(file.name)?.columns.find((one) => one.column === column.column);
    if (!first || first.field !== column.field) return column;
    const { confidence, evidence, band } = first;
    return { ...column, confidence, evidence, band };
  }

  /** Adds files and looks at all of them. Returns the names of those that were there already. */
  add(files: readonly File[]): readonly string[] {
    if (this.#status === 'loaded') this.clear();
    const known = new Set(this.#files.map(({ identity }) => identity));
    const isKnown = (file: File) => known.has(identityOf(file));
    const added = files.filter((file) => !isKnown(file));
    if (added.length > 0) {
      this.#isFresh ||= this.#files.length === 0;
      this.#files = added.map(chosenFile).reduce(withFreeName, this.#files);
      void this.#inspect();
    }
    return files.filter(isKnown).map(({ name }) => name);
  }

  remove(name: string): void {
    this.#files = this.#files.filter((file) => file.name !== name);
    if (this.#files.length === 0) this.clear();
    else void this.#inspect();
  }

  /** Gives a column of a file a field, keeps it under its own name (`undefined`) or leaves it out (`null`). */
  setColumn(fileName: string, column: string, field: string | null | undefined): Promise<void> {
    return this.#edit(fileName, [column], (mapping, index) => withColumn(mapping, index, column, field));
  }

  setDateFormat(fileName: string, column: string, format: string): Promise<void> {
    return this.#edit(fileName, [column], (mapping, index) => {
      const file = this.#draft?.files[index];
      const dates = (file?.columns ?? []).flatMap((one) =>
        one.dateFormat === undefined ? [] : [[one.column, one.dateFormat] as const],
      );
      return withFile(mapping, index, { dates: { ...Object.fromEntries(dates), [column]: format } });
    });
  }

  setUnit(fileName: string, column: string, unit: NonNullable<DraftColumn['unit']>): Promise<void> {
    return this.#edit(fileName, [column], (mapping, index) => {
      const file = this.#draft?.files[index];
      const units = (file?.columns ?? []).flatMap((one) =>
        one.unit === undefined ? [] : [[one.column, one.unit] as const],
      );
      return withFile(mapping, index, { unit: { ...Object.fromEntries(units), [column]: unit } });
    });
  }

  /** Says what a file writes for a code. */
  setValue(fileName: string, field: string, text: string, code: string): Promise<void> {
    return this.#edit(fileName, [], (mapping, index) => {
      const values = mapping.files[index]?.values ?? {};
      return withFile(mapping, index, { values: { ...values, [field]: { ...values[field], [text]: code } } });
    });
  }

  /** Takes a file for another table; its columns are proposed anew. */
  setTable(fileName: string, table: string): Promise<void> {
    this.#forgetFile(fileName);
    return this.#edit(fileName, [], (mapping, index) =>
      withoutColumns(withFile(mapping, index, { table }), index),
    );
  }

  /** Cuts a file in another way; its columns are proposed anew. This may also help one that could not be read. */
  setDialect(fileName: string, dialect: MappedDialect): Promise<void> {
    this.#forgetFile(fileName);
    if (this.#draft?.failures.some(({ name }) => name === fileName)) return this.#repair(fileName, dialect);
    return this.#edit(fileName, [], (mapping, index) => {
      const settled = { ...mapping.files[index]?.dialect, ...dialect };
      return withoutColumns(withFile(mapping, index, { match: { name: fileName }, dialect: settled }), index);
    });
  }

  /**
   * Takes over a mapping file.
   *
   * @throws ingest.bad-mapping
   */
  useMapping(text: string): Promise<void> {
    this.#given = parseMappingFile(text);
    this.#first = new Map();
    this.#touched = new Set();
    return this.#inspect();
  }

  /** The same look once more, after a failure. */
  retry(): Promise<void> {
    return this.#inspect();
  }

  /** Reads the files in full; they wait until they are loaded. */
  async read(): Promise<boolean> {
    const draft = this.#draft;
    if (!draft || !this.canRead) return false;
    const failed = new Set(draft.failures.map(({ name }) => name));
    const files = this.#files.filter(({ name }) => !failed.has(name));
    this.#discard();
    const startedAt = this.#host.now();
    return this.#call('reading', 'drafted', async (options) => {
      const pending = await this.#host.engine.read(files.map(blobOf), draft.mapping, options);
      return () => {
        this.#milliseconds = this.#host.now() - startedAt;
        this.#pending = pending;
        this.#report = pending.report;
        this.#mapping = pending.mapping;
        this.#status = 'read';
      };
    });
  }

  /** The files that were read take the place of what is open. What was read is given away: after a failure it is read again. */
  async load(): Promise<boolean> {
    const pending = this.#pending;
    if (!pending) return false;
    this.#pending = null;
    this.#status = 'loading';
    this.#error = null;
    const startedAt = this.#host.now();
    const isLoaded = await this.#host.dataset.openImported(pending);
    this.#milliseconds += this.#host.now() - startedAt;
    this.#error = isLoaded ? null : this.#host.dataset.error;
    this.#status = isLoaded ? 'loaded' : 'drafted';
    return isLoaded;
  }

  /** Stops what is running; the files stay on the list. */
  stop(): void {
    this.#abort?.abort();
  }

  /** Forgets the files; what is loaded is not touched. */
  clear(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#discard();
    this.#files = [];
    this.#draft = null;
    this.#given = null;
    this.#first = new Map();
    this.#touched = new Set();
    this.#error = null;
    this.#progress = null;
    this.#report = null;
    this.#mapping = null;
    this.#asked = [];
    this.#isFresh = false;
    this.#hasNoCustomers = false;
    this.#status = 'idle';
  }

  async #edit(
    fileName: string,
    columns: readonly string[],
    change: (mapping: MappingFile, index: number) => MappingFile,
  ): Promise<void> {
    const draft = this.#draft;
    const index = draft?.files.findIndex((file) => file.name === fileName) ?? -1;
    if (!draft || index < 0) return;
    this.#touched = new Set([...this.#touched, ...columns.map((column) => touchOf(fileName, column))]);
    const named = withFile(draft.mapping, index, { match: { name: fileName } });
    this.#given = change(named, index);
    await this.#inspect();
  }

  /** Nothing is known yet of a file that could not be read but how it shall be cut. */
  async #repair(fileName: string, dialect: MappedDialect): Promise<void> {
    const settled = this.#draft?.mapping ?? emptyDraft.mapping;
    const entry: MappedFile = { match: { name: fileName }, table: '', dialect, columns: {} };
    this.#given = { ...settled, files: [...settled.files, entry] };
    await this.#inspect();
  }

  async #inspect(): Promise<void> {
    this.#discard();
    const files = this.#files;
    const given = this.#given;
    await this.#call('inspecting', this.#draft ? 'drafted' : 'idle', async (options) => {
      const opened = await this.#open(files, options);
      const draft = await this.#look(opened, given, options);
      return () => {
        this.#files = opened;
        const kept = [...this.#first].filter(([name]) => opened.some((file) => file.name === name));
        const fresh = draft.files.filter(({ name }) => !this.#first.has(name));
        this.#first = new Map([...kept, ...fresh.map((file) => [file.name, file] as const)]);
        this.#draft = draft;
        this.#asked = mergedQuestions(this.#asked, draft);
        this.#status = 'drafted';
      };
    });
  }

  /** What was chosen since the last look, with what was found in it in its place. */
  async #open(files: readonly ChosenFile[], options: CallOptions): Promise<readonly ChosenFile[]> {
    const closed = files.filter(({ isOpened }) => !isOpened);
    if (closed.length === 0) return files;
    const opened = await this.#host.engine.open(closed.map(blobOf), options);
    const found = new Map(closed.map((file, index) => [file, opened[index]]));
    return files
      .flatMap((file): readonly ChosenFile[] => {
        const { files: inside = [], failure = null } = found.get(file) ?? {};
        if (inside.length === 0) return [{ ...file, isOpened: true, failure }];
        const sizeOf = ({ blob }: NamedBlob) => (inside.length === 1 ? file.size : blob.size);
        return inside.map((one) => ({ ...file, ...one, size: sizeOf(one), isOpened: true }));
      })
      .reduce<readonly ChosenFile[]>(withFreeName, []);
  }

  /** The reason why the only file cannot be looked at stands beside it, like those of several. */
  async #look(
    chosen: readonly ChosenFile[],
    given: MappingFile | null,
    options: CallOptions,
  ): Promise<ImportDraft> {
    const failures = chosen.flatMap(({ failure }) => failure ?? []);
    const files = chosen.filter(({ failure }) => failure === null);
    if (files.length === 0) return { ...emptyDraft, failures };
    try {
      const draft = await this.#host.engine.inspect(files.map(blobOf), given, options);
      return { ...draft, failures: [...failures, ...draft.failures] };
    } catch (cause) {
      const { code, message, details } = toAppError(cause);
      const [only] = files;
      const isAboutFile =
        code.startsWith('ingest.') && code !== 'ingest.stopped' && code !== 'ingest.bad-mapping';
      if (!only || files.length > 1 || !isAboutFile) throw cause;
      return { ...emptyDraft, failures: [...failures, { name: only.name, code, message, details }] };
    }
  }

  async #call(
    running: ImportStatus,
    otherwise: ImportStatus,
    work: (options: CallOptions) => Promise<() => void>,
  ): Promise<boolean> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#status = running;
    this.#error = null;
    this.#progress = null;
    try {
      const finish = await work({
        signal: abort.signal,
        onprogress: (progress) => {
          if (this.#abort === abort) this.#progress = progress;
        },
      });
      if (this.#abort !== abort) return false;
      finish();
      return true;
    } catch (cause) {
      if (this.#abort !== abort) return false;
      const error = toAppError(cause);
      this.#error = error.code === 'task.cancelled' ? null : error;
      this.#status = otherwise;
      return false;
    } finally {
      if (this.#abort === abort) {
        this.#abort = null;
        this.#progress = null;
      }
    }
  }

  #forgetFile(fileName: string): void {
    this.#first = new Map([...this.#first].filter(([name]) => name !== fileName));
    this.#asked = this.#asked.filter(({ file }) => file !== fileName);
    this.#touched = new Set([...this.#touched].filter((key) => !key.startsWith(`${fileName}\n`)));
  }

  #discard(): void {
    this.#pending?.discard();
    this.#pending = null;
  }
}

/** Questions that came up before, of files that are still there, and new ones behind them. */
function mergedQuestions(
  before: readonly Question[],
  { files, questions }: ImportDraft,
): readonly Question[] {
  const kept = before.filter(({ file }) => files.some(({ name }) => name === file));
  return [...kept, ...questions.filter(({ id }) => !kept.some((one) => one.id === id))];
}

const touchOf = (file: string, column: string): string => `${file}\n${column}`;

function withFile(mapping: MappingFile, index: number, part: Partial<MappedFile>): MappingFile {
  const files = mapping.files.map((file, at) => (at === index ? { ...file, ...part } : file));
  return { ...mapping, files };
}

/** The entry without what its columns are: they are proposed again. */
function withoutColumns(mapping: MappingFile, index: number): MappingFile {
  const files = mapping.files.map((file, at): MappedFile => {
    if (at !== index) return file;
    const { match, table, dialect } = file;
    return { match, table, columns: {}, ...(dialect ? { dialect } : {}) };
  });
  return { ...mapping, files };
}

const identityOf = ({ name, size, lastModified }: File): string => stableJson([name, size, lastModified]);

const chosenFile = (file: File): ChosenFile => ({
  name: file.name,
  blob: file,
  size: file.size,
  identity: identityOf(file),
  isOpened: false,
  failure: null,
});

/** What the engine needs to know of a file. */
const blobOf = ({ name, blob, table, container }: ChosenFile): NamedBlob => ({
  name,
  blob,
  ...(table ? { table } : {}),
  ...(container ? { container } : {}),
});

/** Files are told apart by name: a second one of the same name gets a number. */
function withFreeName(others: readonly ChosenFile[], file: ChosenFile): readonly ChosenFile[] {
  const isTaken = (name: string) => others.some((other) => other.name === name);
  if (!isTaken(file.name)) return [...others, file];
  const [, stem = file.name, ending = ''] = /^(.*?)(\.[^./]*)?$/.exec(file.name) ?? [];
  let number = 2;
  while (isTaken(`${stem} (${number})${ending}`)) number += 1;
  return [...others, { ...file, name: `${stem} (${number})${ending}` }];
}
