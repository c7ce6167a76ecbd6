import { lnBeta, lnGamma } from '../special/ln-gamma';
import { chancesToLeave, type BtydKind, type BtydParameters } from './btyd-model';

/**
 * How likely is it that a new customer makes 0, 1, … `most` − 1, or at least `most` repeats in (0, horizon]?
 *
 * With j chances to leave at x repeats, and N the negative binomial number of repeats of somebody who never leaves,
 *
 *     P(X = x) = B(a, b + j) / B(a, b) · P(N = x) + 1[j > 0] · B(a + 1, b + j − 1) / B(a, b) · P(N ≥ x)
 *
 * @param most    ≥ 1
 * @param horizon ≥ 0, in the unit of α
 * @returns `most` + 1 probabilities that add up to 1; the last one is that of `most` or more
 *
 * Source: BG/NBD: Fader, Hardie & Lee 2005, eq. 8; MBG/NBD: Batislam et al. 2007. O(most)
 *
 * @example repeatDistribution('bg-nbd', parameters, 7, 39)[0] // .59
 */
export function repeatDistribution(
  kind: BtydKind,
  { r, alpha, a, b }: BtydParameters,
  most: number,
  horizon: number,
): Float64Array {
  const chances = new Float64Array(most + 1);
  const lnIdle = -r * Math.log1p(horizon / alpha);
  const lnActive = Math.log(horizon / (alpha + horizon));
  const scale = -lnBeta(a, b);
  let [fewer, found] = [0, 0];
  for (let x = 0; x < most; x++) {
    const j = chancesToLeave(kind, x);
    const lnTimes = x === 0 ? 0 : lnGamma(r + x) - lnGamma(r) - lnGamma(x + 1) + x * lnActive;
    const exactly = Math.exp(lnIdle + lnTimes);
    const stays = Math.exp(scale + lnBeta(a, b + j)) * exactly;
    const left = j === 0 ? 0 : Math.exp(scale + lnBeta(a + 1, b + j - 1)) * Math.max(0, 1 - fewer);
    chances[x] = stays + left;
    fewer += exactly;
    found += stays + left;
  }
  chances[most] = Math.max(0, 1 - found);
  return chances;
}

/** In how many customers does the model expect each number of repeats, each by its own T? O(n + distinct T · most) */
export function expectedFrequencies(
  kind: BtydKind,
  parameters: BtydParameters,
  observed: Float64Array,
  most: number,
): Float64Array {
  const customers = new Map<number, number>();
  for (const T of observed) customers.set(T, (customers.get(T) ?? 0) + 1);
  const sums = new Float64Array(most + 1);
  for (const [T, count] of customers) {
    repeatDistribution(kind, parameters, most, T).forEach((chance, x) => {
      sums[x] = (sums[x] as number) + count * chance;
    });
  }
  return sums;
}
