import { emptyBitmap, setNull, type TextColumn } from '../../src/columns/column';
import { dictionaryOf, type Dictionary } from '../../src/columns/dictionary';

/**
 * A text column from numbers of the model: row r holds `values[codes[r]]`, a negative code is null. The dictionary holds
 * the values in use in order of first appearance, exactly as reading the column from a file would make it.
 *
 * @param codes the first `count` entries are taken
 * @param values distinct
 * @param through when given, row r holds `values[through[codes[r]]]`: no list of codes is made in between
 */
export function textColumnOf(
  codes: ArrayLike<number>,
  count: number,
  values: Dictionary,
  through?: ArrayLike<number>,
): TextColumn {
  const newCode = new Int32Array(values.size).fill(-1);
  const used: number[] = [];
  const result = new Uint32Array(count);
  let nulls: Uint8Array | null = null;
  for (let row = 0; row < count; row++) {
    const given = codes[row] as number;
    const code = given < 0 || through === undefined ? given : (through[given] as number);
    if (code < 0) {
      nulls ??= emptyBitmap(count);
      setNull(nulls, row);
      continue;
    }
    let mapped = newCode[code] as number;
    if (mapped < 0) {
      mapped = used.length;
      newCode[code] = mapped;
      used.push(code);
    }
    result[row] = mapped;
  }
  return { kind: 'text', codes: result, dictionary: selection(values, used), nulls };
}

export function textColumnOfStrings(strings: readonly (string | null)[]): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = strings.map((text) => {
    if (text === null) return -1;
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, codeOf.size);
    return codeOf.size - 1;
  });
  return textColumnOf(codes, codes.length, dictionaryOf([...codeOf.keys()]));
}

function selection(values: Dictionary, codes: readonly number[]): Dictionary {
  const offsets = new Uint32Array(codes.length + 1);
  let length = 0;
  codes.forEach((code, index) => {
    length += (values.offsets[code + 1] as number) - (values.offsets[code] as number);
    offsets[index + 1] = length;
  });
  const bytes = new Uint8Array(length);
  codes.forEach((code, index) => {
    let to = offsets[index] as number;
    for (let at = values.offsets[code] as number; at < (values.offsets[code + 1] as number); at++) {
      bytes[to++] = values.bytes[at] as number;
    }
  });
  return { bytes, offsets, size: codes.length };
}

const ZERO = 48;

/** Distinct texts `prefix` + row number from 1 with leading zeros: `T00000001`. One run of bytes, no strings. */
export function numberedDictionary(prefix: string, digits: number, size: number): Dictionary {
  const head = new TextEncoder().encode(prefix);
  const width = head.length + digits;
  const bytes = new Uint8Array(width * size);
  const offsets = new Uint32Array(size + 1);
  const text = new Uint8Array(width).fill(ZERO);
  text.set(head);
  for (let n = 0; n < size; n++) {
    let place = width - 1;
    while (text[place] === ZERO + 9) text[place--] = ZERO;
    text[place] = (text[place] as number) + 1;
    for (let at = n * width, of = 0; of < width; at++, of++) bytes[at] = text[of] as number;
    offsets[n + 1] = (n + 1) * width;
  }
  return { bytes, offsets, size };
}

export function writeNumber(bytes: Uint8Array, at: number, digits: number, value: number): void {
  let rest = value;
  for (let place = at + digits - 1; place >= at; place--) {
    const next = Math.floor(rest / 10);
    bytes[place] = ZERO + rest - next * 10;
    rest = next;
  }
}

/** Writes the check digit of Luhn's rule behind the `digits` digits at `at`, as bank cards carry it. */
export function writeCheckDigit(bytes: Uint8Array, at: number, digits: number): void {
  let sum = 0;
  for (let n = 0; n < digits; n++) {
    let digit = (bytes[at + digits - 1 - n] as number) - ZERO;
    if (n % 2 === 0) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  bytes[at + digits] = ZERO + ((10 - (sum % 10)) % 10);
}
