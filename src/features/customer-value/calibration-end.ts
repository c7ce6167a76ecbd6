import type { DistinctPeriods } from '../../algorithms/lifetime-value/distinct-periods';
import { lastDayOfMonth, monthOfDay, type Day } from '../../base/calendar-day';

/** Days between an event and the customer's next one, in the middle of all; null when nobody came back. O(n log n) */
export function medianGap({ starts, periods }: DistinctPeriods): number | null {
  const gaps: number[] = [];
  for (let one = 0; one + 1 < starts.length; one++) {
    const end = starts[one + 1] as number;
    for (let i = (starts[one] as number) + 1; i < end; i++) {
      gaps.push((periods[i] as number) - (periods[i - 1] as number));
    }
  }
  return Float64Array.from(gaps).sort()[gaps.length >> 1] ?? null;
}

/**
 * Until when should a model learn? Two thirds of the way, at the nearest end of a month where that changes little, and
 * not before one and a half times the usual gap between events has passed.
 *
 * @param gap days, see {@link medianGap}
 * Source: methods.md §4.7.
 */
export function calibrationEndOf(first: Day, last: Day, gap: number | null): Day {
  const point = first + Math.round(((last - first) * 2) / 3);
  const least = first + Math.ceil(1.5 * (gap ?? 0));
  const month = monthOfDay(point);
  const [before, after] = [lastDayOfMonth(month - 1), lastDayOfMonth(month)];
  const nearest = point - before <= after - point ? before : after;
  const isNear = Math.abs(nearest - point) <= (last - first) / 10;
  return Math.min(last, Math.max(least, isNear ? nearest : point));
}
