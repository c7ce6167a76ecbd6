import type { Dictionary } from './dictionary';

/**
 * One bit per row, least significant bit first, 1 = null (unknown). `null` instead of a bitmap means that no row is
 * null. The value array holds 0 (numbers, days, keys) or code 0 (text) where a row is null.
 */
export type NullBitmap = Uint8Array | null;

/** Numbers: measures, rates, counts, and money as integer minor units (exact to 2^53). */
export type Float64Column = {
  readonly kind: 'float64';
  readonly values: Float64Array;
  readonly nulls: NullBitmap;
};

/** Whole numbers: days since 1970-01-01, months since 1970-01, and keys (row numbers of another frame). */
export type Int32Column = { readonly kind: 'int32'; readonly values: Int32Array; readonly nulls: NullBitmap };

/** Text, dictionary-coded: `dictionary` holds each distinct value once, `codes` one code per row. */
export type TextColumn = {
  readonly kind: 'text';
  readonly codes: Uint32Array;
  readonly dictionary: Dictionary;
  readonly nulls: NullBitmap;
};

export type Column = Float64Column | Int32Column | TextColumn;

export function columnLength(column: Column): number {
  return column.kind === 'text' ? column.codes.length : column.values.length;
}

export function isNull(nulls: NullBitmap, row: number): boolean {
  return nulls !== null && ((nulls[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** A bitmap of `length` rows with none null. */
export function emptyBitmap(length: number): Uint8Array {
  return new Uint8Array((length + 7) >> 3);
}

export function setNull(nulls: Uint8Array, row: number): void {
  nulls[row >> 3] = (nulls[row >> 3] ?? 0) | (1 << (row & 7));
}

export function countNulls(nulls: NullBitmap, length: number): number {
  if (nulls === null) return 0;
  let count = 0;
  for (let row = 0; row < length; row++) if (isNull(nulls, row)) count++;
  return count;
}
