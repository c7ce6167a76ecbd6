import type { CodeListName } from './codes';

/**
 * What a field of a canonical table means, which decides how its cells are read and kept in memory:
 *
 * | type   | column kind | kept as |
 * |--------|-------------|---------|
 * | id     | text        | as written, leading zeros and all |
 * | text   | text        | as written, blanks at the ends removed |
 * | code   | text        | small set of values; a value map may translate them |
 * | day    | int32       | days since 1970-01-01 |
 * | month  | int32       | months since 1970-01 |
 * | time   | int32       | seconds since midnight |
 * | money  | float64     | integer minor units |
 * | number | float64     | as read |
 * | rate   | float64     | fraction (3.25% = 0.0325) |
 * | flag   | int32       | 0 or 1 |
 * | key    | int32       | row number in another frame (made by the star, never read from a file) |
 */
export type FieldType =
  'id' | 'text' | 'code' | 'day' | 'month' | 'time' | 'money' | 'number' | 'rate' | 'flag' | 'key';

/** JR/T 0171-2020: C3 is never imported, C2 identifiers are masked, C1 is plain. */
export type Sensitivity = 'C1' | 'C2' | 'C3';

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  /** Without it the table cannot be used. */
  readonly required?: true;
  readonly sensitivity: Sensitivity;
  /** Header names that mean this field, in any spelling; they are normalised before comparison. */
  readonly synonyms: readonly string[];
  /** Names so common that they mean this field only when nothing else in the file fits (`date`, `type`, `bank`). */
  readonly weakSynonyms?: readonly string[];
  /** The list of codes that its values are translated into (`model/codes.ts`). */
  readonly codes?: CodeListName;
  readonly label: { readonly en: string; readonly zh: string };
  readonly description: { readonly en: string; readonly zh: string };
};

export type Table = {
  readonly name: string;
  /** Name of the view for people who write SQL (`transactions`). */
  readonly view: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly description: { readonly en: string; readonly zh: string };
  /** File-name words that hint at this table (`trans`, `交易`). */
  readonly fileNames: readonly string[];
  readonly fields: readonly Field[];
  /** Groups of fields of which at least one is needed, besides the required ones. */
  readonly oneOf?: readonly (readonly string[])[];
};
