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

/**
 * Points whose ticks are written: the first and last, Januaries and July where there is room, never two that touch.
 */
export function tickIndexes(
  keys: readonly string[],
  widths: readonly number[],
  step: number,
): readonly number[] {
  const last = keys.length - 1;
  const rank = (index: number): number => {
    if (index === 0 || index === last) return 0;
    const month = /^\d{4}-(\d{2})$/.exec(keys[index] ?? '')?.[1];
    if (month === '01') return 1;
    if (month === '07') return 2;
    if (month === '04' || month === '10') return 3;
    return month === undefined && index % 2 === 0 ? 3 : 4;
  };
  const chosen: number[] = [];
  const isFree = (index: number) =>
    chosen.every((other) => {
      const needed = ((widths[index] ?? 0) + (widths[other] ?? 0)) / 2 + 12;
      return Math.abs(index - other) * step >= needed + (index === 0 || other === 0 ? 8 : 0);
    });
  const candidates = keys.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  const most = keys.length <= 13 ? 4 : 2;
  for (const index of candidates) if (rank(index) <= most && isFree(index)) chosen.push(index);
  return chosen.sort((a, b) => a - b);
}
