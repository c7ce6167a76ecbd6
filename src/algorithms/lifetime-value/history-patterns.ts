import { checkHistories, type PurchaseHistories } from './purchase-histories';

/**
 * Histories with equal ones put together: all that a likelihood depends on. By ascending x, then t_x, then T, whatever
 * the order of the rows was.
 */
export type HistoryPatterns = {
  /** Every t_x and T that occurs, ascending: logarithms are taken once per time, not per pattern. */
  readonly times: Float64Array;
  /** x of each pattern, ascending. */
  readonly repeats: Int32Array;
  /** Where in `times` t_x stands. */
  readonly recencyAt: Int32Array;
  /** Where in `times` T stands. */
  readonly observedAt: Int32Array;
  /** Customers of each pattern. */
  readonly weights: Float64Array;
  readonly customers: number;
  /** Customers with x > 0. */
  readonly repeatCustomers: number;
  /** Σ x. */
  readonly totalRepeats: number;
};

/**
 * The distinct histories and how many customers have each.
 *
 * @throws task.bad-parameters when a row is no history
 * Source: methods.md §4.7, step 1. O(n log n)
 */
export function patternsOfHistories(histories: PurchaseHistories): HistoryPatterns {
  checkHistories(histories);
  const { repeats, recency, observed, weights } = histories;
  const rows = repeats.length;
  const bothTimes = new Float64Array(2 * rows);
  bothTimes.set(recency, 0);
  bothTimes.set(observed, rows);
  const time = distinctOf(bothTimes);
  const times = time.values.length;
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    keys[row] = (time.at[row] as number) * times + (time.at[rows + row] as number);
  }
  const pair = distinctOf(keys);
  const pairs = pair.values.length;
  for (let row = 0; row < rows; row++) {
    keys[row] = (repeats[row] as number) * pairs + (pair.at[row] as number);
  }
  const pattern = distinctOf(keys);
  const count = pattern.values.length;
  const pairOf = pattern.values.map((key) => pair.values[key % pairs] as number);
  const summed = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    const at = pattern.at[row] as number;
    summed[at] = (summed[at] as number) + (weights === null ? 1 : (weights[row] as number));
  }
  return withTotals({
    times: time.values,
    repeats: Int32Array.from(pattern.values, (key) => Math.floor(key / pairs)),
    recencyAt: Int32Array.from(pairOf, (key) => Math.floor(key / times)),
    observedAt: Int32Array.from(pairOf, (key) => key % times),
    weights: summed,
  });
}

function withTotals(
  patterns: Omit<HistoryPatterns, 'customers' | 'repeatCustomers' | 'totalRepeats'>,
): HistoryPatterns {
  let [customers, repeatCustomers, totalRepeats] = [0, 0, 0];
  patterns.weights.forEach((weight, at) => {
    const x = patterns.repeats[at] as number;
    customers += weight;
    if (x > 0) repeatCustomers += weight;
    totalRepeats += weight * x;
  });
  return { ...patterns, customers, repeatCustomers, totalRepeats };
}

/** The distinct values, ascending, and where each given value stands among them. */
function distinctOf(given: Float64Array): { readonly values: Float64Array; readonly at: Int32Array } {
  const sorted = given.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[count - 1]) sorted[count++] = sorted[i] as number;
  }
  const values = sorted.slice(0, count);
  const at = new Int32Array(given.length);
  for (let i = 0; i < given.length; i++) {
    const value = given[i] as number;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    at[i] = low;
  }
  return { values, at };
}

/** The same patterns with all times multiplied by `factor`. */
export function scaleTimes(patterns: HistoryPatterns, factor: number): HistoryPatterns {
  return { ...patterns, times: patterns.times.map((time) => time * factor) };
}

/**
 * At most about `most` patterns that stand for all: neighbours with the same x become the middle one of them, with
 * their weights together. Good enough to find where a search should begin.
 */
export function thinPatterns(patterns: HistoryPatterns, most: number): HistoryPatterns {
  const { repeats, recencyAt, observedAt, weights } = patterns;
  const run = Math.ceil(repeats.length / most);
  if (run <= 1) return patterns;
  const kept: number[] = [];
  const summed: number[] = [];
  for (let from = 0; from < repeats.length;) {
    let to = from;
    let weight = 0;
    while (to < repeats.length && to - from < run && repeats[to] === repeats[from]) {
      weight += weights[to++] as number;
    }
    kept.push((from + to) >> 1);
    summed.push(weight);
    from = to;
  }
  const pick = (column: Int32Array): Int32Array => Int32Array.from(kept, (at) => column[at] as number);
  return {
    ...patterns,
    repeats: pick(repeats),
    recencyAt: pick(recencyAt),
    observedAt: pick(observedAt),
    weights: Float64Array.from(summed),
  };
}
