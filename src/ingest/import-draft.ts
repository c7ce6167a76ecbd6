import type { AmountSign, MappingFile, MoneyUnit, RateUnit } from '../model/mapping';
import type { Capability } from '../model/capabilities';
import type { ErrorCode, ErrorDetails } from '../base/errors';
import type { DateFormat, Inspection } from './table';

/** `matched` ≥ 0.9 · `check` 0.6–0.9 · `empty` below. */
export type Band = 'matched' | 'check' | 'empty';

/**
 * Why a column was taken for a field, as a stable code with values:
 * `name.field {name}` · `name.synonym {name}` · `name.weak {name}` · `name.part {name}` · `name.tie {column}` ·
 * `value.date {share, format}` · `value.number {share}` · `value.decimals` · `value.unique {share}` ·
 * `value.repeats {distinct, rows}` · `value.leading-zeros` · `value.codes {list, known, of}` · `value.only-one` ·
 * `value.against {expected}` · `overlap {table, field, share}` · `given` (a person or a mapping file said so).
 */
export type Evidence = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

export type DraftColumn = {
  readonly column: string;
  /** Field of the file's table; null = kept under its own name. */
  readonly field: string | null;
  /** 0–1; 0 when no field was found. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly band: Band;
  readonly examples: readonly string[];
  /** What the file writes → code, for fields with a list of codes. */
  readonly values?: Readonly<Record<string, string>>;
  /** Values seen that no code is known for. */
  readonly unmappedValues?: readonly string[];
  /** Format of the days; absent where the values fit several (a question) or none. */
  readonly dateFormat?: DateFormat;
  readonly unit?: MoneyUnit;
  /** Unit of rates, and whether it only seems so from the values. */
  readonly rateUnit?: RateUnit;
  readonly isRateUnitAssumed?: boolean;
  /** Digits that ids have, where a person has said it. */
  readonly digits?: number;
  /** Why the unit is not certain: a line above the table says it, or most amounts are finer than hundredths. */
  readonly unitDoubt?: 'title' | 'decimals';
};

export type DraftFile = {
  readonly name: string;
  readonly inspection: Inspection;
  /** Canonical table, or the file's own name when it fits none. */
  readonly table: string;
  readonly isCanonical: boolean;
  readonly tableConfidence: number;
  readonly columns: readonly DraftColumn[];
  /** Columns that are never imported: passwords, verification codes, biometrics (class C3). */
  readonly refused: readonly string[];
  /** Needed roles that no column has: a group such as `['customer_id', 'account_id']` needs one of its fields. */
  readonly missing: readonly (readonly string[])[];
  /** What the sign of amounts means, where no column says their direction; open where all of them are positive. */
  readonly sign?: { readonly value: AmountSign; readonly isOpen: boolean };
  /** Which of several rows with one id counts; the last one unless said. */
  readonly repeated?: 'first' | 'last';
};

/**
 * What only a person can say: which of several columns has a needed role (`role`), or whether the day or the month
 * comes first (`date-format`). The id is stable for the same files.
 */
export type Question = RoleQuestion | DateFormatQuestion;

export type RoleQuestion = {
  readonly id: string;
  readonly kind: 'role';
  readonly file: string;
  readonly table: string;
  readonly field: string;
  readonly candidates: readonly {
    readonly column: string;
    readonly confidence: number;
    readonly evidence: readonly Evidence[];
    readonly examples: readonly string[];
  }[];
};

export type DateFormatQuestion = {
  readonly id: string;
  readonly kind: 'date-format';
  readonly file: string;
  readonly table: string;
  readonly field: string;
  readonly column: string;
  readonly formats: readonly DateFormat[];
  readonly examples: readonly string[];
};

export type DraftLink = {
  readonly from: string;
  readonly to: string;
  /** Share of sampled references that are found, 0–1; null when the samples cannot tell. */
  readonly matchRate: number | null;
};

/** What was found in the files, before anything is read in full: the Read and Match steps show it. */
export type ImportDraft = {
  readonly files: readonly DraftFile[];
  /** Files that could not be looked at, with the reason. They take no part in the import. */
  readonly failures: readonly {
    readonly name: string;
    readonly code: ErrorCode;
    readonly message: string;
    readonly details: ErrorDetails;
  }[];
  /** Files that say how many rows another one has. */
  readonly controls?: readonly { readonly name: string; readonly about: string }[];
  readonly questions: readonly Question[];
  readonly links: readonly DraftLink[];
  readonly unlocks: readonly Capability[];
  /** Every proposal of 0.6 and more as a mapping; answers are written into it. */
  readonly mapping: MappingFile;
};

export function bandOf(confidence: number): Band {
  if (confidence >= 0.9) return 'matched';
  return confidence >= 0.6 ? 'check' : 'empty';
}
