/** Beyond this a number is no amount and no id, and would be a line of zeros. */
const MOST_SHIFTED = 400;

/**
 * A number with an exponent as a plain decimal with the same digits; what has none, or one out of all measure, as it is.
 *
 * @example plainDecimal('-1.25e3') // '-1250'
 */
export function plainDecimal(text: string): string {
  const found = /^([+-]?)(\d*)\.?(\d*)[eE]([+-]?\d+)$/.exec(text);
  if (found === null) return text;
  const [, sign = '', whole = '', fraction = '', power = ''] = found;
  const exponent = Number(power);
  if (Math.abs(exponent) > MOST_SHIFTED) return text;
  const point = whole.length + exponent;
  const digits = whole + fraction;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const right = point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, '0');
  const trimmed = right.replace(/0+$/, '');
  const number = `${left.replace(/^0+(?=\d)/, '') || '0'}${trimmed === '' ? '' : `.${trimmed}`}`;
  return sign === '-' && /[1-9]/.test(number) ? `-${number}` : number;
}

/** A number of a typed source; nothing where it is none. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  return plainDecimal(Object.is(value, -0) ? '0' : String(value));
}

/** The same of a number of 32 bits, with no more digits than tell it from its neighbours. */
export function plainFloat32(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return plainNumber(short);
  }
  return plainNumber(value);
}

/**
 * An integer of `scale` decimals: 12345 and 2 are `123.45`.
 * @throws Error where that is out of all measure
 */
export function scaledInteger(value: bigint, scale: number): string {
  if (!(Math.abs(scale) <= MOST_SHIFTED)) throw new Error(`a decimal of ${String(scale)} places`);
  const digits = (value < 0n ? -value : value).toString();
  if (scale <= 0) return `${value < 0n ? '-' : ''}${digits}${value === 0n ? '' : '0'.repeat(-scale)}`;
  const padded = digits.padStart(scale + 1, '0');
  const fraction = padded.slice(-scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${padded.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}
