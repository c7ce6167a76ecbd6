/**
 * The chance that a random case has a higher score than a random other; equal scores count half.
 *
 * @param scores finite numbers
 * @param isCase 1 = a case, one per score
 * @returns 0 … 1, 0.5 = no better than a coin; null without cases or without others
 *
 * U / (cases · others) by mean ranks. Source: Mann & Whitney 1947; Hanley & McNeil 1982. O(n log n)
 *
 * @example areaUnderCurve(Float64Array.of(1, 2, 3), Uint8Array.of(0, 1, 1)) // 1
 */
export function areaUnderCurve(scores: Float64Array, isCase: Uint8Array): number | null {
  const cases = scores.filter((_, row) => isCase[row] === 1).sort();
  const others = scores.filter((_, row) => isCase[row] !== 1).sort();
  if (cases.length === 0 || others.length === 0) return null;
  let [below, equal, won] = [0, 0, 0];
  for (const score of cases) {
    while (below < others.length && (others[below] as number) < score) below++;
    equal = Math.max(equal, below);
    while (equal < others.length && others[equal] === score) equal++;
    won += below + (equal - below) / 2;
  }
  return won / (cases.length * others.length);
}
