import type { Day } from '../../base/calendar-day';
import { neverDay, noDay } from '../../dataset/facts';
import type { Rhythm } from './rhythm';
import type { RiskParameters, RiskState } from './risk-result';

export type Rule = Required<Pick<RiskParameters, 'threshold' | 'leastGapDays' | 'lostDays'>>;

/** Days since the last transaction of one's own; NaN = none. */
export const silenceOf = ({ at, last }: Rhythm, row: number): number =>
  last[row] === noDay ? NaN : at - (last[row] as Day);

/** Silence in gaps of the customer's rhythm, none of which counts as shorter than `leastGapDays`; NaN = no rhythm. */
export const ratioOf = (rhythm: Rhythm, row: number, { leastGapDays }: Rule): number =>
  silenceOf(rhythm, row) / Math.max(leastGapDays, rhythm.gap[row] as number);

/**
 * What a customer's silence means on the day of a rhythm. Without any rhythm to compare with, `lostDays` alone decide.
 *
 * @param closed day on which the last account was closed, {@link neverDay} = not
 */
export function stateOf(rhythm: Rhythm, row: number, closed: Day, rule: Rule): RiskState {
  if (closed !== neverDay && closed <= rhythm.at) return 'closed';
  const silence = silenceOf(rhythm, row);
  if (Number.isNaN(silence)) return 'never';
  const ratio = ratioOf(rhythm, row, rule);
  if (ratio <= rule.threshold) return 'active';
  if (silence >= rule.lostDays) return 'lost';
  return Number.isNaN(ratio) ? 'active' : 'atRisk';
}

/** Lower ends of the bands of silence in gaps; the last is open. */
export const bandStarts = [0, 0.5, 1, 1.5, 2, 3, 4] as const;

/** The band of a ratio; −1 = not known. */
export function bandOf(ratio: number): number {
  return bandStarts.findLastIndex((from) => ratio >= from);
}
