import { bisectRight } from 'd3-array';
import type { StepGroup, StepModel } from '../chart-model';

/** The value of a curve at a time: null after its end, where nobody was watched any more. */
export function valueAt({ times, values }: StepGroup, start: number, time: number): number | null {
  const end = times.at(-1);
  if (end === undefined || time > end) return null;
  const at = bisectRight(times as number[], time) - 1;
  return at < 0 ? start : (values[at] ?? null);
}

/** Both limits at a time; null where they are not defined. */
export function limitsAt(
  { times, lower, upper }: StepGroup,
  time: number,
): { readonly low: number; readonly high: number } | null {
  const end = times.at(-1);
  if (end === undefined || time > end) return null;
  const at = bisectRight(times as number[], time) - 1;
  const low = lower?.[at] ?? null;
  const high = upper?.[at] ?? null;
  return low === null || high === null ? null : { low, high };
}

/** Where the curve stands at the right end of the plot, or where it ends before. */
export function endValue({ times, values }: StepGroup, start: number, to: number): number | null {
  const at = bisectRight(times as number[], to) - 1;
  return at < 0 ? start : (values[at] ?? null);
}

/** Where the curve stands at the last reading that it reaches. */
export function lastReading(
  group: StepGroup,
  { readings, start }: StepModel,
): { readonly index: number; readonly value: number } | null {
  for (let index = readings.length - 1; index >= 0; index--) {
    const value = valueAt(group, start, readings[index] ?? 0);
    if (value !== null) return { index, value };
  }
  return null;
}

/** Colour and, as a second channel, dashes. */
export const groupClass = (index: number): string => `c${String(index + 1)} dash-${String(index + 1)}`;

/** Every how many-th reading is written, so that texts of this width do not touch: a step that people count in. */
export function strideFor(widest: number, step: number): number {
  const needed = Math.ceil((widest + 12) / Math.max(step, 1));
  return [1, 2, 3, 4, 6, 12, 24, 48].find((stride) => stride >= needed) ?? needed;
}
