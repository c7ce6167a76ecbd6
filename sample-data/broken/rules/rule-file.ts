import { encodeText, type TextEncoding } from '../encode';

export type MeantCell = string | number | boolean | null;

/**
 * What became of one line of a file: a row with its values, a row kept aside by a rule (and the column that broke it), or
 * no row at all by a named rule.
 */
export type Fate =
  | readonly [line: number, fate: 'loaded', values: readonly MeantCell[]]
  | readonly [line: number, fate: 'rejected', rule: string, column: string | null]
  | readonly [line: number, fate: 'left out', rule: string];

/** What the author of a file meant: said beforehand by a person, never taken from a reading. */
export type Meant = {
  /** The rule or quirk that the file is about. */
  readonly about: string;
  /** Files that came with it, in their order; what was asked and noted of all stands here. */
  readonly with?: readonly string[];
  /** The file that it came with. */
  readonly partOf?: string;
  readonly table: string;
  /** Fields (or own names) that the values of the rows are of: days and months in ISO, money in major units. */
  readonly columns: readonly string[];
  readonly rows: readonly Fate[];
  /** Columns that are never imported. */
  readonly refused?: readonly string[];
  /** Cells that say nothing that can be kept: column, rule, how many. */
  readonly cells?: readonly (readonly [column: string, rule: string, count: number])[];
  /** What only a person can say: kind of question and column or field. */
  readonly questions?: readonly (readonly [kind: string, about: string])[];
  /** What the person answers, as members of the file's entry in a mapping. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** What the report must tell: code and values. What every small file leads to is not repeated here. */
  readonly notes?: readonly (readonly [code: string, values: Readonly<Record<string, string | number>>])[];
  /** What the quality page must show, all of it: code, table and column, rows. */
  readonly quality?: readonly (readonly [code: string, place: string, rows: number])[];
  /** A question in SQL and its answer. */
  readonly sql?: readonly [query: string, rows: readonly (readonly MeantCell[])[]];
  /** The file cannot be imported: code and details of the refusal. */
  readonly error?: readonly [code: string, details: Readonly<Record<string, unknown>>];
};

export type RuleFile = { readonly bytes: Uint8Array; readonly meant: Meant };

export type RuleFiles = Readonly<Record<string, RuleFile>>;

/** A file of lines, in UTF-8 unless said. */
export function ruleFile(rows: readonly string[], meant: Meant, encoding: TextEncoding = 'utf-8'): RuleFile {
  return { bytes: encodeText(rows.map((row) => `${row}\n`).join(''), encoding), meant };
}

/** Rows that are all loaded, from a line on. */
export const loadedFrom = (line: number, rows: readonly (readonly MeantCell[])[]): Fate[] =>
  rows.map((values, index) => [line + index, 'loaded', values]);

/** The same below a header of one line. */
export const loaded = (...rows: readonly (readonly MeantCell[])[]): Fate[] => loadedFrom(2, rows);
