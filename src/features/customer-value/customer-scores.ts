import { isoDay } from '../../base/calendar-day';
import { orderDescending } from '../../base/sort';
import type { Frame } from '../../columns/frame';
import { textAt } from '../../dataset/cell-value';
import type { Scores } from './outlook';
import { endOfPeriod, type Timeline } from './timeline';

export type CustomerScore = {
  readonly customerId: string;
  readonly name: string | null;
  /** Events up to the as-of day. */
  readonly events: number;
  readonly firstEvent: string;
  readonly lastEvent: string;
  readonly probabilityAlive: number;
  /** Events in the twelve months after the as-of day. */
  readonly expected: number;
  /** What the model learned from; null for customers who came after the calibration. */
  readonly calibration: {
    /** x, t_x and T. */
    readonly repeats: number;
    readonly recency: number;
    readonly observed: number;
    readonly probabilityAlive: number;
    /** Events in the holdout; null without one. */
    readonly expected: number | null;
    readonly actual: number | null;
  } | null;
};

/** Histories and what a model says of each. */
export type Scored = Timeline & { readonly scores: Scores };

/** The customers with most events to come, and what their histories were when the model learned. */
export function topScores(
  now: Scored,
  then: Scored,
  customer: Frame,
  unitDays: number,
  limit: number,
): readonly CustomerScore[] {
  const rowOf = new Map(Array.from(then.calibration.customers, (one, row) => [one, row]));
  const { calibration, scores, days } = now;
  const dayOf = (place: number): string => isoDay(Math.round(endOfPeriod(now, place)));
  return Array.from(orderDescending(scores.expected).subarray(0, limit), (row) => {
    const one = calibration.customers[row] as number;
    const first = calibration.first[row] as number;
    const before = rowOf.get(one);
    const { repeats, recency } = calibration.histories;
    return {
      customerId: textAt(customer, 'customer_id', one) ?? '',
      name: textAt(customer, 'name', one),
      events: (repeats[row] as number) + 1,
      firstEvent: dayOf(first),
      lastEvent: dayOf(first + ((recency[row] as number) * unitDays) / days),
      probabilityAlive: scores.alive[row] as number,
      expected: scores.expected[row] as number,
      calibration: before === undefined ? null : historyOf(then, before),
    };
  });
}

function historyOf({ calibration, scores }: Scored, row: number): CustomerScore['calibration'] {
  const { histories, holdout } = calibration;
  return {
    repeats: histories.repeats[row] as number,
    recency: histories.recency[row] as number,
    observed: histories.observed[row] as number,
    probabilityAlive: scores.alive[row] as number,
    expected: holdout === null ? null : (scores.expected[row] as number),
    actual: holdout === null ? null : (holdout[row] as number),
  };
}
