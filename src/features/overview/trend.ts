import type { MetricId } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';
import type { ResultBase, SharedParameters } from '../task';

export type Grain = 'm' | 'q' | 'y';

export type TrendParameters = SharedParameters & {
  readonly metric?: MetricId;
  readonly grain?: Grain;
  /** How many months to show at least, ending with the period; more when the period is longer. */
  readonly months?: number;
};

export type TrendResult = ResultBase & {
  readonly metric: MetricId;
  readonly grain: Grain;
  /** `2026-06`, `2026-Q2` or `2026`, in order of time. */
  readonly keys: readonly string[];
  readonly values: readonly (number | null)[];
  /** The value of the same point in the comparison (a year or a period earlier); null where the data do not reach. */
  readonly comparison: readonly (number | null)[] | null;
  readonly period: PeriodText | null;
  /** Index of the first point inside the period. */
  readonly firstInPeriod: number;
  /** Index of a point whose month, quarter or year is not complete; null when all are. */
  readonly partial: number | null;
};
