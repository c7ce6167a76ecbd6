import { expectedRepeatsOfCohort } from '../../algorithms/lifetime-value/expected-purchases';
import { isoDay, lastDayOfMonth, monthOfDay } from '../../base/calendar-day';
import type { Fitted } from './outlook';
import { endOfPeriod, type Timeline } from './timeline';

/** Repeats of the customers of the calibration from the first day to the end of a month. */
export type TrackingPoint = {
  readonly date: string;
  readonly actual: number;
  /** Null without a model. */
  readonly expected: number | null;
};

/** Months at most: the latest. */
const mostPoints = 60;

/**
 * Repeats so far at the end of each month, counted and expected (methods.md §4.9, chart 1). The last point is the end of
 * the last whole period.
 *
 * @param last the last whole period of the data
 */
export function tracking(timeline: Timeline, last: number, model: Fitted | null): readonly TrackingPoint[] {
  const { calibration, periods: all } = timeline;
  const { customers, first } = calibration;
  const { starts, periods } = all;
  if (first.length === 0) return [];
  const born = endOfPeriod(
    timeline,
    first.reduce((least, one) => Math.min(least, one)),
  );
  const to = endOfPeriod(timeline, last);
  const month = monthOfDay(born);
  const months = monthOfDay(to) - month + 1;
  const counts = new Float64Array(months);
  for (const one of customers) {
    const end = starts[one + 1] as number;
    for (let i = (starts[one] as number) + 1; i < end; i++) {
      const day = endOfPeriod(timeline, periods[i] as number);
      const at = monthOfDay(day) - month;
      if (day <= to) counts[at] = (counts[at] as number) + 1;
    }
  }
  const births = model && Float64Array.from(first, (one) => endOfPeriod(timeline, one) / model.unitDays);
  let actual = 0;
  const points = Array.from(counts, (count, at): TrackingPoint => {
    actual += count;
    const end = Math.min(to, lastDayOfMonth(month + at));
    const expected =
      model && births && expectedRepeatsOfCohort(model.kind, model.parameters, births, end / model.unitDays);
    return { date: isoDay(end), actual, expected };
  });
  return points.slice(-mostPoints);
}
