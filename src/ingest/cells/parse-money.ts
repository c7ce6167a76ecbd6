import { spellNumber, type CellRule } from './parse-number';

const decoder = new TextDecoder();
const DOT = 46;
const MINUS = 45;
const EXACT_DIGITS = 15;

/**
 * How an amount of the file becomes whole minor units: `factor` minor units for 1 of the file. With a power of ten the
 * `decimals` that it keeps are known and the digits are added up exactly.
 */
export type MoneyScale = {
  readonly factor: number;
  /** log10 of the factor, or −1. */
  readonly decimals: number;
  /** `steps[d]` = 10^(decimals − d): what a number written with d decimals is multiplied by. */
  readonly steps: Float64Array;
};

export function moneyScale(factor: number): MoneyScale {
  const log = Math.round(Math.log10(factor));
  const decimals = log >= 0 && Number(`1e${String(log)}`) === factor ? log : -1;
  const steps = Float64Array.from({ length: Math.max(decimals, 0) + 1 }, (_, d) =>
    Number(`1e${String(Math.max(decimals - d, 0))}`),
  );
  return { factor, decimals, steps };
}

/** Minor units of an amount, exact; NaN if the cell is no amount or has more decimals than minor units can hold. */
export function parseMoney(bytes: Uint8Array, start: number, end: number, scale: MoneyScale): number {
  let i = start;
  const isNegative = bytes[i] === MINUS;
  if (isNegative) i++;
  const firstDigit = i;
  let value = 0;
  while (i < end) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    i++;
  }
  let digits = i - firstDigit;
  let decimals = 0;
  if (digits > 0 && i < end && bytes[i] === DOT) {
    const firstDecimal = ++i;
    while (i < end) {
      const digit = (bytes[i] as number) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      i++;
    }
    decimals = i - firstDecimal;
    digits += decimals;
  }
  if (i < end || digits === 0 || decimals > scale.decimals || digits + scale.decimals > EXACT_DIGITS) {
    const slow = moneyOf(decoder.decode(bytes.subarray(start, end)), scale);
    return typeof slow === 'number' ? slow : NaN;
  }
  value *= scale.steps[decimals] as number;
  return isNegative ? 0 - value : value;
}

/** The slow and complete way: minor units, or the rule that the text breaks. */
export function moneyOf(text: string, scale: MoneyScale): number | CellRule {
  // Ledgers write two dashes for zero.
  if (text === '--') return 0;
  const spelled = spellNumber(text);
  if (spelled === null || spelled.per !== 1) return 'cell.not-a-number';
  const { isNegative, digits, decimals } = spelled;
  let minor: number;
  if (scale.decimals >= 0) {
    const surplus = decimals - scale.decimals;
    if (surplus > 0 && /[1-9]/.test(digits.slice(-surplus))) return 'cell.too-many-decimals';
    minor = surplus > 0 ? Number(digits.slice(0, -surplus)) : Number(digits + '0'.repeat(-surplus));
  } else {
    const exact = Number(`${digits}e${String(-decimals)}`) * scale.factor;
    minor = Math.round(exact);
    if (Math.abs(exact - minor) > 1e-6 * Math.max(1, Math.abs(minor) * 1e-6)) return 'cell.too-many-decimals';
  }
  if (!Number.isSafeInteger(minor)) return 'cell.not-a-number';
  return isNegative && minor !== 0 ? -minor : minor;
}
