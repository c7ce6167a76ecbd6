import { isoMonth, monthOfDay, type Month } from '../../base/calendar-day';
import { monthsOfData } from '../../dataset/metric-series';
import type { Scope } from '../../dataset/scope';

/** The last `count` months up to the end of the period that the data can know of; none without dates. */
export function lastMonths(scope: Scope, count: number): { first: Month; names: readonly string[] } {
  const data = monthsOfData(scope);
  const { span } = scope.period;
  if (data === null || span === null) return { first: 0, names: [] };
  const last = Math.min(data.last, monthOfDay(span.to));
  const first = Math.max(data.first, last - count + 1);
  const length = Math.max(0, last - first + 1);
  return { first, names: Array.from({ length }, (_, index) => isoMonth(first + index)) };
}
