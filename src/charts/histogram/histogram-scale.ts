import { scaleLinear, scaleLog } from 'd3-scale';
import type { HistogramModel } from '../chart-model';

export type BinSpan = { readonly start: number; readonly end: number };
export type HistogramScale = {
  /** Pixels of each bin. */
  readonly spans: readonly BinSpan[];
  /** Pixel of a value inside the axis; null beyond it. */
  readonly x: (value: number) => number | null;
  readonly ticks: readonly number[];
};

const apart = 20;

/** Where the bins stand between two pixels. Bins that catch what lies beyond get a place of their own. */
export function histogramScale(
  { bins, isLog }: HistogramModel,
  left: number,
  right: number,
  tickCount: number,
): HistogramScale {
  const inside = bins.filter(({ isOutside }) => isOutside !== true);
  const first = bins[0]?.isOutside === true;
  const last = bins.length > 1 && bins.at(-1)?.isOutside === true;
  const sides = Number(first) + Number(last);
  const own =
    inside.length === 0 ? right - left : Math.min(56, ((right - left) * 0.5) / Math.max(1, sides) - apart);
  const from = left + (first && inside.length > 0 ? own + apart : 0);
  const to = right - (last && inside.length > 0 ? own + apart : 0);
  const [low, high] = [inside[0]?.from ?? 0, inside.at(-1)?.to ?? 1];
  const isUsable = high > low && (!isLog || low > 0);
  const scale = (isLog && isUsable ? scaleLog() : scaleLinear()).domain(
    isUsable ? [low, high] : [low, low + 1],
  );
  scale.range([from, to]);
  const spans = bins.map((bin, index): BinSpan => {
    if (bin.isOutside === true) {
      return index === 0 ? { start: left, end: left + own } : { start: right - own, end: right };
    }
    return { start: scale(bin.from), end: scale(bin.to) };
  });
  const inRange = (value: number) => value >= low && value <= high;
  return {
    spans,
    x: (value) => (inRange(value) && isUsable ? scale(value) : null),
    ticks: isUsable ? ticksOf(isLog, low, high, scale.ticks(tickCount), tickCount) : [],
  };
}

/** On a logarithmic axis whole powers of ten, thinned to the number that was asked for. */
function ticksOf(
  isLog: boolean,
  low: number,
  high: number,
  linear: readonly number[],
  count: number,
): readonly number[] {
  if (!isLog) return linear;
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
  if (powers.length < 2) return linear;
  const every = Math.ceil(powers.length / Math.max(1, count));
  return powers.filter((_, index) => index % every === 0);
}
