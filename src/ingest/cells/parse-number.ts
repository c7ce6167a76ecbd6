/** Why a cell could not be read: the rule that a reject or an issue carries. */
export type CellRule =
  | 'cell.missing'
  | 'cell.not-a-number'
  | 'cell.too-many-decimals'
  | 'cell.not-a-date'
  | 'cell.not-a-time'
  | 'cell.not-a-rate'
  | 'cell.not-yes-or-no'
  | 'cell.garbled';

const decoder = new TextDecoder();
const DOT = 46;
const MINUS = 45;
/** Whole numbers of this many digits are exact in a double, and so is their quotient by a power of ten. */
const EXACT_DIGITS = 15;
const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${String(exponent)}`));

/**
 * The number that a cell says, correctly rounded; NaN if it says none. Plain decimals are read from the bytes; anything
 * else (separators, signs, 万, exponents, full-width digits) as {@link spellNumber} reads it.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
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
  if (digits === 0) return parseSpelled(bytes, start, end);
  if (i < end) {
    if (bytes[i] !== DOT) return parseSpelled(bytes, start, end);
    const firstDecimal = ++i;
    while (i < end) {
      const digit = (bytes[i] as number) - 48;
      if (digit < 0 || digit > 9) return parseSpelled(bytes, start, end);
      value = value * 10 + digit;
      i++;
    }
    const decimals = i - firstDecimal;
    digits += decimals;
    if (digits > EXACT_DIGITS) return parseSpelled(bytes, start, end);
    value /= powersOfTen[decimals] as number;
  } else if (digits > EXACT_DIGITS) {
    return parseSpelled(bytes, start, end);
  }
  return isNegative ? 0 - value : value;
}

function parseSpelled(bytes: Uint8Array, start: number, end: number): number {
  const spelled = spellNumber(decoder.decode(bytes.subarray(start, end)));
  if (spelled === null || spelled.per !== 1) return NaN;
  return Number(`${spelled.isNegative ? '-' : ''}${spelled.digits}e${String(-spelled.decimals)}`);
}

/** A number taken apart: `±digits · 10^−decimals`, and `per` 100 for %, 1000 for ‰, 10,000 for bp. */
export type SpelledNumber = {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly decimals: number;
  readonly per: number;
};

/** Most cells that are no number begin with a letter; of the words only a currency may stand before a number. */
const isWord = /^(?!CNY|RMB|USD)[A-Za-z]/;
const grouped = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const suffixes: readonly (readonly [string, { readonly shift?: number; readonly per?: number }])[] = [
  ['百万', { shift: 6 }],
  ['千万', { shift: 7 }],
  ['亿', { shift: 8 }],
  ['万', { shift: 4 }],
  ['千', { shift: 3 }],
  ['%', { per: 100 }],
  ['‰', { per: 1000 }],
  ['bps', { per: 10_000 }],
  ['bp', { per: 10_000 }],
];

/**
 * Reads a number as people and machines write it: `1,234.5` `(1,234.50)` `1,234.50-` `−3` `+3` `￥5` `5元` `3.5万`
 * `１２３` `1.5E+3` `3.25%`. Null if it is none. Exact: digits are kept as text.
 */
export function spellNumber(text: string): SpelledNumber | null {
  if (isWord.test(text)) return null;
  let rest = text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u3000]+/g, '')
    .replace(/^'|^="|"$/g, '');
  let isNegative = false;
  const flip = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '');
    const found = shorter !== rest;
    rest = shorter;
    return found;
  };
  if (/^\(.+\)$/.test(rest)) {
    rest = rest.slice(1, -1);
    isNegative = true;
  }
  if (flip(/^[-\u2212\u2013]/)) isNegative = !isNegative;
  else flip(/^\+/);
  const hasPrefix = flip(/^(?:[￥¥$€£]|CNY|RMB|USD)/);
  if (hasPrefix && flip(/^[-\u2212]/)) isNegative = !isNegative;
  if (flip(/[-\u2212]$/)) isNegative = !isNegative;
  flip(/元$/);
  let shift = 0;
  let per = 1;
  for (const [suffix, effect] of suffixes) {
    if (!rest.endsWith(suffix)) continue;
    rest = rest.slice(0, -suffix.length);
    shift = effect.shift ?? 0;
    per = effect.per ?? 1;
    break;
  }
  const match = grouped.exec(rest);
  if (!match || !/\d/.test(rest.split(/[eE]/)[0] ?? '')) return null;
  const fraction = match[1] ?? '';
  const exponent = Number(match[2] ?? 0) + shift;
  const whole = (rest.split(/[.eE]/)[0] ?? '').replaceAll(',', '');
  let digits = whole + fraction;
  let decimals = fraction.length - exponent;
  if (decimals < 0) {
    digits += '0'.repeat(Math.min(-decimals, 400));
    decimals = 0;
  }
  return { isNegative, digits: digits.replace(/^0+(?=\d)/, ''), decimals, per };
}
