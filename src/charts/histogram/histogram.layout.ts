import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ChartLanguage } from '../chart-kind';
import type { HistogramBin, HistogramModel } from '../chart-model';
import { drawLegend, legendHeight, legendRows } from '../scene/legend';
import {
  emptyScene,
  px,
  type Box,
  type Scene,
  type SceneLine,
  type ScenePath,
  type SceneRect,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { ellipsis, textWidth } from '../scene/text-width';
import { histogramScale, type BinSpan } from './histogram-scale';
import { placeReferences } from './reference-labels';

/** Where everything of a histogram stands, in pixels. */
export function layoutHistogram(model: HistogramModel, size: Size, language: ChartLanguage): Scene {
  const { bins, outline } = model;
  if (bins.length === 0 || bins.every(({ value }) => value === null)) return emptyScene(size);
  const { width, height } = size;
  const { f } = language;
  const highest =
    max([...bins.map(({ value }) => value ?? 0), ...(outline?.values.map((value) => value ?? 0) ?? [])]) ?? 0;
  const unit = f.axisUnit(highest, model.valueUnit);
  const names = drawLegend(
    legendRows(
      outline
        ? [
            { key: 'bins', label: model.valueLabel, className: 'fill-q5' },
            { key: 'outline', label: outline.label, className: 'outline' },
          ]
        : [],
      width,
    ),
    'area',
  );
  const legendTop =
    names.texts.length === 0 ? 0 : Math.max(...names.texts.map(({ y }) => y)) - 11 + legendHeight;

  const y = scaleLinear().domain([0, highest || 1]);
  y.nice(4);
  const ticks = highest === 0 ? [0] : y.ticks(height < 140 ? 2 : 4);
  const tickTexts = unit.ticks(ticks);
  const left = Math.max(8, ...tickTexts.map((text) => textWidth(text))) + 12;
  const right = width - 12;
  const bottom = height - 24;
  const axis = histogramScale(model, left, right, Math.max(2, Math.floor((right - left) / 80)));
  const references = placeReferences(model, { axis, left, right, top: legendTop }, language);
  const top = legendTop + 10 + references.height;
  y.range([bottom, top]);

  const lines: SceneLine[] = ticks.map((tick) => ({
    x1: px(left),
    x2: px(right),
    y1: px(y(tick)),
    y2: px(y(tick)),
    className: tick === 0 ? 'axis-line' : 'grid-line',
  }));
  const texts: SceneText[] = [...names.texts, ...references.texts];
  ticks.forEach((tick, index) => {
    const at = px(y(tick));
    texts.push({
      x: px(left - 8),
      y: at + 4,
      text: tickTexts[index] ?? '',
      anchor: 'end',
      className: 'tick',
    });
  });
  const rects: SceneRect[] = [...names.rects];
  const targets: SceneTarget[] = [];
  bins.forEach((bin, index) => {
    const span = axis.spans[index] ?? { start: left, end: left };
    const box = boxOf(bin, span, y, bottom);
    if (bin.value !== null) rects.push({ ...box, id: bin.key, key: bin.key, className: fillOf(bin) });
    targets.push({
      id: bin.key,
      key: bin.key,
      box,
      hit: { x: px(span.start), y: top, width: px(span.end - span.start), height: px(bottom - top) },
    });
  });
  texts.push(...axisTexts(model, axis, { left, width, y: height - 6 }, language));
  for (const { x, y: above } of references.rules) {
    lines.push({ x1: x, x2: x, y1: above, y2: bottom, className: 'rule' });
  }
  const paths: ScenePath[] = outline
    ? [{ id: 'outline', d: outlinePath(outline.values, axis.spans, y, bottom), className: 'outline' }]
    : [];
  const stops = axis.spans.map(({ start, end }) => ({ from: px(start), to: px(end) }));
  return {
    width,
    height,
    lines,
    paths,
    rects,
    circles: [],
    texts,
    targets,
    ...(model.isBrushable && bins.length > 1
      ? { brushes: [{ x: px(left), y: top, width: px(right - left), height: px(bottom - top), stops }] }
      : {}),
  };
}

function fillOf({ tone = 'primary', isOutside }: HistogramBin): string {
  if (tone === 'primary') return isOutside === true ? 'fill-rest' : 'fill-q5';
  return tone === 'warm' ? 'fill-w5' : 'fill-muted';
}

/** Touching bars keep a pixel between them. */
function boxOf(
  { value }: HistogramBin,
  { start, end }: BinSpan,
  y: (value: number) => number,
  bottom: number,
): Box {
  const size = value === null || value === 0 ? 0 : Math.max(1, bottom - y(value));
  return {
    x: px(start + 0.5),
    y: px(bottom - size),
    width: px(Math.max(0, end - start - 1)),
    height: px(size),
  };
}

/** Up and down along the tops of the bins; bins that stand apart or are not known begin it anew. */
function outlinePath(
  values: readonly (number | null)[],
  spans: readonly BinSpan[],
  y: (value: number) => number,
  bottom: number,
): string {
  let d = '';
  let before: number | null = null;
  values.forEach((value, index) => {
    const span = spans[index];
    if (!span) return;
    const next = spans[index + 1];
    const level = px(value === null ? bottom : y(value));
    const isOpen = before !== null && Math.abs(before - span.start) < 1;
    if (value !== null) {
      d += isOpen ? `V${String(level)}` : `M${String(px(span.start))} ${String(bottom)}V${String(level)}`;
      d += `H${String(px(span.end))}`;
      const isLast = !next || (values[index + 1] ?? null) === null || Math.abs(next.start - span.end) >= 1;
      if (isLast) d += `V${String(bottom)}`;
      before = isLast ? null : span.end;
    } else before = null;
  });
  return d;
}

/** Ticks of the values, and the names of the bins that stand apart. */
function axisTexts(
  { bins, unit, isLog }: HistogramModel,
  axis: ReturnType<typeof histogramScale>,
  { left, width, y }: { readonly left: number; readonly width: number; readonly y: number },
  { f }: ChartLanguage,
): readonly SceneText[] {
  const texts: SceneText[] = [];
  let reached = 0;
  const write = (text: string, x: number) => {
    const half = textWidth(text) / 2;
    const center = Math.min(Math.max(x, half), width - half);
    if (center - half < reached) return;
    texts.push({ x: px(center), y, text, anchor: 'middle', className: 'tick' });
    reached = center + half + 8;
  };
  const [first] = bins;
  const last = bins.at(-1);
  const nameOf = (bin: HistogramBin, room: number) => ellipsis(bin.label, room);
  if (first?.isOutside === true) {
    const span = axis.spans[0] ?? { start: left, end: left };
    write(nameOf(first, span.end - span.start + 16), (span.start + span.end) / 2);
  }
  const shared = f.axisUnit(Math.max(0, ...axis.ticks.map(Math.abs)), unit).ticks(axis.ticks);
  const end = last && last !== first && last.isOutside === true ? axis.spans.at(-1) : undefined;
  const lastText = end && last ? nameOf(last, end.end - end.start + 16) : '';
  const limit = end ? (end.start + end.end) / 2 - textWidth(lastText) / 2 - 8 : width;
  axis.ticks.forEach((tick, index) => {
    const text = isLog ? f.value(tick, unit) : (shared[index] ?? '');
    const x = axis.x(tick);
    if (x !== null && x + textWidth(text) / 2 <= limit) write(text, x);
  });
  if (end) write(lastText, (end.start + end.end) / 2);
  return texts;
}
