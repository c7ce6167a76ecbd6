/**
 * The rising step function closest to a series of shares: neighbours that fall are pooled into their weighted mean.
 *
 * @param shares  one per place, in the order in which they should rise; any number where the weight is 0
 * @param weights observations behind each, ≥ 0
 * @returns one value per place, never falling; places without weight take the value of the pool before them, else of the
 *   one after; all NaN when nothing has weight
 *
 * Source: pool adjacent violators, Ayer et al. 1955; Barlow et al. 1972, §1.2. O(n)
 *
 * @example isotonic([0.1, 0.4, 0.2], [1, 1, 1]) // [0.1, 0.3, 0.3]
 */
export function isotonic(shares: readonly number[], weights: readonly number[]): readonly number[] {
  const pools: { sum: number; weight: number; from: number }[] = [];
  shares.forEach((share, place) => {
    const weight = weights[place] as number;
    if (weight > 0) pools.push({ sum: share * weight, weight, from: place });
    for (let last = pools.length - 1; last > 0; last--) {
      const [low, high] = [pools[last - 1], pools[last]];
      if (!low || !high || low.sum / low.weight < high.sum / high.weight) break;
      pools.splice(last - 1, 2, {
        sum: low.sum + high.sum,
        weight: low.weight + high.weight,
        from: low.from,
      });
    }
  });
  return shares.map((_, place) => {
    const pool = pools.findLast(({ from }) => from <= place) ?? pools[0];
    return pool ? pool.sum / pool.weight : NaN;
  });
}
