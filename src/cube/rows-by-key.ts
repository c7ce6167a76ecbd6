import type { Dimension } from './dimension';

/** The rows of each place of a dimension, in ascending order: `rows[starts[p] … starts[p + 1])`. */
export type RowsByKey = { readonly starts: Uint32Array; readonly rows: Uint32Array };

/** O(rows + size); 4 bytes per row. */
export function rowsByKey(dimension: Dimension): RowsByKey {
  const { codes, base, size } = dimension;
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] as number) - base + 1;
    starts[place] = (starts[place] as number) + 1;
  }
  for (let place = 0; place < size; place++) {
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number);
  }
  const next = starts.slice(0, size);
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] as number) - base;
    const at = next[place] as number;
    rows[at] = row;
    next[place] = at + 1;
  }
  return { starts, rows };
}

/** A view on the rows of one place. */
export function rowsOf({ starts, rows }: RowsByKey, place: number): Uint32Array {
  return rows.subarray(starts[place] ?? 0, starts[place + 1] ?? 0);
}
