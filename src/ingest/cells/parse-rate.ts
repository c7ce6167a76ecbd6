import { spellNumber } from './parse-number';

const decoder = new TextDecoder();

/**
 * A rate as a fraction (`3.25%` → 0.0325); NaN if the cell is none. A cell's own %, ‰ or bp counts; a bare number is
 * divided by `per`: 100 where the column writes 3.25 for 3.25%, 1 where it writes 0.0325.
 */
export function parseRate(bytes: Uint8Array, start: number, end: number, per: number): number {
  const spelled = spellNumber(decoder.decode(bytes.subarray(start, end)));
  if (spelled === null) return NaN;
  const { isNegative, digits, decimals } = spelled;
  const divisor = spelled.per === 1 ? per : spelled.per;
  const places = Math.round(Math.log10(divisor));
  const isPowerOfTen = 10 ** places === divisor;
  const value = isPowerOfTen
    ? Number(`${digits}e${String(-(decimals + places))}`)
    : Number(`${digits}e${String(-decimals)}`) / divisor;
  return isNegative ? -value : value;
}
