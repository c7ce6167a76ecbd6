import { emptyBitmap, isNull, setNull, type Column, type TextColumn } from '../columns/column';
import { addValue } from '../columns/codes-in';
import { dictionaryOf } from '../columns/dictionary';
import { DictionaryBuilder } from '../columns/dictionary-builder';
import type { Frame } from '../columns/frame';
import { constantText } from '../dataset/make-column';

type Part = { readonly column: Column | undefined; readonly rowCount: number };

/**
 * Several files of one table as one frame, in the given order, with the file of each row in `source_file`. A column
 * that a file lacks is null there; a column of the file's own that is text in one and numbers in another becomes text.
 *
 * @param fileNames the file of each frame; null = the frame says it itself, row by row
 */
export function appendFrames(frames: readonly Frame[], fileNames: readonly (string | null)[]): Frame {
  const [first] = frames;
  if (first === undefined) throw new RangeError('nothing to append');
  if (frames.length === 1) return first;
  const rowCount = frames.reduce((sum, frame) => sum + frame.rowCount, 0);
  const names = new Set(frames.flatMap((frame) => Object.keys(frame.columns)));
  const columns: Record<string, Column> = {};
  for (const name of names) {
    const parts = frames.map((frame) => ({ column: frame.columns[name], rowCount: frame.rowCount }));
    columns[name] = appendColumn(parts, rowCount);
  }
  columns['source_file'] = filesOf(frames, fileNames, rowCount);
  return { name: first.name, rowCount, columns };
}

/** One code per file, in their order, where the names are given. */
function filesOf(frames: readonly Frame[], fileNames: readonly (string | null)[], rowCount: number): Column {
  const names = fileNames.filter((name) => name !== null);
  if (names.length === fileNames.length) {
    const codes = new Uint32Array(rowCount);
    let start = 0;
    frames.forEach((frame, index) => codes.fill(index, start, (start += frame.rowCount)));
    return { kind: 'text', codes, dictionary: dictionaryOf(names), nulls: null };
  }
  const parts = frames.map(({ columns, rowCount: length }, index) => {
    const name = fileNames[index] ?? null;
    return { column: name === null ? columns['source_file'] : constantText(name, length), rowCount: length };
  });
  return appendColumn(parts, rowCount);
}

function appendColumn(parts: readonly Part[], rowCount: number): Column {
  const kinds = new Set(parts.flatMap(({ column }) => (column ? [column.kind] : [])));
  const nulls = appendNulls(parts, rowCount);
  if (kinds.size > 1 || kinds.has('text')) return { ...appendText(parts, rowCount), nulls };
  const isWhole = kinds.has('int32');
  const values = isWhole ? new Int32Array(rowCount) : new Float64Array(rowCount);
  let start = 0;
  for (const { column, rowCount: length } of parts) {
    if (column && column.kind !== 'text') values.set(column.values, start);
    start += length;
  }
  return isWhole
    ? { kind: 'int32', values: values as Int32Array, nulls }
    : { kind: 'float64', values: values as Float64Array, nulls };
}

function appendNulls(parts: readonly Part[], rowCount: number): Uint8Array | null {
  if (parts.every(({ column }) => column !== undefined && column.nulls === null)) return null;
  const nulls = emptyBitmap(rowCount);
  let start = 0;
  for (const { column, rowCount: length } of parts) {
    for (let row = 0; row < length; row++) {
      if (column === undefined || isNull(column.nulls, row)) setNull(nulls, start + row);
    }
    start += length;
  }
  return nulls;
}

function appendText(parts: readonly Part[], rowCount: number): TextColumn {
  const builder = new DictionaryBuilder();
  const nothing = builder.addText('');
  const codes = new Uint32Array(rowCount).fill(nothing);
  let start = 0;
  for (const { column, rowCount: length } of parts) {
    if (column?.kind === 'text') {
      const { dictionary } = column;
      const newCode = new Uint32Array(dictionary.size);
      for (let code = 0; code < newCode.length; code++) newCode[code] = addValue(builder, dictionary, code);
      for (let row = 0; row < length; row++)
        codes[start + row] = newCode[column.codes[row] as number] as number;
    } else if (column) {
      for (let row = 0; row < length; row++) codes[start + row] = builder.addText(String(column.values[row]));
    }
    start += length;
  }
  return { kind: 'text', codes, dictionary: builder.finish(), nulls: null };
}
