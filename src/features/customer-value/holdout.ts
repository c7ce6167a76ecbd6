import type { DistinctPeriods } from '../../algorithms/lifetime-value/distinct-periods';
import { isoDay } from '../../base/calendar-day';
import type { Scored } from './customer-scores';
import { endOfPeriod } from './timeline';

/** Customers by their number of repeats in the calibration; the last one is open. */
export const mostRepeats = 7;

export const frequencyKey = (x: number): string => (x >= mostRepeats ? `${mostRepeats}+` : String(x));

export type ForecastErrors = {
  /** Events expected of all customers together. */
  readonly expected: number;
  /** Expected over actual, minus 1; null without any event. */
  readonly bias: number | null;
  /** Mean absolute error and root of the mean squared error, events per customer. */
  readonly mae: number | null;
  readonly rmse: number | null;
};

export type HoldoutGroup = {
  /** `0` … `6`, `7+`: repeats in the calibration. */
  readonly key: string;
  readonly customers: number;
  readonly actual: number;
  readonly expected: number;
};

export type Holdout = ForecastErrors & {
  readonly from: string;
  readonly to: string;
  /** In the unit of time of the question. */
  readonly length: number;
  readonly actual: number;
  /** What "as many as in as long before" would have said. */
  readonly naive: ForecastErrors;
  readonly byFrequency: readonly HoldoutGroup[];
};

/** How far a forecast lies from what happened. O(n) */
export function forecastErrors(expected: Float64Array, actual: Int32Array): ForecastErrors {
  let [all, happened, absolute, squared] = [0, 0, 0, 0];
  for (let row = 0; row < actual.length; row++) {
    const [guess, fact] = [expected[row] as number, actual[row] as number];
    all += guess;
    happened += fact;
    absolute += Math.abs(guess - fact);
    squared += (guess - fact) ** 2;
  }
  const n = actual.length;
  return {
    expected: all,
    bias: happened === 0 ? null : all / happened - 1,
    mae: n === 0 ? null : absolute / n,
    rmse: n === 0 ? null : Math.sqrt(squared / n),
  };
}

/** Events of each customer in the last `length` periods of the calibration, which ends with period 0: a naive forecast. */
export function asManyAsBefore(
  { starts, periods }: DistinctPeriods,
  customers: Int32Array,
  length: number,
): Float64Array {
  return Float64Array.from(customers, (one) => {
    let count = 0;
    const end = starts[one + 1] as number;
    for (let i = starts[one] as number; i < end; i++) {
      const period = periods[i] as number;
      if (period > -length && period <= 0) count++;
    }
    return count;
  });
}

/**
 * What came after the calibration, and how well it was expected.
 *
 * @param periods whole periods after the calibration; null = none
 * @param length  the same in the unit of time of the question
 */
export function holdoutOf(scored: Scored, periods: number | null, length: number): Holdout | null {
  const { calibration, anchor, scores } = scored;
  const { holdout: actual, customers, histories } = calibration;
  if (actual === null || periods === null) return null;
  return {
    from: isoDay(anchor + 1),
    to: isoDay(endOfPeriod(scored, periods)),
    length,
    actual: actual.reduce((sum, one) => sum + one, 0),
    ...forecastErrors(scores.expected, actual),
    naive: forecastErrors(asManyAsBefore(scored.periods, customers, periods), actual),
    byFrequency: holdoutGroups(histories.repeats, actual, scores.expected),
  };
}

function holdoutGroups(
  repeats: Int32Array,
  actual: Int32Array,
  expected: Float64Array,
): readonly HoldoutGroup[] {
  const groups = Array.from({ length: mostRepeats + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  repeats.forEach((x, row) => {
    const group = groups[Math.min(x, mostRepeats)];
    if (group === undefined) return;
    group.customers++;
    group.actual += actual[row] as number;
    group.expected += expected[row] as number;
  });
  return groups.map((group, x) => ({ key: frequencyKey(x), ...group }));
}
