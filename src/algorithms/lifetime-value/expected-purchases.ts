import { hypergeometricSeries } from '../special/hypergeometric';
import { lnBeta } from '../special/ln-gamma';
import { integrateUnit } from '../special/tanh-sinh';
import { chancesToLeave, type BtydKind, type BtydParameters } from './btyd-model';
import { probabilityAlive } from './probability-alive';
import type { PurchaseHistories } from './purchase-histories';

/**
 * How many purchases will a customer with this history make in (T, T + horizon]?
 *
 * @param x        repeats, ≥ 0
 * @param recency  t_x, 0 ≤ t_x ≤ `observed`
 * @param observed T
 * @param horizon  ≥ 0; all times in the unit of α
 * @returns ≥ 0
 *
 * Source: BG/NBD: Fader, Hardie & Lee 2005, eq. 10; MBG/NBD: Batislam et al. 2007. O(terms of a series)
 *
 * @example expectedPurchases('bg-nbd', parameters, 2, 30.43, 38.86, 39) // 1.226
 */
export function expectedPurchases(
  kind: BtydKind,
  parameters: BtydParameters,
  x: number,
  recency: number,
  observed: number,
  horizon: number,
): number {
  return (
    probabilityAlive(kind, parameters, x, recency, observed) *
    purchasesIfAlive(kind, parameters, x, observed, horizon)
  );
}

/**
 * How many repeats will a new customer make in (0, horizon]? A new customer is one with x = t_x = T = 0: who has not
 * left at once, in MBG/NBD.
 *
 * Source: Fader, Hardie & Lee 2005, eq. 9; MBG/NBD: Batislam et al. 2007.
 */
export function expectedRepeats(kind: BtydKind, parameters: BtydParameters, horizon: number): number {
  return expectedPurchases(kind, parameters, 0, 0, 0, horizon);
}

/** {@link expectedPurchases} of each history. O(n + distinct (x, T) · terms) */
export function expectedPurchasesOf(
  kind: BtydKind,
  parameters: BtydParameters,
  { repeats, recency, observed }: PurchaseHistories,
  horizon: number,
): Float64Array {
  const known = new Map<number, Map<number, number>>();
  return Float64Array.from(repeats, (x, row) => {
    const T = observed[row] as number;
    let byObserved = known.get(x);
    if (byObserved === undefined) known.set(x, (byObserved = new Map<number, number>()));
    let ifAlive = byObserved.get(T);
    if (ifAlive === undefined) {
      byObserved.set(T, (ifAlive = purchasesIfAlive(kind, parameters, x, T, horizon)));
    }
    return ifAlive * probabilityAlive(kind, parameters, x, recency[row] as number, T);
  });
}

/**
 * How many repeats have all customers made together by a given time, from their births on? The line of expected
 * against actual purchases.
 *
 * @param births   when each customer made the first purchase
 * @param at       who is born later counts 0
 * Source: Fader, Hardie & Lee 2005, §3.2 (the cumulative repeat curve). O(n + distinct births · terms)
 */
export function expectedRepeatsOfCohort(
  kind: BtydKind,
  parameters: BtydParameters,
  births: Float64Array,
  at: number,
): number {
  const known = new Map<number, number>();
  let sum = 0;
  for (const birth of births) {
    if (birth >= at) continue;
    let expected = known.get(birth);
    if (expected === undefined) known.set(birth, (expected = expectedRepeats(kind, parameters, at - birth)));
    sum += expected;
  }
  return sum;
}

/**
 * Purchases in (T, T + t] of a customer known to be alive at T. With j chances to leave so far, m = r + x,
 * c = a + b + j − 1, z = t / (α + T + t) the papers have
 *
 *     c / (a − 1) · [1 − (1 − z)^m F(m, b + j; c; z)]
 *
 * Euler's transformation (Abramowitz & Stegun 15.3.3) turns this into
 *
 *     c / (a − 1) · [1 − (1 − z)^(a − 1) F(c − m, a − 1; c; z)]
 *
 * where a − 1 can be divided out of every term, and c too: nothing is left that vanishes at a = 1 or a + b = 1, and no
 * factor grows with x. What stays is −c · expm1((a − 1) ln(1 − z)) / (a − 1), and a series 3F2 of the terms k ≥ 1.
 */
function purchasesIfAlive(
  kind: BtydKind,
  { r, alpha, a, b }: BtydParameters,
  x: number,
  observed: number,
  horizon: number,
): number {
  if (horizon <= 0) return 0;
  const j = chancesToLeave(kind, x);
  const c = a + b + j - 1;
  const h = c - r - x;
  const z = horizon / (alpha + observed + horizon);
  const series = hypergeometricSeries([h + 1, a, 1], [c + 1, 2], z);
  if (series === null) return byIntegral(r + x, a, b + j, horizon / (alpha + observed));
  const lnRest = Math.log1p(-z);
  const first = a === 1 ? -lnRest : -Math.expm1((a - 1) * lnRest) / (a - 1);
  return Math.max(0, c * first - Math.exp((a - 1) * lnRest) * h * z * series);
}

/**
 * ∫₀¹ (1 / p) · [1 − (1 + p τ)^−m] · Beta(p; a, b) dp: the same by averaging over the chance to leave, for horizons so
 * long that the series needs too many terms. Source: methods.md §4.1.
 */
export function byIntegral(m: number, a: number, b: number, tau: number): number {
  const scale = -lnBeta(a, b);
  const { value } = integrateUnit((p, rest) => {
    const overP = -Math.expm1(-m * Math.log1p(p * tau)) / p;
    return overP * Math.exp(scale + (a - 1) * Math.log(p) + (b - 1) * Math.log(rest));
  });
  return value;
}
