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
