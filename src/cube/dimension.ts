import { isNull, type Int32Column, type TextColumn } from '../columns/column';

/**
 * What rows are grouped by: `codes[row] − base` is a place 0 … `size` − 1. Unknown values have a place of their own, the
 * last one, when there are any; so every row belongs to exactly one group and no loop asks for nulls.
 */
export type Dimension = {
  readonly codes: Int32Array;
  readonly base: number;
  readonly size: number;
  /** Place of unknown values, always `size` − 1. */
  readonly unknown: number;
};

/** Shares the column's memory when nothing is null. */
export function textDimension(column: TextColumn): Dimension {
  const { codes, dictionary, nulls } = column;
  const unknown = dictionary.size;
  const shared = new Int32Array(codes.buffer as ArrayBuffer, codes.byteOffset, codes.length);
  return {
    codes: nulls === null ? shared : withUnknown(shared, nulls, unknown),
    base: 0,
    size: unknown + 1,
    unknown,
  };
}

/**
 * Keys (row numbers of a table of `size` rows), or any whole numbers `base` … `base + size − 1`. Shares the column's
 * memory when nothing is null.
 */
export function keyDimension(column: Int32Column, size: number, base = 0): Dimension {
  const { values, nulls } = column;
  return {
    codes: nulls === null ? values : withUnknown(values, nulls, base + size),
    base,
    size: size + 1,
    unknown: size,
  };
}

function withUnknown(codes: Int32Array, nulls: Uint8Array, unknown: number): Int32Array {
  const copy = codes.slice();
  for (let row = 0; row < copy.length; row++) if (isNull(nulls, row)) copy[row] = unknown;
  return copy;
}
