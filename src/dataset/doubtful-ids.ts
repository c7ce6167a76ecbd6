import { isNull, type TextColumn } from '../columns/column';
import { dictionaryValue, type Dictionary } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { links } from '../model/links';
import type { Assumption } from './dataset';
import { Memory } from './remember';

const maskedId = /\*{2,}|＊{2,}|•{2,}|\d[xX]{4,}(?:\d|$)/u;
const damagedId = /^\s*[1-9](?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)\s*$/u;

/** Whether an id is written with signs in place of some of its digits: `6222****1234`. */
export const isMaskedId = (text: string): boolean => maskedId.test(text);

/** Whether a cell was an id or a card number before Excel took it for a number: `6.22202E+18`. */
export const isDamagedId = (text: string): boolean => damagedId.test(text);

/** Codes of values that several things may share, with what is wrong with them. */
export type DoubtfulIds = ReadonlyMap<number, 'masked' | 'damaged'>;

const none: DoubtfulIds = new Map();
const ofDictionaries = new Memory<Dictionary>();

/**
 * The ids of a dictionary that are not unique though they look so: masked ones, and those of which Excel lost digits.
 * Nothing may be joined by them (data.md §5.3, §5.4). Looks at bytes; only values with signs of either are read.
 */
export function doubtfulIds(dictionary: Dictionary): DoubtfulIds {
  return ofDictionaries.of(dictionary, 'doubtful', () => {
    const found = new Map<number, 'masked' | 'damaged'>();
    for (const code of damagedCodes(dictionary)) found.set(code, 'damaged');
    for (const at of maskPlaces(dictionary.bytes)) {
      const code = codeAt(dictionary, at);
      if (!found.has(code) && isMaskedId(dictionaryValue(dictionary, code))) found.set(code, 'masked');
    }
    return found.size === 0 ? none : found;
  });
}

/** Codes of damaged ids: only values with `E+` in them are looked at, of millions of ids none. */
export function damagedCodes(dictionary: Dictionary): ReadonlySet<number> {
  const { bytes } = dictionary;
  const found = new Set<number>();
  for (let at = bytes.indexOf(PLUS); at >= 0; at = bytes.indexOf(PLUS, at + 1)) {
    if (bytes[at - 1] !== LETTER_E) continue;
    const code = codeAt(dictionary, at);
    if (isDamagedId(dictionaryValue(dictionary, code))) found.add(code);
  }
  return found;
}

const STAR = 42;
const PLUS = 43;
const LETTER_E = 69;

/** Where a byte stands that masked ids have: `*`, `xxxx`, `＊`, `•`. */
function* maskPlaces(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(STAR); at >= 0; at = bytes.indexOf(STAR, at + 1)) yield at;
  for (const letter of [88, 120]) {
    for (let at = bytes.indexOf(letter); at >= 0; at = bytes.indexOf(letter, at + 1)) {
      if (bytes[at + 1] === letter && bytes[at + 2] === letter && bytes[at + 3] === letter) yield at;
    }
  }
  for (const first of [0xef, 0xe2]) {
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
      const isWideStar = first === 0xef && bytes[at + 1] === 0xbc && bytes[at + 2] === 0x8a;
      const isBullet = first === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xa2;
      if (isWideStar || isBullet) yield at;
    }
  }
}

/** The code of the value that the byte belongs to. */
function codeAt({ offsets, size }: Dictionary, byte: number): number {
  let [low, high] = [0, size - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows of a column with ids of either kind. */
export function countDoubtful(column: TextColumn): { readonly masked: number; readonly damaged: number } {
  const counts = { masked: 0, damaged: 0 };
  const doubtful = doubtfulIds(column.dictionary);
  if (doubtful.size === 0) return counts;
  for (let row = 0; row < column.codes.length; row++) {
    const kind = doubtful.get(column.codes[row] as number);
    if (kind !== undefined && !isNull(column.nulls, row)) counts[kind]++;
  }
  return counts;
}

/** Names the columns that tables are joined by and that hold masked or damaged ids. */
export function noteDoubtfulIds(tables: Readonly<Record<string, Frame>>, assumptions: Assumption[]): void {
  const seen = new Set<string>();
  for (const { from, to } of links) {
    for (const { table, field } of [to, from]) {
      const column = tables[table]?.columns[field];
      if (seen.has(`${table}.${field}`) || column?.kind !== 'text') continue;
      seen.add(`${table}.${field}`);
      const { masked, damaged } = countDoubtful(column);
      if (masked > 0) assumptions.push({ code: 'ids.masked', values: { table, field, rows: masked } });
      if (damaged > 0) assumptions.push({ code: 'ids.damaged', values: { table, field, rows: damaged } });
    }
  }
}
