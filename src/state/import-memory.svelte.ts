import type { EditStep, MappingFile } from '../model/mapping';
import type { DraftColumn, DraftFile, ImportDraft, Question } from './engine';
import type { MappingTemplate } from './mapping-templates.svelte';

/** What is settled about files on their way in. It is replaced whole, so that every step can be taken back. */
type Settled = {
  /** What the reader or a mapping file settled; null = everything as proposed. */
  readonly given: MappingFile | null;
  /** The proposals before anything was settled, by file: what a column's evidence is taken from. */
  readonly first: ReadonlyMap<string, DraftFile>;
  readonly touched: ReadonlySet<string>;
  /** Everything that was asked about these files, also what is answered. */
  readonly asked: readonly Question[];
  /** The remembered mapping by which a file is matched. */
  readonly recalled: ReadonlyMap<string, MappingTemplate>;
};

/** Edits that can be taken back. */
const depth = 50;

const nothing: Settled = {
  given: null,
  first: new Map(),
  touched: new Set(),
  asked: [],
  recalled: new Map(),
};

/** What was settled about the files of an import, step by step. */
export class ImportMemory {
  #settled = $state.raw<Settled>(nothing);
  #past = $state.raw<readonly { readonly step: EditStep; readonly settled: Settled }[]>([]);
  /** Files as the first look found them, before a remembered mapping or the reader said otherwise. */
  #looks: ReadonlyMap<string, DraftFile> = new Map();

  get given(): MappingFile | null {
    return this.#settled.given;
  }

  get asked(): readonly Question[] {
    return this.#settled.asked;
  }

  /** Steps that can be taken back, the last one last. */
  get steps(): readonly EditStep[] {
    return this.#past.map(({ step }) => step);
  }

  recalled(fileName: string): MappingTemplate | null {
    return this.#settled.recalled.get(fileName) ?? null;
  }

  look(fileName: string): DraftFile | null {
    return this.#looks.get(fileName) ?? null;
  }

  /** A column as proposed before the reader changed anything else in its file; what the reader settled is `given`. */
  proposal(file: DraftFile, column: DraftColumn): DraftColumn {
    const { touched, first: files } = this.#settled;
    if (touched.has(touchOf(file.name, column.column))) return column;
    const first = files.get(file.name)?.columns.find((one) => one.column === column.column);
    if (!first || first.field !== column.field) return column;
    const { confidence, evidence, band } = first;
    return { ...column, confidence, evidence, band };
  }

  /**
   * A step that settles something.
   *
   * @param columns the columns that it is about; null: what was known of the file counts no longer
   */
  settle(step: EditStep, given: MappingFile, columns: readonly string[] | null): void {
    this.#past = [...this.#past, { step, settled: this.#settled }].slice(-depth);
    if (columns === null) this.#forget(step.file);
    const touched = (columns ?? []).map((column) => touchOf(step.file, column));
    this.#settled = { ...this.#settled, given, touched: new Set([...this.#settled.touched, ...touched]) };
  }

  /** A mapping file takes the place of all that was settled. */
  replace(given: MappingFile): void {
    this.#past = [...this.#past, { step: { kind: 'mapping', file: '', about: '' }, settled: this.#settled }];
    this.#settled = { ...nothing, asked: this.#settled.asked, given };
  }

  /** Goes one step back. Whether there was one. */
  undo(): boolean {
    const last = this.#past.at(-1);
    if (!last) return false;
    this.#past = this.#past.slice(0, -1);
    this.#settled = last.settled;
    return true;
  }

  /**
   * Takes note of a look at the files.
   *
   * @param found as they were found, `draft` as they are matched
   */
  note(found: ImportDraft, draft: ImportDraft, recalled: ReadonlyMap<string, MappingTemplate>): void {
    const looks = found.files.filter(({ name }) => !this.#looks.has(name));
    this.#looks = new Map([...this.#looks, ...looks.map((file) => [file.name, file] as const)]);
    const { first, given, asked } = this.#settled;
    const isThere = (name: string) => draft.files.some((file) => file.name === name);
    const fresh = draft.files.filter(({ name }) => !first.has(name));
    this.#settled = {
      ...this.#settled,
      given: recalled.size > 0 ? draft.mapping : given,
      first: new Map([
        ...[...first].filter(([name]) => isThere(name)),
        ...fresh.map((file) => [file.name, file] as const),
      ]),
      asked: mergedQuestions(asked, draft),
      recalled: new Map([...this.#settled.recalled, ...recalled]),
    };
  }

  /** A file is gone: nothing is known of it. */
  remove(fileName: string): void {
    this.#looks = new Map([...this.#looks].filter(([name]) => name !== fileName));
    this.#forget(fileName);
  }

  clear(): void {
    this.#settled = nothing;
    this.#past = [];
    this.#looks = new Map();
  }

  #forget(fileName: string): void {
    const { first, touched, asked, recalled } = this.#settled;
    this.#settled = {
      ...this.#settled,
      first: new Map([...first].filter(([name]) => name !== fileName)),
      touched: new Set([...touched].filter((key) => !key.startsWith(touchOf(fileName, '')))),
      asked: asked.filter(({ file }) => file !== fileName),
      recalled: new Map([...recalled].filter(([name]) => name !== fileName)),
    };
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
