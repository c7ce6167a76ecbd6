/** Moves labels apart to at least `distance`, in order, inside the range. */
export function spread(
  wanted: readonly number[],
  distance: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wanted.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const placed: number[] = [];
  order.forEach(({ value }, at) => {
    placed.push(Math.max(value, at === 0 ? low : (placed[at - 1] ?? low) + distance));
  });
  for (let at = placed.length - 1; at >= 0; at--) {
    const limit = at === placed.length - 1 ? high : (placed[at + 1] ?? high) - distance;
    placed[at] = Math.min(placed[at] ?? limit, limit);
  }
  const result = wanted.map(() => 0);
  order.forEach(({ index }, at) => {
    result[index] = placed[at] ?? 0;
  });
  return result;
}
