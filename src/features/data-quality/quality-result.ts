import type { ResultBase, SharedParameters } from '../task';

/** The five sides of quality, each 0–100 (methods.md §15.5). */
export const dimensions = ['completeness', 'validity', 'uniqueness', 'consistency', 'timeliness'] as const;
export type DimensionName = (typeof dimensions)[number];

/** What can be wrong, in stable codes; the page says each in words, with what it changes. */
export const issueCodes = [
  /** Rows of a file that could not be read, by the rule that they broke. */
  'row.rejected',
  /** Several rows of a file had one id: the last was kept. */
  'row.repeated-id',
  /** An id that several rows of a table share. */
  'key.repeated',
  /** A matched column of which less than 95% is filled. */
  'column.thin',
  /** References that find nothing. */
  'link.orphan',
  /** Identity numbers whose check digit is wrong. */
  'identity.check-digit',
  /** Card numbers whose check digit is wrong. */
  'card.check-digit',
  /** Ends before its beginning. */
  'date.order',
  /** Birth dates after the data, or more than 120 years before. */
  'date.impossible-birth',
  /** Bookings after which the balance is not the one before plus the amount. */
  'balance.continuity',
  /** The same by at most one major unit: rounded interest. */
  'balance.rounding',
  /** Rows that an earlier file had already: counted once. */
  'row.repeated',
  /** Ids with signs in place of digits: nothing is joined by them. */
  'id.masked',
  /** Ids of which Excel lost the last digits. */
  'id.damaged',
  /** Days more than a year after the day of the import. */
  'date.future',
  /** Days before 1990, other than births. */
  'date.before-1990',
  /** Ages below 0 or above 120. */
  'age.impossible',
  /** Deposits below zero. */
  'balance.negative-deposit',
  /** Balances of customers that are not the sum of their accounts. */
  'balance.customer-sum',
  /** Columns that say the same in every row. */
  'column.constant',
  /** Texts that were read in a wrong encoding before they came. */
  'text.residue',
  /** Numbers of phones, documents or cards in free text. */
  'text.personal',
  /** Amounts in currencies without a rate. */
  'currency.several',
  /** Balances that move against the directions of the bookings. */
  'direction.against-balances',
  /** Totals stated in a file that its rows do not add up to. */
  'total.differs',
  /** Months without a row between the first and the last. */
  'month.missing',
  /** Months with unusually many or few rows. */
  'month.unusual',
] as const;
export type IssueCode = (typeof issueCodes)[number];

export type Severity = 'serious' | 'review' | 'note';

/** A row behind an issue: where it stands and what it says. */
export type Example = { readonly place: string; readonly text: string };

export type Issue = {
  /** Stable within one set of data: what a selection speaks of. */
  readonly key: string;
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly dimension: DimensionName;
  /** Canonical table, or the name of a file or of a table of its own. */
  readonly table: string;
  readonly column: string | null;
  /** The rule that rejected the rows; the other table of a reference. */
  readonly about: string | null;
  /** Rows (months, for the months) that are affected, of how many that were looked at. */
  readonly rows: number;
  readonly of: number;
  /** At most 50 of them. */
  readonly examples: readonly Example[];
};

export type ColumnQuality = {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
  /** 0–1; null in a table without rows. */
  readonly filled: number | null;
  /** Different values of a text column; null for numbers and dates. */
  readonly distinct: number | null;
};

export type MonthRows = {
  readonly table: string;
  /** `2026-06`, without a gap from the first to the last. */
  readonly months: readonly string[];
  readonly rows: readonly number[];
  /** Months outside of the median ± 3 robust standard deviations. */
  readonly unusual: readonly string[];
};

export type QualityParameters = SharedParameters;

/** n = rows of all tables. The whole of the data: filters do not apply. */
export type QualityResult = ResultBase & {
  /** Weighted mean of the dimensions that could be judged, 0–100; null when none could. */
  readonly score: number | null;
  readonly dimensions: readonly {
    readonly name: DimensionName;
    /** Null when nothing of this kind is in the data. */
    readonly score: number | null;
    readonly weight: number;
  }[];
  /** Files that the data were read from; 0 for the sample bank. */
  readonly files: number;
  readonly rejected: number;
  readonly newest: string | null;
  /** Most serious first, then by share of rows. Notes do not lower the score. */
  readonly issues: readonly Issue[];
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly columns: number }[];
  readonly columns: readonly ColumnQuality[];
  readonly months: readonly MonthRows[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly rows: number;
    readonly matched: number;
  }[];
};
