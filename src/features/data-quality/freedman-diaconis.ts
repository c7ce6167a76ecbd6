/** Bins at most, however far the values lie apart. */
const mostBins = 40;

/** Value at a share of the way through rising numbers, between neighbours in proportion (type 7 of Hyndman and Fan). */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const below = sorted[low] as number;
  return below + ((sorted[Math.min(low + 1, sorted.length - 1)] as number) - below) * (place - low);
}

/**
 * Edges of bins of one width for a histogram: 2 · (third − first quartile) · n^(−1/3) wide, at most 40 of them; where the
 * quartiles are equal, as many as the root of n.
 *
 * @param sorted rising finite numbers, at least one
 * @returns rising edges, one more than bins; of equal numbers one bin of width 1
 *
 * Source: Freedman & Diaconis, On the histogram as a density estimator: L2 theory, 1981, rule 1.
 */
export function histogramEdges(sorted: ArrayLike<number>): readonly number[] {
  const n = sorted.length;
  const first = sorted[0] as number;
  const last = sorted[n - 1] as number;
  if (first === last) return [first, first + 1];
  const spread = (quantile(sorted, 0.75) ?? 0) - (quantile(sorted, 0.25) ?? 0);
  const wanted = spread > 0 ? (last - first) / ((2 * spread) / Math.cbrt(n)) : Math.sqrt(n);
  const bins = Math.max(1, Math.min(mostBins, Math.ceil(wanted)));
  return Array.from({ length: bins + 1 }, (_, index) =>
    index === bins ? last : first + ((last - first) * index) / bins,
  );
}
