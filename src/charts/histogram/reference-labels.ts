import type { ChartLanguage } from '../chart-kind';
import type { HistogramModel } from '../chart-model';
import { px, type SceneText } from '../scene/scene';
import { textWidth } from '../scene/text-width';
import type { HistogramScale } from './histogram-scale';

const line = 16;
const mostRules = 3;

type Frame = {
  readonly axis: HistogramScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
};

/** Rules at values of the axis with their names above the bins, one line each where they would touch. */
export function placeReferences(
  { references = [], unit }: HistogramModel,
  { axis, left, right, top }: Frame,
  { f }: ChartLanguage,
): {
  readonly rules: readonly { readonly x: number }[];
  readonly texts: readonly SceneText[];
  readonly height: number;
} {
  const known = references
    .slice(0, mostRules)
    .flatMap(({ value, label }) => {
      const x = axis.x(value);
      return x === null ? [] : [{ x: px(x), text: `${label} ${f.value(value, unit)}` }];
    })
    .sort((a, b) => a.x - b.x);
  const ends: number[] = [];
  const texts = known.map(({ x, text }): SceneText => {
    const width = textWidth(text);
    const start = Math.max(left, Math.min(x - width / 2, right - width));
    let row = ends.findIndex((end) => end + 12 <= start);
    if (row < 0) row = ends.length;
    ends[row] = start + width;
    return { x: px(start), y: top + 11 + row * line, text, anchor: 'start', className: 'label' };
  });
  return { rules: known, texts, height: ends.length * line };
}
