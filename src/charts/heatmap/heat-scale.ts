import { bisectRight, max, min, tickStep, ticks } from 'd3-array';
import type { HeatModel } from '../chart-model';

export type HeatScale = {
  /** Breaks between the colours, rising. */
  readonly breaks: readonly number[];
  /** Class names of the fills, one more than breaks. */
  readonly fills: readonly string[];
  readonly fillOf: (value: number) => string;
  /** Ink that reads on the fill of a value. */
  readonly inkOf: (value: number) => string;
};

const steps = 7;

/** Colours of equal, rounded intervals. Diverging ones lie evenly around the centre, which has a neutral one of its own. */
export function heatScale({ cells, colour }: HeatModel): HeatScale {
  const values = cells.flatMap((row) =>
    row.flatMap((cell) => {
      const value = cell?.values[colour.measure] ?? null;
      return value === null || !Number.isFinite(value) ? [] : [value];
    }),
  );
  return colour.scale === 'diverging'
    ? diverging(values, colour.center ?? 0)
    : sequential(values, colour.scale);
}

function sequential(values: readonly number[], scale: 'blue' | 'warm'): HeatScale {
  const low = min(values) ?? 0;
  const high = max(values) ?? 0;
  let count = steps;
  let breaks = inner(low, high, count);
  while (breaks.length > steps - 1) breaks = inner(low, high, --count);
  const ramp = scale === 'blue' ? 'q' : 'w';
  const numbers = Array.from({ length: breaks.length + 1 }, (_, index) =>
    breaks.length === 0 ? 4 : 1 + Math.round((index * (steps - 1)) / breaks.length),
  );
  return scaleOf(
    breaks,
    numbers.map((number) => ({ fill: `fill-${ramp}${String(number)}`, isDeep: number >= 5 })),
  );
}

const inner = (low: number, high: number, count: number): number[] =>
  low === high ? [] : ticks(low, high, count).filter((tick) => tick > low && tick < high);

/** Nine steps, 1 and 9 the farthest from the neutral 5. */
function diverging(values: readonly number[], center: number): HeatScale {
  const reach = max(values, (value) => Math.abs(value - center)) ?? 0;
  if (reach === 0) return scaleOf([], [{ fill: 'fill-d5', isDeep: false }]);
  const step = tickStep(0, reach, 4);
  const side = Math.max(1, Math.min(4, Math.round(reach / step)));
  const offsets = Array.from({ length: side * 2 }, (_, index) => (index - side + 0.5) * step);
  const numbers = Array.from({ length: side * 2 + 1 }, (_, index) => {
    const away = index - side;
    return 5 + Math.sign(away) * Math.ceil((Math.abs(away) * 4) / side);
  });
  return scaleOf(
    offsets.map((offset) => center + offset),
    numbers.map((number) => ({ fill: `fill-d${String(number)}`, isDeep: Math.abs(number - 5) >= 3 })),
  );
}

function scaleOf(
  breaks: readonly number[],
  colours: readonly { readonly fill: string; readonly isDeep: boolean }[],
): HeatScale {
  const at = (value: number) => colours[bisectRight(breaks as number[], value)];
  return {
    breaks,
    fills: colours.map(({ fill }) => fill),
    fillOf: (value) => at(value)?.fill ?? '',
    inkOf: (value) => (at(value)?.isDeep === true ? 'on-deep' : 'on-pale'),
  };
}
