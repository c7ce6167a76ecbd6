import type { ChartLanguage } from '../chart-kind';
import type { HistogramModel } from '../chart-model';
import { px, type SceneText } from '../scene/scene';
import { ellipsis, textWidth } from '../scene/text-width';
import type { HistogramScale } from './histogram-scale';

const line = 16;
const mostRules = 3;
const gap = 5;

type Frame = {
  readonly axis: HistogramScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
};

type Placed = { readonly x: number; readonly row: number; readonly from: number; readonly to: number };

/**
 * Rules at values of the axis, each named at its upper end: the first to the left, the others to the right, where a later
 * rule ends below the names that it would cross.
 */
export function placeReferences(
  { references = [], unit }: HistogramModel,
  { axis, left, right, top }: Frame,
  { f }: ChartLanguage,
): {
  readonly rules: readonly { readonly x: number; readonly y: number }[];
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
  const placed: Placed[] = [];
  const texts: SceneText[] = [];
  known.forEach(({ x, text: full }, index) => {
    const text = ellipsis(full, Math.max(x - left, right - x) - gap);
    const width = textWidth(text);
    const fitsLeft = x - gap - width >= left;
    const fitsRight = x + gap + width <= right;
    const isLeft = fitsLeft && (!fitsRight || (index === 0 && known.length > 1));
    const from = isLeft ? x - gap - width : x + gap;
    const to = from + width;
    const isFree = (row: number) =>
      placed.every(
        (one) => one.row < row || ((x < one.from || x > one.to) && (from > one.to + gap || to < one.from)),
      );
    let row = 0;
    while (!isFree(row)) row++;
    placed.push({ x, row, from, to });
    texts.push({
      x: px(isLeft ? x - gap : x + gap),
      y: top + 11 + row * line,
      text,
      anchor: isLeft ? 'end' : 'start',
      className: 'label halo',
      ...(text === full ? {} : { full }),
    });
  });
  return {
    rules: placed.map(({ x, row }) => ({ x, y: px(top + 2 + row * line) })),
    texts,
    height: placed.length === 0 ? 0 : (Math.max(...placed.map(({ row }) => row)) + 1) * line,
  };
}
