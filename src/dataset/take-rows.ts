import { emptyBitmap, isNull, setNull, type Column, type NullBitmap } from '../columns/column';
import type { Frame } from '../columns/frame';

function takeNulls(nulls: NullBitmap, rows: Uint32Array): NullBitmap {
  if (nulls === null) return null;
  const taken = emptyBitmap(rows.length);
  for (let row = 0; row < rows.length; row++) if (isNull(nulls, rows[row] as number)) setNull(taken, row);
  return taken;
}

function takeValues<A extends Float64Array | Int32Array | Uint32Array>(
  values: A,
  into: A,
  rows: Uint32Array,
): A {
  for (let row = 0; row < rows.length; row++) into[row] = values[rows[row] as number] as number;
  return into;
}

function takeColumn(column: Column, rows: Uint32Array): Column {
  const nulls = takeNulls(column.nulls, rows);
  switch (column.kind) {
    case 'float64':
      return { ...column, values: takeValues(column.values, new Float64Array(rows.length), rows), nulls };
    case 'int32':
      return { ...column, values: takeValues(column.values, new Int32Array(rows.length), rows), nulls };
    case 'text':
      return { ...column, codes: takeValues(column.codes, new Uint32Array(rows.length), rows), nulls };
  }
}

/** The given rows of a frame, in the given order. Dictionaries are shared. */
export function takeRows(frame: Frame, rows: Uint32Array): Frame {
  const columns = Object.entries(frame.columns).map(
    ([name, column]) => [name, takeColumn(column, rows)] as const,
  );
  return { name: frame.name, rowCount: rows.length, columns: Object.fromEntries(columns) };
}
