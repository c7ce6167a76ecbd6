import type { Dimension } from './dimension';
import type { Selection } from './selection';

/** Rows and sum of values of each group. */
export type Totals = { readonly counts: Int32Array; readonly sums: Float64Array };

/**
 * Counts and sums by one, two or three dimensions. The group of places (a, b, c) is `(a · sizeB + b) · sizeC + c`.
 *
 * @param values one number per row, 0 where unknown; null = count only, then `sums` stays 0
 * @returns arrays of the product of the sizes. O(rows + groups)
 * @example groupTotals([months, products], amounts, allRows(rows)).sums[month * products.size + product]
 */
export function groupTotals(
  dimensions:
    readonly [Dimension] | readonly [Dimension, Dimension] | readonly [Dimension, Dimension, Dimension],
  values: Float64Array | null,
  selection: Selection,
): Totals {
  const groups = dimensions.reduce((product, one) => product * one.size, 1);
  const totals = { counts: new Int32Array(groups), sums: new Float64Array(groups) };
  const [first, second, third] = dimensions;
  if (second === undefined) byOne(first, values, selection, totals);
  else if (third === undefined) byTwo(first, second, values, selection, totals);
  else byThree(first, second, third, values, selection, totals);
  return totals;
}

// One loop per number of dimensions: the compiler then keeps arrays and sizes in registers.

function byOne(a: Dimension, values: Float64Array | null, selection: Selection, totals: Totals): void {
  const { counts, sums } = totals;
  const { first, last, mask } = selection;
  const { codes, base } = a;
  for (let row = first; row < last; row++) {
    if (mask !== null && mask[row] === 0) continue;
    const group = (codes[row] as number) - base;
    counts[group] = (counts[group] as number) + 1;
    if (values !== null) sums[group] = (sums[group] as number) + (values[row] as number);
  }
}

function byTwo(
  a: Dimension,
  b: Dimension,
  values: Float64Array | null,
  selection: Selection,
  totals: Totals,
): void {
  const { counts, sums } = totals;
  const { first, last, mask } = selection;
  const [codesA, codesB, sizeB] = [a.codes, b.codes, b.size];
  const offset = a.base * sizeB + b.base;
  for (let row = first; row < last; row++) {
    if (mask !== null && mask[row] === 0) continue;
    const group = (codesA[row] as number) * sizeB + (codesB[row] as number) - offset;
    counts[group] = (counts[group] as number) + 1;
    if (values !== null) sums[group] = (sums[group] as number) + (values[row] as number);
  }
}

function byThree(
  a: Dimension,
  b: Dimension,
  c: Dimension,
  values: Float64Array | null,
  selection: Selection,
  totals: Totals,
): void {
  const { counts, sums } = totals;
  const { first, last, mask } = selection;
  const [codesA, codesB, codesC] = [a.codes, b.codes, c.codes];
  const [sizeB, sizeC] = [b.size, c.size];
  const offset = (a.base * sizeB + b.base) * sizeC + c.base;
  for (let row = first; row < last; row++) {
    if (mask !== null && mask[row] === 0) continue;
    const group =
      ((codesA[row] as number) * sizeB + (codesB[row] as number)) * sizeC + (codesC[row] as number) - offset;
    counts[group] = (counts[group] as number) + 1;
    if (values !== null) sums[group] = (sums[group] as number) + (values[row] as number);
  }
}
