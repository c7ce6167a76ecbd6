/** One class of customers by value, the best first. */
export type ValueTier = {
  readonly customers: number;
  readonly value: number;
  /** The smallest value in it; null when it is empty. */
  readonly threshold: number | null;
};

export type ValueTiers = {
  /** 1 = best … for each row; 0 = unknown. */
  readonly tiers: Uint8Array;
  /** One more than the limits given: the last holds the rest. */
  readonly classes: readonly ValueTier[];
  readonly known: number;
  readonly total: number;
};

/**
 * ABC classes: A holds the customers who together make up the first share of all value, B those up to the next …
 *
 * The customer who crosses the line belongs to the upper class, and with him all who have the same value: the order of
 * the rows never decides. Who has nothing or less belongs to the last class, and the shares are of the sum of what is
 * above 0.
 *
 * @param values NaN = unknown, left out; not modified
 * @param shares ascending, 0 … 1: `[0.8, 0.95]` gives A, B and C
 * Source: methods.md §2; Dickie 1951, "ABC inventory analysis shoots for dollars". O(n log n)
 *
 * @example tiersByShareOfValue([80, 15, 5], [0.8, 0.95]).tiers // [1, 2, 3]
 */
export function tiersByShareOfValue(values: ArrayLike<number>, shares: readonly number[]): ValueTiers {
  const sorted = knownAscending(values);
  let positive = 0;
  for (const value of sorted) if (value > 0) positive += value;
  return tiersOf(values, sorted, shares.length + 1, (_before, valueBefore, value) => {
    const tier = shares.findIndex((share) => valueBefore < share * positive);
    return tier < 0 || value <= 0 ? shares.length + 1 : tier + 1;
  });
}

/**
 * Tiers by rank: platinum the first 5% of customers, gold the next 15% …
 *
 * A tier ends at the share of customers rounded up; equal values stay together in the upper one.
 *
 * @param shares cumulative shares of customers, ascending, 0 … 1: `[0.05, 0.2, 0.5]` gives four tiers
 * Source: methods.md §2; Zeithaml, Rust & Lemon 2001, "The Customer Pyramid". O(n log n)
 *
 * @example tiersByRank([9, 8, 7, 6], [0.25, 0.5]).tiers // [1, 2, 3, 3]
 */
export function tiersByRank(values: ArrayLike<number>, shares: readonly number[]): ValueTiers {
  const sorted = knownAscending(values);
  const ends = shares.map((share) => Math.ceil(share * sorted.length - 1e-9));
  return tiersOf(values, sorted, shares.length + 1, (before) => {
    const tier = ends.findIndex((end) => before < end);
    return tier < 0 ? shares.length + 1 : tier + 1;
  });
}

/**
 * Walks down the distinct values; `tierAt` says where a value belongs, given how many customers and how much value stand
 * above it.
 */
function tiersOf(
  values: ArrayLike<number>,
  sorted: Float64Array,
  count: number,
  tierAt: (customersBefore: number, valueBefore: number, value: number) => number,
): ValueTiers {
  const classes = Array.from({ length: count }, () => ({ customers: 0, value: 0, threshold: NaN }));
  let above = 0;
  for (let end = sorted.length; end > 0;) {
    const value = sorted[end - 1] as number;
    let start = end - 1;
    while (start > 0 && sorted[start - 1] === value) start--;
    const own = classes[tierAt(sorted.length - end, above, value) - 1];
    if (own !== undefined) {
      own.customers += end - start;
      own.value += value * (end - start);
      own.threshold = value;
    }
    above += value * (end - start);
    end = start;
  }
  const tiers = new Uint8Array(values.length);
  for (let row = 0; row < tiers.length; row++) {
    const value = values[row] as number;
    if (value === value) tiers[row] = classes.findIndex(({ threshold }) => value >= threshold) + 1;
  }
  return {
    tiers,
    classes: classes.map(({ customers, value, threshold }) => ({
      customers,
      value,
      threshold: customers === 0 ? null : threshold,
    })),
    known: sorted.length,
    total: above,
  };
}

export function knownAscending(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  let known = sorted.length;
  while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
  return sorted.subarray(0, known);
}
