import { scaleBand, scaleLinear } from 'd3-scale';
import type { ChartLanguage } from '../chart-kind';
import type { BarModel } from '../chart-model';
import {
  px,
  type Box,
  type Scene,
  type SceneCircle,
  type SceneLine,
  type SceneRect,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { textWidth, wrap } from '../scene/text-width';
import { axisUnitOf } from '../unit-of';
import { tickIndexes } from '../scene/tick-indexes';
import { barDomain, fillOf, isTimeline, tickOf } from './bar-words';

const lineHeight = 16;
const labelGap = 6;

/** Bars side by side: over time, or few with short labels. With `below` the second series hangs under zero. */
export function verticalBars(model: BarModel, { width, height }: Size, { f }: ChartLanguage): Scene {
  const { items, below } = model;
  const unit = axisUnitOf(model, f);
  const ticksAtLeft = scaleLinear()
    .domain(padded(barDomain(model)))
    .nice(4)
    .ticks(4);
  const tickTexts = unit.ticks(ticksAtLeft);
  const left = Math.max(0, ...tickTexts.map((text) => textWidth(text))) + 12;
  const right = width - 2;
  const band = scaleBand<number>()
    .domain(items.map((_, index) => index))
    .range([left, right])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const step = band.step();
  const bar = Math.min(band.bandwidth(), 56);

  const isTime = isTimeline(model);
  const labelLines = items.map((item, index) =>
    isTime ? [tickOf(item, index, f)] : wrap(item.label, step - 6, 2),
  );
  const lineCount = Math.max(1, ...labelLines.map((lines) => lines.length));
  const bottom = height - 6 - lineCount * lineHeight;
  const hasLegend = model.comparisonLabel !== undefined && items.some(({ comparison }) => comparison != null);
  const plotTop = hasLegend ? 36 : 18;
  const y = scaleLinear()
    .domain(padded(barDomain(model)))
    .nice(4)
    .range([bottom - (below ? 16 : 0), plotTop]);

  const values = items.map(({ value }) => (value === null ? null : unit.mark(value)));
  const hasValues =
    below === undefined && values.every((text) => text === null || textWidth(text, 12, true) <= step - 2);

  const lines: SceneLine[] = [];
  const rects: SceneRect[] = [];
  const circles: SceneCircle[] = [];
  const texts: SceneText[] = [];
  const targets: SceneTarget[] = [];

  const zero = px(y(0));
  ticksAtLeft.forEach((tick, index) => {
    const at = px(y(tick));
    if (tick !== 0 && !hasValues) lines.push({ x1: left, x2: right, y1: at, y2: at, className: 'grid-line' });
    if (!hasValues || tick === 0) {
      texts.push({
        x: px(left - 8),
        y: at + 4,
        text: tickTexts[index] ?? '',
        anchor: 'end',
        className: 'tick',
      });
    }
  });

  const shown = new Set(
    isTime
      ? tickIndexes(
          items.map(({ key }) => key),
          labelLines.map(([text = '']) => textWidth(text)),
          step,
        )
      : items.keys(),
  );
  items.forEach((item, index) => {
    const center = (band(index) ?? 0) + band.bandwidth() / 2;
    const x = center - bar / 2;
    const value = item.value ?? 0;
    const up = Math.min(zero, px(y(value)));
    const size = item.value === null ? 0 : Math.abs(px(y(value)) - zero);
    const box: Box = { x: px(x), y: px(up), width: px(bar), height: px(Math.max(size, value === 0 ? 0 : 1)) };
    if (item.value !== null) {
      rects.push({ ...box, id: item.key, key: item.key, className: fillOf(item) });
    }
    const out = below?.values[index];
    if (out !== undefined && out !== null && out !== 0) {
      const drop = Math.max(1, px(y(-Math.abs(out))) - zero);
      rects.push({
        x: px(x),
        y: zero,
        width: px(bar),
        height: px(drop),
        id: `${item.key} below`,
        key: item.key,
        className: 'fill-muted',
      });
    }
    if (item.comparison !== undefined && item.comparison !== null) {
      const at = px(y(item.comparison));
      rects.push({
        x: px(x - 3),
        y: Math.min(zero, at),
        width: px(bar + 6),
        height: px(Math.abs(at - zero)),
        id: `${item.key} comparison`,
        key: item.key,
        className: 'outline',
      });
    }
    if (model.netLabel !== undefined && item.value !== null && out !== undefined && out !== null) {
      circles.push({
        id: `${item.key} net`,
        key: item.key,
        cx: px(center),
        cy: px(y(value - Math.abs(out))),
        r: 3.5,
        className: 'hollow',
      });
    }
    if (hasValues) {
      const isNegative = value < 0;
      const compared = item.comparison ?? 0;
      const edge = isNegative
        ? Math.max(px(y(value)), px(y(Math.min(0, compared))))
        : Math.min(up, px(y(Math.max(0, compared))));
      texts.push({
        x: px(center),
        y: px(isNegative ? edge + 14 : edge - labelGap),
        text: values[index] ?? f.missing,
        anchor: 'middle',
        className: item.value === null ? 'tick' : 'strong',
      });
    }
    if (shown.has(index)) {
      labelLines[index]?.forEach((text, line) => {
        texts.push({
          x: px(center),
          y: px(bottom + labelGap + 12 + line * lineHeight),
          text,
          anchor: 'middle',
          className: isTime ? 'tick' : 'label',
          drills: item.key,
          ...(text === item.label || isTime ? {} : { full: item.label }),
        });
      });
    }
    targets.push({
      id: item.key,
      key: item.key,
      box,
      hit: { x: px(center - step / 2), y: plotTop, width: px(step), height: px(height - plotTop) },
    });
  });
  if (items.length > 0) lines.push({ x1: left, x2: right, y1: zero, y2: zero, className: 'axis-line' });
  if (below && items.length > 0) {
    texts.push(
      { x: left, y: 11, text: model.valueLabel, anchor: 'start', className: 'label' },
      { x: left, y: px(bottom - 2), text: below.label, anchor: 'start', className: 'label' },
    );
    if (model.netLabel !== undefined) {
      const from = left + textWidth(model.valueLabel) + 24;
      circles.push({ id: 'legend', cx: px(from), cy: 7, r: 3.5, className: 'hollow' });
      texts.push({ x: px(from + 8), y: 11, text: model.netLabel, anchor: 'start', className: 'tick' });
    }
  }
  if (hasLegend) {
    const text = model.comparisonLabel ?? '';
    rects.push({ x: px(left), y: 2, width: 14, height: 10, id: 'legend', className: 'outline' });
    texts.push({ x: px(left + 20), y: 11, text, anchor: 'start', className: 'tick' });
  }
  if (model.reference) {
    const at = px(y(model.reference.value));
    lines.push({ x1: left, x2: right, y1: at, y2: at, className: 'reference' });
    const text = `${model.reference.label} ${unit.mark(model.reference.value)}`;
    texts.push({ x: right, y: 11, text, anchor: 'end', className: 'tick' });
  }
  const stops = items.map((_, index) => {
    const center = (band(index) ?? 0) + band.bandwidth() / 2;
    return { from: px(center - step / 2), to: px(center + step / 2) };
  });
  const [first] = stops;
  const end = stops.at(-1);
  return {
    width,
    height,
    lines,
    paths: [],
    rects,
    circles,
    texts,
    targets,
    ...(model.isBrushable === true && first && end && items.length > 1
      ? {
          brushes: [
            {
              x: first.from,
              y: plotTop,
              width: px(end.to - first.from),
              height: px(bottom - plotTop),
              stops,
            },
          ],
        }
      : {}),
  };
}

const padded = ([low, high]: readonly [number, number]): [number, number] =>
  low === high ? [0, 1] : [low, high];
