import { chancesToLeave, type BtydKind, type BtydParameters } from './btyd-model';
import type { PurchaseHistories } from './purchase-histories';

/**
 * How likely is it that a customer with x repeats, the last one at t_x, has not left by T?
 *
 * BG/NBD gives 1 to everybody without a repeat: there was no chance to leave. MBG/NBD does not.
 *
 * @param x        repeats, ≥ 0
 * @param recency  t_x, 0 ≤ t_x ≤ `observed`
 * @param observed T, same unit of time as α
 * @returns 0 … 1
 *
 * P = 1 / (1 + a / (b + j − 1) · ((α + T) / (α + t_x))^(r + x)), j chances to leave; 1 when j = 0. Source: Fader & Hardie
 * 2008, "Computing P(alive) Using the BG/NBD Model"; MBG/NBD: Batislam et al. 2007. O(1)
 *
 * @example probabilityAlive('bg-nbd', parameters, 0, 0, 38.86) // 1
 */
export function probabilityAlive(
  kind: BtydKind,
  { r, alpha, a, b }: BtydParameters,
  x: number,
  recency: number,
  observed: number,
): number {
  const j = chancesToLeave(kind, x);
  if (j === 0) return 1;
  const lnOdds = Math.log(a / (b + j - 1)) + (r + x) * Math.log1p((observed - recency) / (alpha + recency));
  return 1 / (1 + Math.exp(lnOdds));
}

/** {@link probabilityAlive} of each history. O(n) */
export function probabilitiesAlive(
  kind: BtydKind,
  parameters: BtydParameters,
  { repeats, recency, observed }: PurchaseHistories,
): Float64Array {
  return Float64Array.from(repeats, (x, row) =>
    probabilityAlive(kind, parameters, x, recency[row] as number, observed[row] as number),
  );
}
