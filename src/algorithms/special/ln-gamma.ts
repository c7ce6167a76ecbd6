/** Coefficients B_{2k} / (2k (2k − 1)) of Stirling's series, k = 1 … 7. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

const HALF_LN_2PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function.
 *
 * @param x > 0; NaN otherwise
 * @returns ln Γ(x), off by at most 1e-14 absolute below 10 and 1e-15 relative above
 *
 * Source: Abramowitz & Stegun 1964, 6.1.41 (Stirling's series) above 10, where the first term left out is below 3e-17;
 * below, 6.1.15 (recurrence) leads there.
 *
 * @example lnGamma(5) // ln 24
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  let z = x;
  let product = 1;
  while (z < 10) {
    product *= z;
    z++;
  }
  const inverse = 1 / z;
  const square = inverse * inverse;
  let series = 0;
  for (let k = stirling.length - 1; k >= 0; k--) series = series * square + (stirling[k] as number);
  return (z - 0.5) * Math.log(z) - z + HALF_LN_2PI + series * inverse - Math.log(product);
}

/** Natural logarithm of the beta function, a, b > 0. Source: Abramowitz & Stegun 1964, 6.2.2. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}
