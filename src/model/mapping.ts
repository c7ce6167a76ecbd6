/** In what unit a money column is written. */
export type MoneyUnit = 'yuan' | 'fen' | 'thousand' | 'wan' | 'million' | 'yi';

/** Minor units per unit of the file, at 100 minor units per major unit. */
export const minorUnitsPer: Readonly<Record<MoneyUnit, number>> = {
  yuan: 100,
  fen: 1,
  thousand: 100_000,
  wan: 1_000_000,
  million: 100_000_000,
  yi: 10_000_000_000,
};

/** In what unit a column of rates is written: 3.25, 0.0325 or 325 for 3.25%. */
export type RateUnit = 'percent' | 'fraction' | 'basis-points';

/** The encodings that files are read in. */
export const textEncodings = [
  'utf-8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'big5',
  'shift_jis',
  'windows-1252',
] as const;

export type TextEncoding = (typeof textEncodings)[number];

/** What the columns of fixed-width text may be measured in. */
export const placeUnits = ['character', 'screen', 'utf-8', 'gb18030', 'big5', 'shift_jis'] as const;

/** Where the columns of fixed-width text stand on a line. */
export type FixedPlaces = {
  /** What a place is: a character, a place on the screen (two for a Chinese character), or a byte in an encoding. */
  readonly unit: (typeof placeUnits)[number];
  /** First place of each column, and the one behind its last; what is free between two columns either may grow into. */
  readonly columns: readonly (readonly [start: number, end: number])[];
};

/** How a file is cut into cells, as far as a mapping wants to settle it. */
export type MappedDialect = {
  readonly format?: 'delimited' | 'blank-aligned' | 'fixed-width';
  readonly places?: FixedPlaces;
  readonly encoding?: TextEncoding;
  readonly delimiter?: string;
  readonly quote?: '"' | "'" | null;
  readonly escape?: '\\' | null;
  readonly decimal?: '.' | ',';
  readonly skippedLines?: number;
  readonly hasHeader?: boolean;
  readonly headerRows?: number;
  readonly footerLines?: number;
  readonly skipsRepeated?: boolean;
  readonly skipsTotals?: boolean;
  readonly frame?: 'end' | 'both' | null;
  readonly trims?: boolean;
  /** What becomes of records with too few fields: kept aside, or read with empty cells at their end. */
  readonly shortRows?: 'reject' | 'pad';
};

/**
 * What amounts without a column for their direction mean: as they are written (negative = money out), with the sign
 * turned round, or all of them money out.
 */
export const amountSigns = ['as-written', 'reversed', 'outflow'] as const;
export type AmountSign = (typeof amountSigns)[number];

export type MappedFile = {
  /** Which files this is about: `*` in the name stands for anything; headers as written in the file. */
  readonly match: { readonly name?: string; readonly headers?: readonly string[] };
  /** Canonical table, or a name of its own for a file that fits none; empty while nobody knows (never in a file). */
  readonly table: string;
  readonly dialect?: MappedDialect;
  /**
   * File column → field of `model/tables.ts`. A column that is not named is kept under its own name, `null` leaves it
   * out.
   */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Field → what the file writes → code. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** One unit for all money columns, or by file column. */
  readonly unit?: MoneyUnit | Readonly<Record<string, MoneyUnit>>;
  /** One unit for all columns of rates, or by file column. */
  readonly rates?: RateUnit | Readonly<Record<string, RateUnit>>;
  /** File column of ids → digits that they have: zeros that were lost at their front are put back. */
  readonly digits?: Readonly<Record<string, number>>;
  /** One date format for all date columns, or by file column. */
  readonly dates?: string | Readonly<Record<string, string>>;
  readonly sign?: AmountSign;
  /** Of several rows with one id in a table of customers or accounts: which one counts; the last one unless said. */
  readonly repeated?: 'first' | 'last';
};

/** From the referring column to the column referred to: `holder.account_id` → `account.account_id`. */
export type MappedLink = { readonly from: string; readonly to: string };

/**
 * Which file column is which field: what a person confirmed, what `--mapping` reads, what next month's files are
 * matched by. Read and written by `project/mapping-file.ts`.
 */
export type MappingFile = {
  readonly version: 1;
  readonly files: readonly MappedFile[];
  readonly links: readonly MappedLink[];
};

/** What a person settled, in the order in which it can be taken back. */
export type EditStep = {
  readonly kind:
    | 'column'
    | 'dates'
    | 'unit'
    | 'value'
    | 'table'
    | 'dialect'
    | 'sign'
    | 'repeated'
    | 'mapping'
    | 'proposals';
  /** File; empty where it is about all of them. */
  readonly file: string;
  /** Column or field; empty where it is about the whole file. */
  readonly about: string;
};

/** The same mapping with one column of one file given another field (`undefined` = keep under its own name). */
export function withColumn(
  mapping: MappingFile,
  fileIndex: number,
  column: string,
  field: string | null | undefined,
): MappingFile {
  const files = mapping.files.map((file, index) => {
    if (index !== fileIndex) return file;
    const kept = Object.entries(file.columns).filter(
      ([name, other]) => name !== column && (other === null || other !== field),
    );
    return { ...file, columns: Object.fromEntries(field === undefined ? kept : [...kept, [column, field]]) };
  });
  return { ...mapping, files };
}

/** A file of an archive has the name of the archive before its own: either way of writing it counts. */
function matchesName(pattern: string, name: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const wanted = new RegExp(`^${escaped}$`, 'iu');
  return wanted.test(name) || wanted.test(name.replace(/^.*\//u, ''));
}

/**
 * The entry that is about a file: name and headers first, then the same headers under another name, then the name
 * alone.
 */
export function mappedFileFor(
  mapping: MappingFile,
  name: string,
  headers: readonly string[],
): MappedFile | undefined {
  const byName = (file: MappedFile) => file.match.name !== undefined && matchesName(file.match.name, name);
  const byHeaders = (file: MappedFile) => {
    const wanted = file.match.headers;
    return (
      wanted !== undefined &&
      wanted.length === headers.length &&
      wanted.every((text, index) => text === headers[index])
    );
  };
  return (
    mapping.files.find((file) => byName(file) && byHeaders(file)) ??
    mapping.files.find((file) => byHeaders(file)) ??
    mapping.files.find(byName)
  );
}
