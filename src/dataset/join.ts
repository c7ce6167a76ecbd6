import { isNull, type TextColumn } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';

/** Which row of a table has which id; the first row wins. */
export type IdIndex = ReadonlyMap<string, number>;

export function indexById(ids: TextColumn): IdIndex {
  const values = dictionaryValues(ids.dictionary);
  const rows = new Map<string, number>();
  for (let row = 0; row < ids.codes.length; row++) {
    if (isNull(ids.nulls, row)) continue;
    const id = values[ids.codes[row] as number] as string;
    if (!rows.has(id)) rows.set(id, row);
  }
  return rows;
}

/**
 * For each row the row number of the table that its id refers to, -1 where the id is null or not there. Each distinct
 * id is looked up once; the rows are a loop over codes.
 */
export function joinRows(ids: TextColumn, index: IdIndex): Int32Array {
  const values = dictionaryValues(ids.dictionary);
  const rowOfCode = Int32Array.from(values, (value) => index.get(value) ?? -1);
  const rows = new Int32Array(ids.codes.length);
  if (ids.nulls === null) {
    for (let row = 0; row < rows.length; row++) rows[row] = rowOfCode[ids.codes[row] as number] as number;
  } else {
    for (let row = 0; row < rows.length; row++) {
      rows[row] = isNull(ids.nulls, row) ? -1 : (rowOfCode[ids.codes[row] as number] as number);
    }
  }
  return rows;
}

/** `through[rows[i]]`, -1 where either is missing: transaction → account → customer. */
export function followRows(rows: Int32Array, through: Int32Array): Int32Array {
  const followed = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const via = rows[row] as number;
    followed[row] = via < 0 ? -1 : (through[via] as number);
  }
  return followed;
}

/** The distinct values of several id columns, in order of first appearance. */
export function distinctIds(columns: readonly TextColumn[]): readonly string[] {
  const ids = new Set<string>();
  for (const column of columns) {
    const isUsed = new Uint8Array(column.dictionary.size);
    for (let row = 0; row < column.codes.length; row++) {
      if (!isNull(column.nulls, row)) isUsed[column.codes[row] as number] = 1;
    }
    dictionaryValues(column.dictionary).forEach((value, code) => {
      if (isUsed[code] === 1) ids.add(value);
    });
  }
  return [...ids];
}

/** For each place the first of several row lists that knows a row, -1 where none does. */
export function firstKnown(length: number, sources: readonly (Int32Array | null)[]): Int32Array {
  const [first, ...others] = sources.filter((rows) => rows !== null);
  if (first === undefined) return new Int32Array(length).fill(-1);
  const known = first.slice();
  for (const rows of others) {
    for (let i = 0; i < length; i++) if ((known[i] as number) < 0) known[i] = rows[i] as number;
  }
  return known;
}
