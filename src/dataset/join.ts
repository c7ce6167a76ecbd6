import { isNull, type TextColumn } from '../columns/column';
import { addValue, codesIn } from '../columns/codes-in';
import { dictionaryOf, dictionaryValues, type Dictionary } from '../columns/dictionary';
import { DictionaryBuilder } from '../columns/dictionary-builder';
import { doubtfulIds, type DoubtfulIds } from './doubtful-ids';

/** Which row of a table has which id; the first row wins. Ids that are masked or damaged find no row. */
export type IdIndex = {
  readonly dictionary: Dictionary;
  /** -1 where no row has the value. */
  readonly rowOfCode: Int32Array;
};

export const emptyIndex: IdIndex = { dictionary: dictionaryOf([]), rowOfCode: new Int32Array(0) };

export function indexById(ids: TextColumn): IdIndex {
  const rowOfCode = new Int32Array(ids.dictionary.size).fill(-1);
  for (let row = ids.codes.length - 1; row >= 0; row--) {
    if (!isNull(ids.nulls, row)) rowOfCode[ids.codes[row] as number] = row;
  }
  for (const code of doubtfulIds(ids.dictionary).keys()) rowOfCode[code] = -1;
  return { dictionary: ids.dictionary, rowOfCode };
}

/**
 * For each row the row number of the table that its id refers to, -1 where the id is null or not there. Each distinct
 * id is looked up once; the rows are a loop over codes.
 */
export function joinRows(ids: TextColumn, index: IdIndex): Int32Array {
  const rowOfCode = rowsOfCodes(ids.dictionary, index);
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

function rowsOfCodes(dictionary: Dictionary, index: IdIndex): Int32Array {
  if (dictionary === index.dictionary) return index.rowOfCode;
  return codesIn(dictionary, index.dictionary).map((code) =>
    code < 0 ? -1 : (index.rowOfCode[code] as number),
  );
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

/** The distinct values of several id columns as a column, in order of first appearance; without doubtful ones. */
export function distinctIds(columns: readonly TextColumn[]): TextColumn {
  const dictionary = distinctDictionary(columns, (column) => doubtfulIds(column.dictionary));
  const codes = new Uint32Array(dictionary.size);
  for (let code = 0; code < codes.length; code++) codes[code] = code;
  return { kind: 'text', codes, dictionary, nulls: null };
}

/** The same as texts; for columns of few values. */
export function distinctTexts(columns: readonly TextColumn[]): readonly string[] {
  return dictionaryValues(distinctDictionary(columns, () => new Map()));
}

/** Shares the dictionary of an only column: what refers to it is then joined without a look-up. */
function distinctDictionary(
  columns: readonly TextColumn[],
  leftOutOf: (column: TextColumn) => DoubtfulIds,
): Dictionary {
  const [first] = columns;
  const used = columns.map((column) => usedCodes(column, leftOutOf(column)));
  if (first && columns.length === 1 && used[0]?.every((isUsed) => isUsed === 1)) return first.dictionary;
  const builder = new DictionaryBuilder();
  columns.forEach(({ dictionary }, index) => {
    for (let code = 0; code < dictionary.size; code++) {
      if (used[index]?.[code] === 1) addValue(builder, dictionary, code);
    }
  });
  return builder.finish();
}

function usedCodes(column: TextColumn, leftOut: DoubtfulIds): Uint8Array {
  const { codes, dictionary, nulls } = column;
  const isUsed = new Uint8Array(dictionary.size);
  for (let row = 0; row < codes.length; row++) {
    if (nulls === null || !isNull(nulls, row)) isUsed[codes[row] as number] = 1;
  }
  for (const code of leftOut.keys()) isUsed[code] = 0;
  return isUsed;
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
