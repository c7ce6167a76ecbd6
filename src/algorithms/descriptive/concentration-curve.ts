import { giniOf } from './gini';
import { knownAscending } from './value-tiers';

/**
 * Customers from the most to the least valuable against the value that they have together: the Pareto curve; with
 * negative values the whale curve, which rises above the total and comes back to it.
 */
export type ConcentrationCurve = {
  /** Customers counted at each point: 0, then ascending to all. */
  readonly customers: Float64Array;
  /** Their value together. */
  readonly value: Float64Array;
  readonly known: number;
  readonly total: number;
  /** Where the value together is largest; beyond it each customer takes away. null without customers. */
  readonly peak: { readonly customers: number; readonly value: number } | null;
  /** null when a value is negative, the total is 0 or nobody is there. */
  readonly gini: number | null;
};

/**
 * How much of the value do the best customers have?
 *
 * @param values NaN = unknown, left out; not modified
 * @param points the curve has at most so many steps, evenly over customers
 * @returns value in the unit of `values`; shares are the reader's to make, and have no meaning when the total is ≤ 0
 *
 * The Lorenz curve is this one read from the other end: L(1 − p) = 1 − value(p) / total. Source: Lorenz 1905; whale
 * curve: Kaplan & Cooper 1998, Cost & Effect, ch. 10; methods.md §2. O(n log n)
 *
 * @example concentrationCurve([1, 6, 3], 3).value // [0, 6, 9, 10]
 */
export function concentrationCurve(values: ArrayLike<number>, points = 100): ConcentrationCurve {
  const sorted = knownAscending(values);
  const known = sorted.length;
  const steps = Math.min(points, known);
  const customers = new Float64Array(steps + 1);
  const value = new Float64Array(steps + 1);
  let [taken, sum] = [0, 0];
  let peak = { customers: 0, value: 0 };
  for (let step = 1; step <= steps; step++) {
    const end = Math.round((known * step) / steps);
    while (taken < end) {
      sum += sorted[known - 1 - taken++] as number;
      if (sum > peak.value) peak = { customers: taken, value: sum };
    }
    customers[step] = taken;
    value[step] = sum;
  }
  return { customers, value, known, total: sum, peak: known === 0 ? null : peak, gini: giniOf(sorted) };
}
