import type { Dimension } from './dimension';
import type { Selection } from './selection';

/** Rows of each group, and the sums of its positive and of its negative values, both as positive numbers. */
export type SignedTotals = {
  readonly counts: Int32Array;
  readonly positive: Float64Array;
  readonly negative: Float64Array;
};

/**
 * Counts and sums by sign in one pass.
 *
 * @param values one number per row, 0 where unknown
 * @returns arrays of `dimension.size`. O(rows + groups)
 */
export function groupSigned(dimension: Dimension, values: Float64Array, selection: Selection): SignedTotals {
  const { codes, base, size } = dimension;
  const { first, last, mask } = selection;
  const counts = new Int32Array(size);
  const positive = new Float64Array(size);
  const negative = new Float64Array(size);
  for (let row = first; row < last; row++) {
    if (mask !== null && mask[row] === 0) continue;
    const group = (codes[row] as number) - base;
    const value = values[row] as number;
    counts[group] = (counts[group] as number) + 1;
    if (value > 0) positive[group] = (positive[group] as number) + value;
    else if (value < 0) negative[group] = (negative[group] as number) - value;
  }
  return { counts, positive, negative };
}
