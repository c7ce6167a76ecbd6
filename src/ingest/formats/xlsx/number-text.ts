import { plainNumber } from '../plain-decimal';

/** Digits that Excel keeps of a number. */
const KEPT_DIGITS = 15;
const FIRST_DAMAGED = 1e15;

/**
 * A number of a workbook as plain decimal, with the 15 digits that Excel keeps: 0.30000000000000004 is 0.3. A whole
 * number of more digits has lost its last ones, or will when somebody saves the file: it is written as Excel shows it,
 * `6.22202000000000E+18`, which nobody takes for an id.
 */
export function numberText(written: string): string {
  if (/^-?[1-9]\d{0,14}$|^0$/.test(written)) return written;
  const value = Number(written);
  if (!Number.isFinite(value)) return written.trim();
  if (Math.abs(value) >= FIRST_DAMAGED) return exponentText(value);
  return plainNumber(Number(value.toPrecision(KEPT_DIGITS)));
}

function exponentText(value: number): string {
  const [digits = '', power = ''] = value.toExponential(KEPT_DIGITS - 1).split('e');
  return `${digits}E${power}`;
}
