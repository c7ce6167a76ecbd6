import { areaUnderCurve } from '../../algorithms/evaluation/area-under-curve';
import { wilsonInterval } from '../../algorithms/evaluation/wilson-interval';
import { isotonic } from '../../algorithms/regression/isotonic';
import { isoDay } from '../../base/calendar-day';
import type { Rhythm } from './rhythm';
import type { RiskBand, RiskResult } from './risk-result';
import { bandOf, bandStarts, ratioOf, silenceOf, stateOf, type Rule } from './silence';

/** Days between looking and the window in which leaving is counted: time to act (methods.md §6.2). */
export const leadDays = 30;

/** Fewer who left are no base for a rate (methods.md §6.2). */
const leastLeavers = 50;

export type Rates = {
  /** By band; null when too few left. */
  readonly risks: readonly number[] | null;
  readonly before: readonly RiskBand['before'][];
  readonly backtest: NonNullable<RiskResult['backtest']>;
  readonly left: number;
};

/**
 * How many of each band have left since somebody looked then: closed their last account or count as lost now. Between
 * both days lie the time to act and the days of silence that make somebody lost. Shares are made to rise with the
 * silence.
 *
 * @param then rhythms on the day of looking back
 * @param now  rhythms on the as-of day
 */
export function ratesOf(then: Rhythm, now: Rhythm, closings: Int32Array, rule: Rule): Rates {
  const customers = new Array<number>(bandStarts.length).fill(0);
  const left = new Array<number>(bandStarts.length).fill(0);
  const rows: number[] = [];
  const hasLeft: number[] = [];
  closings.forEach((closed, row) => {
    const state = stateOf(then, row, closed, rule);
    const band = bandOf(ratioOf(then, row, rule));
    if ((state !== 'active' && state !== 'atRisk') || band < 0) return;
    const later = stateOf(now, row, closed, rule);
    const isGone = later === 'lost' || later === 'closed';
    customers[band] = (customers[band] as number) + 1;
    if (isGone) left[band] = (left[band] as number) + 1;
    rows.push(row);
    hasLeft.push(isGone ? 1 : 0);
  });
  const total = left.reduce((sum, count) => sum + count, 0);
  const isCase = Uint8Array.from(hasLeft);
  const auc = (score: (row: number) => number) => areaUnderCurve(Float64Array.from(rows, score), isCase);
  return {
    risks:
      total < leastLeavers
        ? null
        : isotonic(
            left.map((count, band) => count / Math.max(1, customers[band] as number)),
            customers,
          ),
    before: customers.map((n, band) => {
      const [lower, upper] = wilsonInterval(left[band] as number, n);
      return { customers: n, left: left[band] as number, lower, upper };
    }),
    backtest: {
      day: isoDay(then.at),
      until: isoDay(now.at),
      customers: rows.length,
      left: total,
      auc: auc((row) => ratioOf(then, row, rule)),
      aucOfDays: auc((row) => silenceOf(then, row)),
    },
    left: total,
  };
}
