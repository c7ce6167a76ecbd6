import type { Column } from '../columns/column';
import type { FieldType } from '../model/field';
import type { TableOrigin } from './formats/text-table';
import type { FixedPlaces, MappedDialect, TextEncoding } from '../model/mapping';

export type { FixedPlaces };

/** How the bytes of a text file are cut into cells. Found by content, changeable by the user. */
export type Dialect = {
  readonly format: 'delimited' | 'blank-aligned' | 'fixed-width';
  readonly encoding: TextEncoding;
  /** One or several characters; ignored unless delimited. */
  readonly delimiter: string;
  /** Where the columns of fixed-width text stand. */
  readonly places?: FixedPlaces;
  /** Quote character, or null where quotes are plain text. */
  readonly quote: '"' | "'" | null;
  /** What takes the meaning from a mark behind it, besides doubled quotes. */
  readonly escape?: '\\' | null;
  /** Mark before the decimals of numbers; the point unless said. */
  readonly decimal?: '.' | ',';
  /** Physical lines before the header or the first record. */
  readonly skippedLines: number;
  readonly hasHeader: boolean;
  /** Rows of the header, one below the other; one unless said. */
  readonly headerRows?: number;
  /** Physical lines at the end of the file, blank ones behind the last not counted, that are no rows of the table. */
  readonly footerLines?: number;
  /** Headers that come again and lines drawn with signs are no rows. */
  readonly skipsRepeated?: boolean;
  /** Rows that add up others (合计, Total) are no rows. */
  readonly skipsTotals?: boolean;
  /** A delimiter also stands at the end of each record, or at both its ends. */
  readonly frame?: 'end' | 'both' | null;
  /** Blanks around cells belong to the layout. */
  readonly trims?: boolean;
  /** Fields of a record. Without it, those of the header or of the first record. */
  readonly columnCount?: number;
  /** What becomes of a record with too few fields: `reject` (the default), or `pad` where records are meant to be ragged. */
  readonly shortRows?: 'reject' | 'pad';
};

/** What a first look at a file found: enough for the Read and Match steps, from a few samples of the bytes. */
export type Inspection = {
  readonly fileName: string;
  readonly byteLength: number;
  readonly dialect: Dialect;
  /** 0–1: how sure the dialect is. */
  readonly confidence: number;
  /** Stable codes of doubts (`dialect.delimiter-tie`), with values. */
  readonly doubts: readonly {
    readonly code: string;
    readonly values: Readonly<Record<string, string | number>>;
  }[];
  /** Header cells, or `column1 …`. */
  readonly header: readonly string[];
  /** Lines of the sample that are no rows of the table or do not fit it, with their text; at most 100. */
  readonly leftOut?: readonly LeftOutLine[];
  /** First rows as written, at most 1,000. */
  readonly sample: readonly (readonly string[])[];
  readonly profiles: readonly ColumnProfile[];
  readonly estimatedRows: number;
  /** What a person or a mapping said of the dialect against what was found. */
  readonly settled?: MappedDialect;
  /** There where the file is the text of a table of another format: what was said of the dialect is then ours. */
  readonly table?: TableOrigin;
};

/** A line that is no row, and why: a rule as in {@link Reject}. */
export type LeftOutLine = { readonly line: number; readonly rule: string; readonly text: string };

/** The shape of a column's values, over the sample. */
export type ColumnProfile = {
  readonly name: string;
  readonly filled: number;
  readonly distinct: number;
  /** Values that repeat no other: `distinct / filled`. */
  readonly uniqueness: number;
  readonly hasLeadingZeros: boolean;
  readonly maxLength: number;
  readonly hasNegative: boolean;
  /** Shares (0–1) of filled values that parse as a number, and as a date in the best pattern. */
  readonly numeric: number;
  readonly integer: number;
  /** Share that can be serial numbers of Excel for days between 1954 and 2119. */
  readonly serial: number;
  readonly date: {
    readonly share: number;
    readonly format: DateFormat | null;
    /** Formats that fit equally well, so that a person has to choose (`format` is null then). */
    readonly ambiguous?: readonly DateFormat[];
  };
  readonly examples: readonly string[];
};

export type DateFormat =
  | 'yyyymmdd'
  | 'yymmdd'
  | 'yyyy-mm-dd'
  | 'yyyy/mm/dd'
  | 'dd/mm/yyyy'
  | 'mm/dd/yyyy'
  | 'dd.mm.yyyy'
  | 'yyyy年mm月dd日'
  | 'dd-mon-yy'
  | 'excel-1900'
  | 'excel-1904';

/** What to make of one file column in the full read. `skip` leaves it out. */
export type ColumnPlan = {
  readonly name: string;
  readonly type: FieldType | 'skip';
  readonly dateFormat?: DateFormat;
  /**
   * Money: minor units per unit of the file (100 for yuan, 1 for fen, 1,000,000 for 万元).
   * Rate: what the file writes for 1 (100 when 3.25 means 3.25%); a cell with its own % sign does not need it.
   */
  readonly scale?: number;
  /** Time: digits alone are hours, minutes and seconds even if zeros at their front were lost; hours and minutes otherwise. */
  readonly hasSeconds?: boolean;
  /** Flag: an empty cell says no, as in a column of ticks. */
  readonly blankIsNo?: boolean;
  /** Mark before the decimals of a number; the point unless said. */
  readonly decimal?: '.' | ',';
  /** A row whose cell is missing or cannot be read is rejected; otherwise that cell becomes null and is counted. */
  readonly required?: boolean;
  /** Texts that mean "unknown", besides the empty one. */
  readonly missing?: readonly string[];
};

/** A row that could not be used, as it stood in the file. */
export type Reject = {
  readonly line: number;
  readonly column: string | null;
  /** Stable rule: `row.before-table`, `row.total`, `row.unclosed-quote`, `row.too-few-fields`, `row.too-many-fields`, `row.across-columns`, `row.cut-off`, `cell.not-a-number`, `cell.not-a-date` … */
  readonly rule: string;
  readonly reason: string;
  readonly raw: Uint8Array;
};

/** Cells of one column that could not be read and became null. */
export type CellIssue = {
  readonly column: string;
  /** `cell.not-a-number`, `cell.not-a-date`, `cell.too-many-decimals` … as in {@link Reject}. */
  readonly rule: string;
  readonly count: number;
  /** The first of them, at most 100. */
  readonly examples: readonly { readonly line: number; readonly text: string }[];
};

/**
 * A file read in full: typed columns of equal length, and what did not fit.
 * rowsRead = rowCount + rejects.length + removed.length.
 */
export type ParsedTable = {
  readonly fileName: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly rowCount: number;
  readonly rowsRead: number;
  readonly columns: readonly { readonly plan: ColumnPlan; readonly column: Column }[];
  /** Physical line of each row; null when row i stands on line `firstLine + i`. */
  readonly firstLine: number;
  readonly lines: Uint32Array | null;
  readonly rejects: readonly Reject[];
  /** Lines that are no rows of the table: titles, totals, headers that come again, what stands below. */
  readonly removed: readonly Reject[];
  /** Cells that became null because they could not be read, per column and rule. */
  readonly issues?: readonly CellIssue[];
};
