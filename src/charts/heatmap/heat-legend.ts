import type { ChartLanguage } from '../chart-kind';
import type { HeatModel } from '../chart-model';
import { px, type SceneRect, type SceneText } from '../scene/scene';
import { ellipsis, textWidth } from '../scene/text-width';
import { cellText } from './heat-cells';
import { heatScale } from './heat-scale';

const swatch = { width: 12, height: 8 } as const;
const gap = 6;

/** The first line of a heat map: what its columns are, and at the right the colours with the outer breaks. */
export function heatLegend(
  model: HeatModel,
  { left, width }: { readonly left: number; readonly width: number },
  { f }: ChartLanguage,
): { readonly texts: readonly SceneText[]; readonly rects: readonly SceneRect[] } {
  const { breaks, fills } = heatScale(model);
  const texts: SceneText[] = [];
  const rects: SceneRect[] = [];
  let end = width;
  const [first] = breaks;
  const last = breaks.at(-1);
  const measure = model.measures[model.colour.measure];
  if (first !== undefined && last !== undefined && measure) {
    const write = (value: number): string => cellText(value, measure.unit, f);
    const low = `<${write(first)}`;
    const high = `≥${write(last)}`;
    const bar = fills.length * swatch.width;
    const start = width - textWidth(high) - gap - bar;
    texts.push({ x: width, y: 11, text: high, anchor: 'end', className: 'tick' });
    texts.push({ x: px(start - gap), y: 11, text: low, anchor: 'end', className: 'tick' });
    fills.forEach((className, index) => {
      const x = px(start + index * swatch.width);
      rects.push({
        id: `legend ${String(index)}`,
        x,
        y: 3,
        width: swatch.width - 1,
        height: swatch.height,
        className,
      });
    });
    end = start - gap - textWidth(low) - gap;
    const isWritten = model.colour.measure === 0 && (model.written ?? model.measures.length) === 1;
    const room = end - left - textWidth(model.columnLabel) - 12;
    if (!isWritten && textWidth(measure.label) <= room) {
      texts.push({ x: px(end), y: 11, text: measure.label, anchor: 'end', className: 'tick' });
      end -= textWidth(measure.label) + gap;
    }
  }
  const room = end - left - 8;
  if (room >= 40) {
    const text = ellipsis(model.columnLabel, room);
    texts.push({ x: left, y: 11, text, anchor: 'start', className: 'tick' });
  }
  return { texts, rects };
}
