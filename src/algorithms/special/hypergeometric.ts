const MOST_TERMS = 10_000;
const SMALLEST_TERM = 1e-16;

/**
 * The series Σ_{k≥0} Π(upper)_k / Π(lower)_k · z^k / k!, where (a)_k = a (a + 1) … (a + k − 1).
 *
 * @param upper  as many as `lower` and one more, so that the series converges for |z| < 1
 * @param lower  none of them 0 or a negative whole number
 * @param z      |z| < 1
 * @returns null when 10,000 terms are not enough or the sum is not finite: the caller knows another way
 *
 * Source: Abramowitz & Stegun 1964, 15.1.1; NIST DLMF 16.2.1. O(terms · parameters)
 *
 * @example hypergeometricSeries([1, 1], [2], 0.5) // −ln(1 − ½) / ½
 */
export function hypergeometricSeries(
  upper: readonly number[],
  lower: readonly number[],
  z: number,
): number | null {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < MOST_TERMS; k++) {
    let ratio = z / (k + 1);
    for (const a of upper) ratio *= a + k;
    for (const c of lower) ratio /= c + k;
    term *= ratio;
    sum += term;
    if (!Number.isFinite(sum)) return null;
    // While terms still grow a small one proves nothing.
    if (Math.abs(term) <= SMALLEST_TERM * Math.abs(sum) && Math.abs(ratio) < 1) return sum;
  }
  return null;
}

/**
 * Gauss' hypergeometric function F(a, b; c; z).
 *
 * @param c not 0 or a negative whole number
 * @param z 0 ≤ z < 1
 * @returns null when the series does not converge in 10,000 terms
 *
 * Source: Abramowitz & Stegun 1964, 15.1.1; above z = 0.8 Euler's transformation 15.3.3 when it makes the terms
 * smaller (methods.md §0.1).
 *
 * @example gaussHypergeometric(1, 1, 2, 0.5) // 2 ln 2
 */
export function gaussHypergeometric(a: number, b: number, c: number, z: number): number | null {
  if (z > 0.8 && Math.abs((c - a) * (c - b)) < Math.abs(a * b)) {
    const series = hypergeometricSeries([c - a, c - b], [c], z);
    return series === null ? null : Math.pow(1 - z, c - a - b) * series;
  }
  return hypergeometricSeries([a, b], [c], z);
}
