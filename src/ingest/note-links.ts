import { isNull, type TextColumn } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption } from '../dataset/dataset';
import { noteDoubtfulIds } from '../dataset/doubtful-ids';
import { textOf } from '../dataset/link-people';
import type { LinkMatch } from '../dataset/measure-links';

/** Names what does not hang together: references without a row, zeros that were lost, ids that are not unique. */
export function noteLinks(
  tables: Readonly<Record<string, Frame>>,
  links: readonly LinkMatch[],
  assumptions: Assumption[],
): void {
  for (const { from, to, rows, matched } of links) {
    if (matched === rows) continue;
    assumptions.push({ code: 'link.orphans', values: { from, to, rows: rows - matched } });
    const [one, other] = [from, to].map((place) => columnAt(tables, place));
    const padded = one && other ? rowsWithZeros(one, other) : null;
    if (padded) assumptions.push({ code: 'link.leading-zeros', values: { from, to, ...padded } });
  }
  noteDoubtfulIds(tables, assumptions);
}

function columnAt(tables: Readonly<Record<string, Frame>>, place: string): TextColumn | null {
  const [table = '', field = ''] = place.split('.');
  return textOf(tables[table], field);
}

/**
 * How many references without a row would find one if zeros at the front were put back, and to how many digits; null
 * where that helps none. Only ids of one width lose zeros in a way that can be told.
 */
function rowsWithZeros(from: TextColumn, to: TextColumn): { rows: number; digits: number } | null {
  const [references, ids] = [from, to].map(({ dictionary }) => dictionaryValues(dictionary));
  if (!references || !ids || ids.length === 0) return null;
  const digits = [...ids, ...references].reduce(
    (most, id) => (isNumber(id) ? Math.max(most, id.length) : most),
    0,
  );
  const isWhole = (values: readonly string[]) => values.every((value) => value.length === digits);
  if (!isWhole(ids.filter(isNumber)) && !isWhole(references.filter(isNumber))) return null;
  const there = new Set(ids);
  const full = new Set(ids.map((id) => padded(id, digits)));
  const wouldMatch = references.map((id) => isNumber(id) && !there.has(id) && full.has(padded(id, digits)));
  let rows = 0;
  for (let row = 0; row < from.codes.length; row++) {
    if (!isNull(from.nulls, row) && wouldMatch[from.codes[row] as number] === true) rows++;
  }
  return rows > 0 ? { rows, digits } : null;
}

const isNumber = (id: string): boolean => /^\d+$/.test(id);
const padded = (id: string, digits: number): string => (isNumber(id) ? id.padStart(digits, '0') : id);
