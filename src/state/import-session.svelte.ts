import type { Progress } from '../base/control';
import { toAppError, type AppError } from '../base/errors';
import {
  mappedFileFor,
  withColumn,
  type AmountSign,
  type EditStep,
  type MappedDialect,
  type MappedFile,
  type MappingFile,
} from '../model/mapping';
import { blobOf, chosenFile, identityOf, withFreeName, type ChosenFile } from './chosen-file';
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
import { ImportMemory } from './import-memory.svelte';
import {
  keepsColumns,
  withDateFormat,
  withDialect,
  withFile,
  withoutColumns,
  withUnit,
  withValue,
} from './mapping-edits';
import type { MappingTemplate, MappingTemplates } from './mapping-templates.svelte';

export type ImportStatus = 'idle' | 'inspecting' | 'drafted' | 'reading' | 'read' | 'loading' | 'loaded';

/** What the open data were read by, until others are opened. */
export type OpenedImport = {
  /** Of the data set, and of the report. */
  readonly id: string;
  readonly files: readonly DraftFile[];
  readonly mapping: MappingFile;
  readonly report: ImportReport;
  readonly seconds: number;
};

export type ImportHost = {
  readonly engine: Pick<EngineClient, 'open' | 'inspect' | 'read'>;
  readonly dataset: Pick<DatasetStore, 'openImported' | 'error'>;
  readonly templates: Pick<MappingTemplates, 'find' | 'entryFor' | 'remember'>;
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
  readonly #memory = new ImportMemory();
  #files = $state.raw<readonly ChosenFile[]>([]);
  #status = $state<ImportStatus>('idle');
  #draft = $state.raw<ImportDraft | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state.raw<AppError | null>(null);
  #pending = $state.raw<PendingImport | null>(null);
  #report = $state.raw<ImportReport | null>(null);
  #mapping = $state.raw<MappingFile | null>(null);
  #opened = $state.raw<OpenedImport | null>(null);
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

  /** The import that was loaded last, also while further files are on their way in. */
  get opened(): OpenedImport | null {
    return this.#opened;
  }

  /** Whether the files that were loaded last are still at hand: their mapping can be changed. */
  get canReopen(): boolean {
    return this.#status === 'loaded' && this.#files.length > 0;
  }

  /** Back into the wizard with the files that were loaded last. */
  reopen(): boolean {
    if (!this.canReopen) return false;
    this.#status = 'drafted';
    return true;
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
        file.columns.every(
          ({ band, field, unitDoubt }) => field === null || (band === 'matched' && unitDoubt === undefined),
        ),
    );
  }

  /** Questions about these files in the order in which they came up, also those that are answered. */
  get asked(): readonly Question[] {
    return this.#memory.asked;
  }

  /** Files were added to an empty list and nobody has looked at what was found: the wizard may skip what is clear. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** The remembered mapping by which a file is matched, until the reader wants the proposals instead. */
  recalled(fileName: string): MappingTemplate | null {
    return this.#memory.recalled(fileName);
  }

  /** Steps that can be taken back, the last one last. */
  get steps(): readonly EditStep[] {
    return this.#memory.steps;
  }

  /** Takes the last step back. Whether there was one. */
  async undo(): Promise<boolean> {
    if (!this.#memory.undo()) return false;
    await this.#inspect();
    return true;
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
    return this.#memory.proposal(file, column);
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
    this.#memory.remove(name);
    if (this.#files.length === 0) this.clear();
    else void this.#inspect();
  }

  /** Gives a column of a file a field, keeps it under its own name (`undefined`) or leaves it out (`null`). */
  setColumn(fileName: string, column: string, field: string | null | undefined): Promise<void> {
    return this.#edit({ kind: 'column', file: fileName, about: column }, [column], (mapping, index) =>
      withColumn(mapping, index, column, field),
    );
  }

  setDateFormat(fileName: string, column: string, format: string): Promise<void> {
    return this.#edit({ kind: 'dates', file: fileName, about: column }, [column], (mapping, index) =>
      withDateFormat(mapping, index, this.#draft?.files[index], column, format),
    );
  }

  /** In what unit columns of money are written. */
  setUnit(
    fileName: string,
    columns: readonly string[],
    unit: NonNullable<DraftColumn['unit']>,
  ): Promise<void> {
    const about = columns.length === 1 ? (columns[0] ?? '') : '';
    return this.#edit({ kind: 'unit', file: fileName, about }, columns, (mapping, index) =>
      withUnit(mapping, index, this.#draft?.files[index], columns, unit),
    );
  }

  /** What the sign of amounts means. */
  setSign(fileName: string, sign: AmountSign): Promise<void> {
    return this.#edit({ kind: 'sign', file: fileName, about: '' }, [], (mapping, index) =>
      withFile(mapping, index, { sign }),
    );
  }

  /** Which of several rows with one id counts. */
  setRepeated(fileName: string, repeated: 'first' | 'last'): Promise<void> {
    return this.#edit({ kind: 'repeated', file: fileName, about: '' }, [], (mapping, index) =>
      withFile(mapping, index, { repeated }),
    );
  }

  /** A file as the first look found it, before a remembered mapping or the reader said otherwise. */
  firstLook(fileName: string): DraftFile | null {
    return this.#memory.look(fileName);
  }

  /** Says what a file writes for a code. */
  setValue(fileName: string, field: string, text: string, code: string): Promise<void> {
    return this.#edit({ kind: 'value', file: fileName, about: text }, [], (mapping, index) =>
      withValue(mapping, index, field, text, code),
    );
  }

  /** Takes a file for another table; its columns are proposed anew. */
  setTable(fileName: string, table: string): Promise<void> {
    const change = (mapping: MappingFile, index: number) =>
      withoutColumns(withFile(mapping, index, { table }), index);
    return this.#edit({ kind: 'table', file: fileName, about: '' }, null, change);
  }

  /** Cuts a file in another way; its columns are proposed anew. This may also help one that could not be read. */
  setDialect(fileName: string, dialect: MappedDialect): Promise<void> {
    if (this.#draft?.failures.some(({ name }) => name === fileName)) return this.#repair(fileName, dialect);
    const columns = keepsColumns(dialect) ? [] : null;
    return this.#edit({ kind: 'dialect', file: fileName, about: '' }, columns, (mapping, index) =>
      withDialect(mapping, index, fileName, dialect),
    );
  }

  /** Lets go of the remembered mapping of a file, and of what was settled since: it is proposed anew. */
  useProposals(fileName: string): Promise<void> {
    return this.#edit({ kind: 'proposals', file: fileName, about: '' }, null, (mapping, index) => ({
      ...mapping,
      files: mapping.files.filter((_, at) => at !== index),
    }));
  }

  /**
   * Takes over a mapping file.
   *
   * @throws ingest.bad-mapping
   */
  async useMapping(text: string): Promise<void> {
    const { parseMappingFile } = await import('../project/mapping-file');
    this.#memory.replace(parseMappingFile(text));
    await this.#inspect();
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
    const { mapping, report, info } = pending;
    const startedAt = this.#host.now();
    const isLoaded = await this.#host.dataset.openImported(pending);
    this.#milliseconds += this.#host.now() - startedAt;
    this.#error = isLoaded ? null : this.#host.dataset.error;
    this.#status = isLoaded ? 'loaded' : 'drafted';
    if (!isLoaded) return false;
    const { seconds } = this;
    this.#opened = { id: info.id, files: this.#shownFiles(), mapping, report, seconds };
    await this.#remember(mapping);
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
    this.#memory.clear();
    this.#error = null;
    this.#progress = null;
    this.#report = null;
    this.#mapping = null;
    this.#isFresh = false;
    this.#hasNoCustomers = false;
    this.#status = 'idle';
  }

  /** Files as they are matched, each column with its first evidence. */
  #shownFiles(): readonly DraftFile[] {
    return (this.#draft?.files ?? []).map((file) => ({
      ...file,
      columns: file.columns.map((column) => this.proposal(file, column)),
    }));
  }

  /** @param columns the columns that it is about; null: what was known of the file counts no longer */
  async #edit(
    step: EditStep,
    columns: readonly string[] | null,
    change: (mapping: MappingFile, index: number) => MappingFile,
  ): Promise<void> {
    const draft = this.#draft;
    const index = draft?.files.findIndex((file) => file.name === step.file) ?? -1;
    if (!draft || index < 0) return;
    const named = withFile(draft.mapping, index, { match: matchOf(draft.files[index], step.file) });
    this.#memory.settle(step, change(named, index), columns);
    await this.#inspect();
  }

  /** Nothing is known yet of a file that could not be read but how it shall be cut. */
  async #repair(fileName: string, dialect: MappedDialect): Promise<void> {
    const settled = this.#draft?.mapping ?? emptyDraft.mapping;
    const entry: MappedFile = { match: { name: fileName }, table: '', dialect, columns: {} };
    const given = { ...settled, files: [...settled.files, entry] };
    this.#memory.settle({ kind: 'dialect', file: fileName, about: '' }, given, null);
    await this.#inspect();
  }

  async #inspect(): Promise<void> {
    this.#discard();
    const files = this.#files;
    const { given } = this.#memory;
    await this.#call('inspecting', this.#draft ? 'drafted' : 'idle', async (options) => {
      const opened = await this.#open(files, options);
      const found = await this.#look(opened, given, options);
      const { draft, recalled } = await this.#recall(opened, found, given, options);
      return () => {
        this.#files = opened;
        this.#memory.note(found, draft, recalled);
        this.#draft = draft;
        this.#status = 'drafted';
      };
    });
  }

  /** Files that nobody has said anything about are matched as files with the same headers were before. */
  async #recall(
    chosen: readonly ChosenFile[],
    draft: ImportDraft,
    given: MappingFile | null,
    options: CallOptions,
  ): Promise<{ readonly draft: ImportDraft; readonly recalled: ReadonlyMap<string, MappingTemplate> }> {
    const recalled = new Map<string, MappingTemplate>();
    const files = [...draft.mapping.files];
    for (const [index, file] of draft.files.entries()) {
      const { header, dialect } = file.inspection;
      const isSettled = given !== null && mappedFileFor(given, file.name, header) !== undefined;
      if (isSettled || this.#memory.look(file.name) !== null || !dialect.hasHeader) continue;
      const template = await this.#host.templates.find(header);
      if (template === null) continue;
      files[index] = await this.#host.templates.entryFor(template, file.name, datesFound(file));
      recalled.set(file.name, template);
    }
    if (recalled.size === 0) return { draft, recalled };
    const again = await this.#look(chosen, { ...draft.mapping, files }, options);
    const isUsable = again.failures.length === draft.failures.length;
    return isUsable ? { draft: again, recalled } : { draft, recalled: new Map() };
  }

  /** The next files with the same headers are matched as these were. */
  async #remember(mapping: MappingFile): Promise<void> {
    const draft = this.#draft;
    if (!draft) return;
    const loaded = draft.files.flatMap(({ name }, index) => {
      const first = this.#memory.look(name)?.inspection;
      const entry = mapping.files[index];
      return first && entry ? [{ name, first, entry }] : [];
    });
    await this.#host.templates.remember(loaded);
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

  #discard(): void {
    this.#pending?.discard();
    this.#pending = null;
  }
}

/** The formats of date columns that can be read in one way only. */
const datesFound = ({ columns, inspection }: DraftFile): ReadonlyMap<string, string> =>
  new Map(
    columns.flatMap(({ column, field }) => {
      const format = inspection.profiles[inspection.header.indexOf(column)]?.date.format;
      return field === null || format == null ? [] : [[column, format] as const];
    }),
  );

/** What tells a file, also one of another name with the same headers, when nothing else does. */
function matchOf(file: DraftFile | undefined, name: string): MappedFile['match'] {
  const { header, dialect } = file?.inspection ?? {};
  return { name, ...(header && dialect?.hasHeader === true ? { headers: header } : {}) };
}
