/**
 * Money in memory is a whole number of minor units (分, cents) in a double: exact up to 2^53, that is 90 × 10^12 yuan.
 * These are the only conversions.
 */

/** Nearest minor unit; halves away from zero, so that a value and its negative round alike. */
export function minorOf(major: number, minorPerMajor: number): number {
  const scaled = Math.abs(major) * minorPerMajor;
  const rounded = Math.floor(scaled + 0.5);
  return major < 0 ? -rounded : rounded;
}

export function majorOf(minor: number, minorPerMajor: number): number {
  return minor / minorPerMajor;
}

/** Nearest multiple of `step` (whole, > 0), halves away from zero. */
export function roundToStep(minor: number, step: number): number {
  const rounded = Math.floor(Math.abs(minor) / step + 0.5) * step;
  return minor < 0 ? -rounded : rounded;
}

/** Plain decimal text without separators: `-1234.50`. `minorPerMajor` is a power of ten. */
export function plainDecimal(minor: number, minorPerMajor: number): string {
  const sign = minor < 0 ? '-' : '';
  const size = Math.abs(minor);
  const whole = Math.floor(size / minorPerMajor);
  if (minorPerMajor === 1) return sign + String(whole);
  const digits = String(minorPerMajor).length - 1;
  return `${sign}${String(whole)}.${String(size - whole * minorPerMajor).padStart(digits, '0')}`;
}
