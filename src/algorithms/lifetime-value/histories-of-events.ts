import { distinctPeriods, type EventList } from './distinct-periods';
import type { PurchaseHistories } from './purchase-histories';

export type CalibrationOptions = {
  /** Number of customers. */
  readonly customers: number;
  /** The last period from which the model may learn. */
  readonly calibrationEnd: number;
  /** The last period of the holdout; null = none. */
  readonly holdoutEnd: number | null;
  /** Periods in one unit of time: 7 turns days into weeks. */
  readonly periodsPerUnit: number;
};

export type Calibration = {
  /** One row per customer whose first event lies in the calibration, by ascending customer. */
  readonly histories: PurchaseHistories;
  /** Which customer each row is. */
  readonly customers: Int32Array;
  /** First period of each row's customer. */
  readonly first: Int32Array;
  /** Events of each row's customer after the calibration, up to the end of the holdout; null without one. */
  readonly holdout: Int32Array | null;
};

/**
 * Repeats, recency and time observed of each customer, and what the customer did in the holdout.
 *
 * Times are not rounded. Source: Fader, Hardie & Lee 2005, §3.1 (x, t_x, T); methods.md §4. O(events · log of the events
 * of a customer)
 */
export function historiesOfEvents(events: EventList, options: CalibrationOptions): Calibration {
  const { customers, calibrationEnd, holdoutEnd, periodsPerUnit } = options;
  const { starts, periods } = distinctPeriods(events, customers);
  const kept: number[] = [];
  for (let one = 0; one < customers; one++) {
    const start = starts[one] as number;
    if (start < (starts[one + 1] as number) && (periods[start] as number) <= calibrationEnd) kept.push(one);
  }
  const rows = kept.length;
  const first = new Int32Array(rows);
  const repeats = new Int32Array(rows);
  const recency = new Float64Array(rows);
  const observed = new Float64Array(rows);
  const holdout = holdoutEnd === null ? null : new Int32Array(rows);
  kept.forEach((one, row) => {
    const own = periods.subarray(starts[one], starts[one + 1]);
    const born = own[0] as number;
    let [x, last, later] = [0, born, 0];
    for (let i = 1; i < own.length; i++) {
      const period = own[i] as number;
      if (period <= calibrationEnd) {
        x++;
        last = period;
      } else if (holdoutEnd !== null && period <= holdoutEnd) later++;
    }
    first[row] = born;
    repeats[row] = x;
    recency[row] = (last - born) / periodsPerUnit;
    observed[row] = (calibrationEnd - born) / periodsPerUnit;
    if (holdout !== null) holdout[row] = later;
  });
  return {
    histories: { repeats, recency, observed, weights: null },
    customers: Int32Array.from(kept),
    first,
    holdout,
  };
}
