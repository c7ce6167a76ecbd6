export type QuantileScores = {
  /** 1 … bins for each row, the largest values get the highest score; 0 = unknown. */
  readonly scores: Uint8Array;
  /** Smallest value that has each score 2 … bins, ascending; Infinity when nobody has this score or a higher one. */
  readonly cuts: Float64Array;
  /** Rows with a known value. */
  readonly known: number;
};

/**
 * Scores customers by fifths (or other equal parts) of their ranks.
 *
 * Tie rule: equal values get equal scores, always. Their rank is the middle of the places that they share, so a score
 * may hold more or fewer than a fifth: if most customers have 0, they all share one score and some scores are empty.
 *
 * @param values NaN = unknown: left out of the ranks, score 0. To score small values high give their negatives
 * @param bins   1 … 255
 * @returns see {@link QuantileScores}; `values` is not modified
 *
 * score = min(bins, 1 + ⌊bins · (rank − ½) / n⌋), rank = mean place of the tied values, 1 … n. Source: mid-ranks:
 * Kendall 1945, "The treatment of ties in ranking problems"; methods.md §1. O(n log n)
 *
 * @example quantileScores([10, 20, 30, 40, 50], 5).scores // [1, 2, 3, 4, 5]
 */
export function quantileScores(values: ArrayLike<number>, bins = 5): QuantileScores {
  const sorted = Float64Array.from(values).sort();
  let known = sorted.length;
  // The sort puts NaN last.
  while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
  const cuts = new Float64Array(bins - 1).fill(Infinity);
  let reached = 1;
  for (let from = 0; from < known;) {
    const value = sorted[from] as number;
    let to = from + 1;
    while (to < known && sorted[to] === value) to++;
    const rank = (from + 1 + to) / 2;
    const score = Math.min(bins, 1 + Math.floor((bins * (rank - 0.5)) / known));
    while (reached < score) cuts[reached++ - 1] = value;
    from = to;
  }
  const scores = new Uint8Array(values.length);
  for (let row = 0; row < scores.length; row++) scores[row] = scoreOf(cuts, values[row] as number);
  return { scores, cuts, known };
}

/** The score of a value between given cuts: 1 + how many of them it reaches; 0 = unknown. */
export function scoreOf(cuts: ArrayLike<number>, value: number): number {
  if (value !== value) return 0;
  let score = 1;
  while (score <= cuts.length && value >= (cuts[score - 1] as number)) score++;
  return score;
}
