/**
 * Gini coefficient: 0 when all have the same, 1 − 1/n when one has everything.
 *
 * @param sorted values ascending, not negative, n ≥ 1
 * @returns null when a value is negative, when the sum is 0 or nobody is there
 *
 * Gini = (2 · Σ i · v_(i)) / (n · Σ v) − (n + 1) / n. Source: methods.md §2; Gini 1912, as in Sen, On Economic
 * Inequality (1973), §2.8. O(n)
 *
 * @example giniOf(Float64Array.of(0, 0, 0, 1)) // 0.75
 */
export function giniOf(sorted: Float64Array): number | null {
  const n = sorted.length;
  if (n === 0 || (sorted[0] as number) < 0) return null;
  let [sum, weighted] = [0, 0];
  for (let i = 0; i < n; i++) {
    sum += sorted[i] as number;
    weighted += (i + 1) * (sorted[i] as number);
  }
  if (sum === 0) return null;
  return (2 * weighted) / (n * sum) - (n + 1) / n;
}
