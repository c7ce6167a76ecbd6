import { lnGamma } from './ln-gamma';

const MOST_STEPS = 10_000;
const TINY = 1e-300;

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a): the share of a Gamma(a, 1) above x.
 *
 * @param a > 0
 * @param x ≥ 0
 * @returns 0 … 1, about 13 digits right
 *
 * Source: Abramowitz & Stegun 1964, 6.5.29 (series, for x < a + 1) and 6.5.31 (continued fraction, evaluated by Lentz'
 * method).
 *
 * @example upperIncompleteGamma(1, 2) // e^−2
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

/** Σ x^k / (a (a + 1) … (a + k)) */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_STEPS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term <= 1e-17 * sum) break;
  }
  return sum;
}

/** 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − 2 (2 − a) / (x + 5 − a − …))) */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MOST_STEPS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Chance that a chi-squared variable is above `statistic`: the p-value of the test.
 *
 * @param degreesOfFreedom ≥ 1
 * Source: Abramowitz & Stegun 1964, 26.4.19.
 * @example chiSquaredTail(3.841459, 1) // 0.05
 */
export function chiSquaredTail(statistic: number, degreesOfFreedom: number): number {
  return upperIncompleteGamma(degreesOfFreedom / 2, statistic / 2);
}
