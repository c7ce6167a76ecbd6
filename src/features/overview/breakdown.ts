import type { MetricId } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';
import type { ResultBase, SharedParameters } from '../task';

/**
 * `branch`, `manager`, `customer`, `product`, `channel`, `type` (of transaction), `direction`, or a field of the
 * customer or published column by name; `customer.type` is the customer's own type.
 */
export type Breakdown = string;

export type BreakdownParameters = SharedParameters & {
  readonly by?: Breakdown;
  readonly metric?: MetricId;
  /** Rows to name; the others become `rest`. */
  readonly top?: number;
};

export type BreakdownRow = {
  /** Id or code: what filters, selections and drills take. Empty = not known. */
  readonly key: string;
  /** As the files write it, in either language; null when they only know the key. */
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly value: number | null;
  readonly comparison: number | null;
  readonly customers: number;
  readonly transactions: number;
};

export type BreakdownRest = {
  readonly members: number;
  readonly value: number | null;
  readonly comparison: number | null;
  readonly customers: number;
};

export type BreakdownResult = ResultBase & {
  readonly by: Breakdown;
  readonly metric: MetricId;
  /** By value, the largest first; members with nothing in either period are left out. */
  readonly rows: readonly BreakdownRow[];
  /** Null when every member is in `rows`. */
  readonly rest: BreakdownRest | null;
  readonly total: {
    readonly value: number | null;
    readonly comparison: number | null;
    readonly customers: number;
  };
  /** Whether `total` is the sum of the parts. */
  readonly isAdditive: boolean;
  readonly period: PeriodText | null;
  readonly comparison: PeriodText | null;
};
