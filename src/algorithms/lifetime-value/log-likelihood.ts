import type { Objective } from '../optimization/objective';
import { chancesToLeave, type BtydKind } from './btyd-model';
import type { HistoryPatterns } from './history-patterns';

/**
 * −ln L per customer as a function of (r, α, a, b), with its gradient.
 *
 * With j chances to leave (x in BG/NBD, x + 1 in MBG/NBD) and m = r + x:
 *
 *     ln L = A(x) − m ln(α + T) + ln(1 + e^z)
 *     A(x) = lnΓ(r + x) − lnΓ(r) + r ln α + ln B(a, b + j) − ln B(a, b)
 *     z    = ln a − ln(b + j − 1) + m ln((α + T) / (α + t_x)),   −∞ when j = 0
 *
 * 1 / (1 + e^z) is the chance to be alive, so 1 minus it weighs the gradient of z. Differences of lnΓ at whole
 * distances are sums of logarithms: no gamma function, no cancellation for large a, b or x.
 *
 * Source: Fader, Hardie & Lee 2005, eq. 6, in the stable form of Fader & Hardie 2013, "Overcoming the BG/NBD Model's
 * #NUM! Error Problem"; MBG/NBD: Batislam et al. 2007. O(patterns + times + largest x)
 */
export function negativeLogLikelihood(kind: BtydKind, patterns: HistoryPatterns): Objective {
  const { times, repeats, recencyAt, observedAt, weights, customers } = patterns;
  const most = repeats.at(-1) ?? 0;
  const customersWith = new Float64Array(most + 1);
  repeats.forEach((x, at) => {
    customersWith[x] = (customersWith[x] as number) + (weights[at] as number);
  });
  const shift = chancesToLeave(kind, 0);
  const logs = new Float64Array(times.length);
  const inverses = new Float64Array(times.length);
  return (point, gradient) => {
    const [r, alpha, a, b] = point as unknown as readonly [number, number, number, number];
    const total = sumOfLevels(customersWith, shift, r, a, b);
    total.value += customers * r * Math.log(alpha);
    total.byR += customers * Math.log(alpha);
    let byAlpha = (customers * r) / alpha;
    for (let at = 0; at < times.length; at++) {
      const sum = alpha + (times[at] as number);
      logs[at] = Math.log(sum);
      inverses[at] = 1 / sum;
    }
    const lnA = Math.log(a);
    let [value, byR, leftForA, leftForB] = [0, 0, 0, 0];
    let lastX = -1;
    let odds = -Infinity;
    let inverseB = 0;
    for (let at = 0; at < repeats.length; at++) {
      const x = repeats[at] as number;
      if (x !== lastX) {
        lastX = x;
        const left = b + x + shift - 1;
        odds = x + shift === 0 ? -Infinity : lnA - Math.log(left);
        inverseB = x + shift === 0 ? 0 : 1 / left;
      }
      const weight = weights[at] as number;
      const m = r + x;
      const lnEnd = logs[observedAt[at] as number] as number;
      const overEnd = inverses[observedAt[at] as number] as number;
      if (odds === -Infinity) {
        value -= weight * m * lnEnd;
        byR -= weight * lnEnd;
        byAlpha -= weight * m * overEnd;
        continue;
      }
      const lnRatio = lnEnd - (logs[recencyAt[at] as number] as number);
      const overLast = inverses[recencyAt[at] as number] as number;
      const z = odds + m * lnRatio;
      const e = Math.exp(z > 0 ? -z : z);
      const left = z > 0 ? 1 / (1 + e) : e / (1 + e);
      value += weight * ((z > 0 ? z : 0) + Math.log1p(e) - m * lnEnd);
      byR += weight * (left * lnRatio - lnEnd);
      byAlpha -= weight * m * (overEnd + left * (overLast - overEnd));
      leftForA += weight * left;
      leftForB += weight * left * inverseB;
    }
    gradient[0] = -(total.byR + byR) / customers;
    gradient[1] = -byAlpha / customers;
    gradient[2] = -(total.byA + leftForA / a) / customers;
    gradient[3] = -(total.byB - leftForB) / customers;
    return -(total.value + value) / customers;
  };
}

/** Σ over customers of lnΓ(r + x) − lnΓ(r) + ln B(a, b + j) − ln B(a, b), with its derivatives. */
function sumOfLevels(
  customersWith: Float64Array,
  shift: number,
  r: number,
  a: number,
  b: number,
): { value: number; byR: number; byA: number; byB: number } {
  const sum = { value: 0, byR: 0, byA: 0, byB: 0 };
  let [level, byR, byA, byB] = [0, 0, 0, 0];
  const chance = (j: number): void => {
    const [stay, all] = [b + j, a + b + j];
    level += Math.log(stay / all);
    byA -= 1 / all;
    byB += 1 / stay - 1 / all;
  };
  for (let j = 0; j < shift; j++) chance(j);
  for (let x = 0; x < customersWith.length; x++) {
    const customers = customersWith[x] as number;
    sum.value += customers * level;
    sum.byR += customers * byR;
    sum.byA += customers * byA;
    sum.byB += customers * byB;
    level += Math.log(r + x);
    byR += 1 / (r + x);
    chance(x + shift);
  }
  return sum;
}
