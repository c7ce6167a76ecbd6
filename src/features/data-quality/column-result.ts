import type { FieldType } from '../../model/field';
import type { ResultBase, SharedParameters } from '../task';
import type { Example } from './quality-result';

export type ColumnParameters = SharedParameters & {
  readonly table?: string;
  readonly column?: string;
  /** Key of a part whose rows are wanted; empty: none. */
  readonly part?: string;
};

/** Some values of a column: a range of numbers, one value, a month or a year, or all the rest. */
export type ColumnPart = {
  readonly key: string;
  /** Ends of a range of numbers; null for anything else. What is equal to an end belongs to the part that begins there. */
  readonly from: number | null;
  readonly to: number | null;
  /** A value, a month or a year; null for a range and for all the rest. */
  readonly value: string | null;
  readonly rows: number;
};

/** n = rows of the table. Money is in major units, days are ISO text. */
export type ColumnResult = ResultBase & {
  /** Why there is nothing to show. */
  readonly refusal: 'no-column' | 'no-values' | null;
  readonly table: string;
  readonly column: string;
  readonly type: FieldType | null;
  readonly empty: number;
  readonly distinct: number;
  readonly min: number | string | null;
  readonly median: number | string | null;
  readonly max: number | string | null;
  /** Numbers by size, dates by time, everything else by frequency; together all rows with a value. */
  readonly parts: readonly ColumnPart[];
  /** First rows of the part that was asked for. */
  readonly examples: readonly Example[];
};
