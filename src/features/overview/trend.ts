import { isoMonth, lastDayOfMonth, monthOfDay, type Month } from '../../base/calendar-day';
import { checkOneOf, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { countedNow } from '../../dataset/members';
import { sumOf } from '../../dataset/holdings';
import { metricIds } from '../../dataset/measures';
import { bucketsOf, monthsOfData, seriesOf } from '../../dataset/metric-series';
import { textOfSpan } from '../../dataset/period';
import { warningsOf } from '../../dataset/query-warnings';
import type { Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import type { MetricId } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';

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

export const trendDefaults = { metric: 'aum', grain: 'm', months: 24 } as const;

const grains = { m: 1, q: 3, y: 12 } as const;

/**
 * How did a metric go, month by month (or quarter, year), up to the end of the period?
 *
 * Shows at least `months` months where the data have them, so that a period can be chosen in it. Flows are those of
 * each point, assets, customers and accounts those at its end. Money in major units; null = not known. n = customers.
 *
 * @throws task.bad-parameters
 */
export async function trend(
  dataset: Dataset,
  parameters: TrendParameters,
  control: Control,
): Promise<TrendResult> {
  const given = { ...trendDefaults, ...parameters };
  const metric = checkOneOf('metric', given.metric, metricIds);
  const grain = checkOneOf('grain', given.grain, ['m', 'q', 'y']);
  const months = checkWhole('months', given.months, 1, 1200);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 3);
  const { span, comparison, partial } = scope.period;
  const base = {
    ...resultBase(scope, sumOf(countedNow(scope)), warningsOf(scope, [metric])),
    metric,
    grain,
    period: span && textOfSpan(span),
  };
  const data = monthsOfData(scope);
  if (span === null || data === null) {
    return { ...base, keys: [], values: [], comparison: null, firstInPeriod: 0, partial: null };
  }
  await pause(control, 2, 3);
  const end = Math.min(monthOfDay(span.to), data.last);
  const periodStart = Math.max(monthOfDay(span.from), data.first);
  const first = Math.max(data.first, Math.min(periodStart, end - months + 1));
  const last = Math.min(span.to, lastDayOfMonth(end));
  const size = grains[grain];
  const buckets = bucketsOf(first, end, size);
  const lag = comparison === null ? null : monthOfDay(span.to) - monthOfDay(comparison.to);
  const isCut = partial !== null || (end + 1) % size !== 0;
  return {
    ...base,
    keys: Array.from({ length: buckets.count }, (_, index) => keyOf(buckets.first + index * size, grain)),
    values: seriesOf(scope, metric, buckets, last),
    comparison: lag === null || lag % size !== 0 ? null : earlier(scope, metric, grain, buckets, lag, data),
    firstInPeriod: Math.max(0, Math.floor((periodStart - buckets.first) / size)),
    partial: isCut && buckets.count > 0 ? buckets.count - 1 : null,
  };
}

/** The same points `lag` months earlier; null before the first complete point of the data. */
function earlier(
  scope: Scope,
  metric: MetricId,
  grain: Grain,
  buckets: { first: Month; count: number; of: Int32Array },
  lag: number,
  data: { first: Month },
): readonly (number | null)[] {
  const size = grains[grain];
  const first = buckets.first - lag;
  const last = buckets.first + buckets.of.length - 1 - lag;
  const begin = Math.ceil(Math.max(first, data.first) / size) * size;
  if (begin > last) return Array.from({ length: buckets.count }, () => null);
  const own = bucketsOf(begin, last, size);
  const values = seriesOf(scope, metric, own, lastDayOfMonth(last));
  const missing = buckets.count - own.count;
  return Array.from({ length: buckets.count }, (_, index) => values[index - missing] ?? null);
}

function keyOf(month: Month, grain: Grain): string {
  const text = isoMonth(month);
  if (grain === 'm') return text;
  const year = text.slice(0, 4);
  return grain === 'y' ? year : `${year}-Q${String(Math.floor((Number(text.slice(5)) - 1) / 3) + 1)}`;
}
