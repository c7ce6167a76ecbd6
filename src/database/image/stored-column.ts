import { emptyBitmap, isNull, setNull, type Column, type NullBitmap } from '../../columns/column';

/**
 * How a column stands in the records of a table. Widths are those of the column's largest value, so that the rows of
 * most tables have one length.
 */
export type StoredColumn =
  /** The same in every row, told by the serial type alone: null (0), zero (8) or one (9). */
  | { readonly storage: 'constant'; readonly serialType: 0 | 8 | 9 }
  | {
      readonly storage: 'integer';
      readonly width: 1 | 2 | 3 | 4 | 6 | 8;
      readonly values: Int32Array | Uint32Array | Float64Array;
      readonly nulls: NullBitmap;
    }
  | { readonly storage: 'real'; readonly values: Float64Array; readonly nulls: NullBitmap }
  | {
      readonly storage: 'text';
      readonly codes: Uint32Array;
      readonly bytes: Uint8Array;
      readonly offsets: Uint32Array;
      readonly nulls: NullBitmap;
    };

/** Serial type of the record format by width in bytes. */
export const serialTypes = { 1: 1, 2: 2, 3: 3, 4: 4, 6: 5, 8: 6 } as const;

function widthOf(least: number, most: number): 1 | 2 | 3 | 4 | 6 | 8 {
  const size = Math.max(most, -1 - least);
  if (size < 2 ** 7) return 1;
  if (size < 2 ** 15) return 2;
  if (size < 2 ** 23) return 3;
  if (size < 2 ** 31) return 4;
  return size < 2 ** 47 ? 6 : 8;
}

function storeIntegers(
  values: Int32Array | Uint32Array | Float64Array,
  nulls: NullBitmap,
  least: number,
  most: number,
): StoredColumn {
  if (nulls === null && least === most && (least === 0 || least === 1)) {
    return { storage: 'constant', serialType: least === 0 ? 8 : 9 };
  }
  return { storage: 'integer', width: widthOf(least, most), values, nulls };
}

/** Dictionary codes, as integers. */
export function storeCodes(codes: Uint32Array, nulls: NullBitmap): StoredColumn {
  let most = 0;
  for (let row = 0; row < codes.length; row++) most = Math.max(most, codes[row] as number);
  return storeIntegers(codes, nulls, 0, most);
}

/** A column as it is stored: whole numbers as integers, others as doubles, text in full. */
export function storeColumn(column: Column): StoredColumn {
  if (isAllNull(column)) return { storage: 'constant', serialType: 0 };
  switch (column.kind) {
    case 'text': {
      const { codes, dictionary, nulls } = column;
      return { storage: 'text', codes, bytes: dictionary.bytes, offsets: dictionary.offsets, nulls };
    }
    case 'int32': {
      const { values, nulls } = column;
      let [least, most] = [0, 0];
      for (let row = 0; row < values.length; row++) {
        const value = values[row] as number;
        if (row === 0 || value < least) least = value;
        if (row === 0 || value > most) most = value;
      }
      return storeIntegers(values, nulls, least, most);
    }
    case 'float64':
      return storeNumbers(column.values, column.nulls);
  }
}

const EXACT = 2 ** 53;

function storeNumbers(values: Float64Array, given: NullBitmap): StoredColumn {
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  let nulls = given;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) {
      // SQLite has no NaN: it reads one as NULL, but keeps no such value itself.
      if (nulls === given) nulls = given === null ? emptyBitmap(values.length) : given.slice();
      setNull(nulls as Uint8Array, row);
      continue;
    }
    if (value < least) least = value;
    if (value > most) most = value;
    if (value !== Math.floor(value)) isWhole = false;
  }
  if (least > most) return { storage: 'constant', serialType: 0 };
  return isWhole && least >= -EXACT && most <= EXACT
    ? storeIntegers(values, nulls, least, most)
    : { storage: 'real', values, nulls };
}

function isAllNull(column: Column): boolean {
  const { nulls } = column;
  const length = column.kind === 'text' ? column.codes.length : column.values.length;
  if (length === 0) return true;
  if (nulls === null) return false;
  for (let row = 0; row < length; row++) if (!isNull(nulls, row)) return false;
  return true;
}
