import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { layoutBars } from '../bar/bar.layout';
import type { ChartLanguage } from '../chart-kind';
import type { ParetoModel } from '../chart-model';
import {
  emptyScene,
  px,
  type Box,
  type Scene,
  type SceneCircle,
  type SceneLine,
  type ScenePath,
  type SceneRect,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { overlap, textBox, textWidth, wrap } from '../scene/text-width';
import { axisUnitOf } from '../unit-of';
import { partsOf, type ParetoPart } from './pareto-shares';

const lineHeight = 16;
const gap = 0.15;
/** More points run together. */
const mostDots = 24;

/** Where everything of a Pareto chart stands, in pixels. Where names have no room under their bars, it becomes a list. */
export function layoutPareto(model: ParetoModel, size: Size, language: ChartLanguage): Scene {
  const parts = partsOf(model);
  if (parts.every(({ item }) => item.value === null)) return emptyScene(size);
  if (parts.every(({ together }) => together === null)) return valueList(model, size, language);
  if (model.curve) return drawn(model, parts, size, language);
  const each = (size.width - 40) / parts.length;
  const fits = parts.every(({ item }) => textWidth(item.label) <= 2 * (each - 8)) && each >= 24;
  return fits ? drawn(model, parts, size, language) : shareList(model, parts, size, language);
}

/** Without a total above 0 there are no shares: the values as they are. */
function valueList(model: ParetoModel, size: Size, language: ChartLanguage): Scene {
  const { unit, items, categoryLabel, valueLabel } = model;
  return layoutBars(
    { kind: 'bar', orientation: 'horizontal', unit, items, categoryLabel, valueLabel },
    size,
    language,
  );
}

/** Bars from top to bottom; a hollow dot stands where the curve would be. */
function shareList(
  model: ParetoModel,
  parts: readonly ParetoPart[],
  size: Size,
  language: ChartLanguage,
): Scene {
  return layoutBars(
    {
      kind: 'bar',
      orientation: 'horizontal',
      unit: 'percent',
      items: parts.map(({ item, share, together }) => ({
        key: item.key,
        label: item.label,
        value: share,
        comparison: together,
      })),
      categoryLabel: model.categoryLabel,
      valueLabel: model.valueLabel,
      comparisonLabel: language.t('chart.cumulative'),
    },
    size,
    language,
  );
}

function drawn(
  model: ParetoModel,
  parts: readonly ParetoPart[],
  { width, height }: Size,
  { f, t }: ChartLanguage,
): Scene {
  const { curve, markers = [] } = model;
  const share = f.axisUnit(1, 'percent');
  const unit = axisUnitOf(model, f);
  const points = curve ?? [
    { at: 0, share: 0 },
    ...parts.map(({ to, together }) => ({ at: to, share: together ?? 0 })),
  ];
  const bars = curve ? [] : parts.map((part) => part.share ?? 0);
  const heights = [0, 1, ...points.map((point) => point.share), ...bars];
  const y = scaleLinear().domain([Math.min(...heights), Math.max(...heights)]);
  if (Math.min(...heights) < 0 || Math.max(...heights) > 1) y.nice(4);
  const isWhole = Math.min(...heights) === 0 && Math.max(...heights) === 1;
  const ticks = isWhole ? [0, 0.25, 0.5, 0.75, 1] : y.ticks(4);
  const tickTexts = share.ticks(ticks);
  const left = Math.max(...tickTexts.map((text) => textWidth(text))) + 12;
  const right = width - (curve ? textWidth('100%') / 2 : 4);
  const x = scaleLinear().range([left, right]);
  const step = (right - left) / parts.length;
  const labels = curve ? [] : parts.map(({ item }) => wrap(item.label, step - 6, 2));
  const labelLines = curve ? 1 : Math.max(...labels.map((lines) => lines.length)) + 1;
  const top = curve ? 26 : 12;
  const bottom = height - 8 - labelLines * lineHeight;
  y.range([bottom, top]);

  const lines: SceneLine[] = ticks.map((tick) => ({
    x1: px(left),
    x2: px(right),
    y1: px(y(tick)),
    y2: px(y(tick)),
    className: tick === 0 ? 'axis-line' : 'grid-line',
  }));
  const texts: SceneText[] = ticks.map((tick, index) => ({
    x: px(left - 8),
    y: px(y(tick)) + 4,
    text: tickTexts[index] ?? '',
    anchor: 'end',
    className: 'tick',
  }));
  const rects: SceneRect[] = [];
  const circles: SceneCircle[] = [];
  const targets: SceneTarget[] = [];
  const draw = line<(typeof points)[number]>()
    .x(({ at }) => px(x(at)))
    .y((point) => px(y(point.share)));
  const paths: ScenePath[] = [{ id: 'together', d: draw(points) ?? '', className: 'line c1' }];

  let named = 0;
  parts.forEach(({ item, share: own, together, from, to }, index) => {
    const { key } = item;
    const [start, end] = [x(from), x(to)];
    const section: Box = { x: px(start), y: top, width: px(end - start), height: px(bottom - top) };
    if (curve) {
      const isLast = index === parts.length - 1;
      if (!isLast) lines.push({ x1: px(end), x2: px(end), y1: top - 8, y2: px(y(0)), className: 'cut-off' });
      const half = textWidth(item.label, 12, true) / 2;
      const middle = (start + end) / 2;
      if (middle - half >= named && middle + half <= width) {
        named = middle + half + 6;
        texts.push({
          x: px(middle),
          y: 11,
          text: item.label,
          anchor: 'middle',
          className: 'strong',
          drills: key,
        });
      }
      const cy = px(y(together ?? 0));
      if (!isLast) circles.push({ id: `${key} dot`, cx: px(end), cy, r: 4, className: 'dot c1' });
      const box = { x: px(end - 5), y: px(cy - 5), width: 10, height: 10 };
      targets.push({ id: key, key, box, hit: section, outline: section });
      return;
    }
    const bar = Math.min(56, (end - start) * (1 - 2 * gap));
    const middle = (start + end) / 2;
    const edge = y(own ?? 0);
    const box: Box = {
      x: px(middle - bar / 2),
      y: px(Math.min(edge, y(0))),
      width: px(bar),
      height: px(Math.abs(edge - y(0))),
    };
    if (own !== null) {
      const className = item.isRest === true ? 'fill-rest' : 'fill-q5';
      rects.push({ ...box, id: key, key, className });
    }
    if (parts.length <= mostDots) {
      circles.push({ id: `${key} dot`, cx: px(end), cy: px(y(together ?? 0)), r: 3, className: 'dot c1' });
    }
    const names = labels[index] ?? [];
    names.forEach((text, at) => {
      texts.push({
        x: px(middle),
        y: px(bottom + 17 + at * lineHeight),
        text,
        anchor: 'middle',
        className: 'label',
        drills: key,
        ...(text === item.label ? {} : { full: item.label }),
      });
    });
    const mark = unit.mark(item.value);
    if (textWidth(mark) <= step - 6) {
      const below = px(bottom + 17 + names.length * lineHeight);
      texts.push({ x: px(middle), y: below, text: mark, anchor: 'middle', className: 'tick' });
    }
    targets.push({ id: key, key, box, hit: { ...section, height: px(height - top) } });
  });

  if (curve) {
    lines.push({ x1: px(x(0)), y1: px(y(0)), x2: px(x(1)), y2: px(y(1)), className: 'diagonal' });
    for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
      const text = share.format(tick) + (tick === 1 ? '%' : '');
      texts.push({ x: px(x(tick)), y: height - 6, text, anchor: 'middle', className: 'tick' });
    }
  }
  const taken = texts.map(textBox);
  const isOnCurve = (box: Box) =>
    points.some(({ at, share: level }) =>
      overlap(box, { x: x(at) - 2, y: y(level) - 2, width: 4, height: 4 }),
    );
  const place = (one: SceneText, mayCross = false) => {
    const box = textBox(one);
    const isInside =
      box.x >= left && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= bottom;
    if (!isInside || taken.some((other) => overlap(box, other)) || (!mayCross && isOnCurve(box)))
      return false;
    texts.push(one);
    taken.push(box);
    return true;
  };
  for (const { at, share: level, label: text } of markers.slice(0, 3)) {
    const [cx, cy] = [px(x(at)), px(y(level))];
    if (!curve) lines.push({ x1: cx, x2: cx, y1: cy, y2: px(y(0)), className: 'reference' });
    circles.push({ id: `marker ${String(at)}`, cx, cy, r: 4, className: 'dot c1' });
    const className = 'label halo';
    const places: readonly SceneText[] = [
      { x: cx + 10, y: cy + 15, text, anchor: 'start', className },
      { x: cx - 8, y: cy - 8, text, anchor: 'end', className },
      { x: cx, y: cy + 31, text, anchor: 'middle', className },
      { x: cx + 10, y: cy + 31, text, anchor: 'start', className },
      { x: width - 2, y: cy + 31, text, anchor: 'end', className },
    ];
    if (!places.some((one) => place(one))) places.some((one) => place(one, true));
  }
  if (curve) {
    const text = t('chart.equal-shares');
    place({ x: px(x(0.98)), y: px(y(0)) - 8, text, anchor: 'end', className: 'tick halo' });
  }
  return {
    width,
    height,
    lines,
    paths,
    rects,
    circles,
    texts,
    targets,
    ...(curve ? { hasCursor: true, isUnfaded: true } : {}),
  };
}
