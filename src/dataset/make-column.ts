import { emptyBitmap, setNull, type Column, type Int32Column, type TextColumn } from '../columns/column';
import { dictionaryOf } from '../columns/dictionary';
import type { Frame } from '../columns/frame';

/** A text column of a few values (names, codes, ids); null = unknown. */
export function textColumnOf(values: readonly (string | null)[]): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  let nulls: Uint8Array | null = null;
  values.forEach((value, row) => {
    if (value === null) {
      nulls ??= emptyBitmap(values.length);
      setNull(nulls, row);
      return;
    }
    let code = codeOf.get(value);
    if (code === undefined) codeOf.set(value, (code = codeOf.size));
    codes[row] = code;
  });
  const distinct = codeOf.size === 0 ? [''] : [...codeOf.keys()];
  return { kind: 'text', codes, dictionary: dictionaryOf(distinct), nulls };
}

/** A text column with one value in every row. */
export function constantText(value: string, length: number): TextColumn {
  return { kind: 'text', codes: new Uint32Array(length), dictionary: dictionaryOf([value]), nulls: null };
}

/** Keys as row numbers, -1 = none, into a key column. Takes the array over. */
export function keyColumnOf(rows: Int32Array): Int32Column {
  let nulls: Uint8Array | null = null;
  for (let row = 0; row < rows.length; row++) {
    if ((rows[row] as number) >= 0) continue;
    nulls ??= emptyBitmap(rows.length);
    setNull(nulls, row);
    rows[row] = 0;
  }
  return { kind: 'int32', values: rows, nulls };
}

/** The frame with columns added or replaced. */
export function withColumns(frame: Frame, columns: Readonly<Record<string, Column>>): Frame {
  return { ...frame, columns: { ...frame.columns, ...columns } };
}

export function withoutColumns(frame: Frame, names: readonly string[]): Frame {
  const kept = Object.entries(frame.columns).filter(([name]) => !names.includes(name));
  return { ...frame, columns: Object.fromEntries(kept) };
}
