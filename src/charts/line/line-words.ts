import type { LineModel, LineSeries } from '../chart-model';

/** Steps of the sequential blue for stacks, from the bottom, by number of series: neighbours stay apart. */
const stackSteps: Readonly<Record<number, readonly number[]>> = {
  1: [5],
  2: [6, 3],
  3: [7, 5, 3],
  4: [7, 5, 3, 2],
  5: [7, 6, 5, 3, 2],
  6: [7, 6, 5, 4, 3, 2],
};

/** Class that colours a series: its slot, its place in a stack, or its part in the comparison. */
export function seriesClass(
  { style, slot }: LineSeries,
  index: number,
  { isStacked, series }: LineModel,
): string {
  if (isStacked === true) {
    if (slot !== undefined) return `fill-c${String(slot)}`;
    const steps = stackSteps[Math.min(6, series.length)] ?? [];
    return `fill-q${String(steps[Math.min(index, steps.length - 1)] ?? 1)}`;
  }
  if (style === 'comparison') return 'comparison';
  if (slot !== undefined) return `c${String(slot)}`;
  return style === 'primary' ? 'c1' : 'other';
}

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
