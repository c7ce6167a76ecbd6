/**
 * `exp` and `ln` made of + − × ÷ only, so that they give the same bits in every engine (`Math.exp` and `Math.log` may
 * differ in the last place). Relative error below 1e-15 over the range of doubles.
 */

const LN2_HIGH = 0.693147180369123816; // 33 bits of ln 2: k · LN2_HIGH is exact for |k| < 2^20
const LN2_LOW = 1.9082149292705877e-10; // ln 2 − LN2_HIGH
const INVERSE_LN2 = 1.4426950408889634;
const SQRT2 = 1.4142135623730951;

/** 2^k for k = −1074 … 1023 by repeated exact halving and doubling. */
const powersOfTwo = new Float64Array(2098);
powersOfTwo[1074] = 1;
for (let k = 1075; k < 2098; k++) powersOfTwo[k] = (powersOfTwo[k - 1] as number) * 2;
for (let k = 1073; k >= 0; k--) powersOfTwo[k] = (powersOfTwo[k + 1] as number) / 2;

const inverses = Float64Array.from({ length: 26 }, (_, n) => 1 / n);
const INVERSE_25 = 1 / 25;

const word = new DataView(new ArrayBuffer(8));

/**
 * e to the power `x`. Overflows to Infinity above 709.78, underflows to 0 below −745.13; NaN gives NaN.
 *
 * Method: x = k·ln 2 + r with |r| ≤ ln 2 / 2; Taylor polynomial of degree 13 in r (remainder below 1e-17); times 2^k.
 */
export function exp(x: number): number {
  if (!(x > -745.2)) return x !== x ? x : 0;
  if (x > 709.79) return Infinity;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1 + r / 13;
  for (let n = 12; n >= 1; n--) sum = 1 + (r / n) * sum;
  // Two steps, because 2^k alone overflows at k = 1024 and loses bits below −1022.
  const half = k >> 1;
  return sum * (powersOfTwo[half + 1074] as number) * (powersOfTwo[k - half + 1074] as number);
}

/**
 * Natural logarithm. −Infinity at 0, NaN below 0.
 *
 * Method: x = 2^k·m with √½ ≤ m < √2; ln m = 2·artanh(s), s = (m − 1)/(m + 1), odd series to s^25 (|s| ≤ 0.1716).
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984; // 2^54 makes a subnormal normal
    k = -54;
  }
  word.setFloat64(0, scaled);
  const high = word.getInt32(0);
  k += (high >> 20) - 1023;
  word.setInt32(0, (high & 0x000fffff) | 0x3ff00000);
  let m = word.getFloat64(0);
  if (m >= SQRT2) {
    m /= 2;
    k++;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let sum = INVERSE_25;
  for (let n = 23; n >= 3; n -= 2) sum = (inverses[n] as number) + z * sum;
  return k * LN2_HIGH + (2 * s + (2 * s * z * sum + k * LN2_LOW));
}
