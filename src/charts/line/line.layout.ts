import { extent } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line, stack, stackOffsetDiverging } from 'd3-shape';
import type { ChartLanguage } from '../chart-kind';
import type { LineModel, LineSeries } from '../chart-model';
import {
  emptyScene,
  px,
  type Scene,
  type SceneCircle,
  type SceneLine,
  type ScenePath,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { drawLegend, legendHeight, legendRows } from '../scene/legend';
import { spread } from '../scene/spread';
import { ellipsis, textWidth } from '../scene/text-width';
import { tickIndexes } from '../scene/tick-indexes';
import { axisUnitOf } from '../unit-of';
import { seriesClass } from './line-words';

const narrow = 480;
const lineHeight = 16;
type Known = readonly [number, number];

/** Where everything of a line chart stands, in pixels. Missing points break the line. */
export function layoutLines(model: LineModel, size: Size, language: ChartLanguage): Scene {
  const { keys, series } = model;
  if (keys.length === 0 || series.every(({ values }) => values.every((value) => value === null))) {
    return emptyScene(size);
  }
  const { width, height } = size;
  const { f, t } = language;
  const unit = axisUnitOf(model, f);
  const bands = model.isStacked === true ? stackOf(model) : null;

  const ends = bands
    ? bands.flatMap((band) => band.flatMap(({ low, high }) => [low, high]))
    : series.flatMap(({ values }) => values.filter((value) => value !== null && Number.isFinite(value)));
  const [least = 0, most = 0] = extent(ends as number[]);
  const isZeroBased = model.zeroBased || bands !== null || least < 0 || keys.length === 1;
  const low = isZeroBased ? Math.min(0, least) : least;
  const high = isZeroBased ? Math.max(0, most) : most;
  const span = high - low || Math.abs(high) || 1;
  const domain: Known =
    low === high
      ? [
          isZeroBased ? Math.min(0, low) : low - span / 2,
          high + (high > 0 ? span / 2 : isZeroBased ? 1 : span / 2),
        ]
      : [low, high];

  const isNarrow = width < narrow;
  const named = series.filter(({ style }) => style !== 'comparison' || series.length > 1);
  const isDirect = !isNarrow && named.length <= 6 && (named.length > 1 || series.length === 1);
  const lastText = ({ values }: LineSeries): string =>
    unit.mark(values.findLast((value) => value !== null) ?? null);
  const endLabels = series.map((one) => ({
    name: series.length === 1 ? '' : one.label,
    value: one.style === 'comparison' ? '' : lastText(one),
  }));
  const endWidth = (label: { name: string; value: string }) =>
    textWidth(label.name) +
    (label.name !== '' && label.value !== '' ? 6 : 0) +
    textWidth(label.value, 12, true);
  const labelRoom = isDirect
    ? Math.min(width * 0.3, Math.max(...endLabels.map(endWidth)) + 12)
    : Math.min(width * 0.3, Math.max(...endLabels.map(({ value }) => textWidth(value, 12, true)), 0) + 10);

  const texts: SceneText[] = [];
  const lines: SceneLine[] = [];
  const paths: ScenePath[] = [];
  const circles: SceneCircle[] = [];
  const rects: Scene['rects'][number][] = [];
  const targets: SceneTarget[] = [];

  const nameRows = legendRows(
    isDirect || series.length === 1
      ? []
      : series.map((one, index) => ({
          key: one.key,
          label: one.label,
          className: (bands ? '' : 'line ') + seriesClass(one, index, model),
        })),
    width,
  );
  const top = 10 + nameRows.length * legendHeight + (isZeroBased ? 0 : 18);
  const bottom = height - 24;
  const y = scaleLinear().domain(domain).nice(4).range([bottom, top]);
  const ticks = y.ticks(height < 140 ? 2 : 4);
  const tickTexts = unit.ticks(ticks);
  const left = Math.max(...tickTexts.map((text) => textWidth(text)), 8) + 10;
  const right = Math.max(left + 40, width - labelRoom);
  const x = scalePoint<number>()
    .domain(keys.map((_, index) => index))
    .range([left, right]);
  const xOf = (index: number): number => (keys.length === 1 ? (left + right) / 2 : (x(index) ?? left));

  const names = drawLegend(nameRows, bands ? 'area' : 'line');
  rects.push(...names.rects);
  paths.push(...names.paths);
  texts.push(...names.texts);

  ticks.forEach((tick, index) => {
    const at = px(y(tick));
    lines.push({
      x1: px(left),
      x2: px(right),
      y1: at,
      y2: at,
      className: tick === 0 ? 'axis-line' : 'grid-line',
    });
    texts.push({
      x: px(left - 8),
      y: at + 4,
      text: tickTexts[index] ?? '',
      anchor: 'end',
      className: 'tick',
    });
  });
  const from = y.domain()[0] ?? 0;
  if (!isZeroBased && from !== 0) {
    const percent = model.unit === 'percent' ? '%' : '';
    const text = t('chart.axis-from', {
      value: (tickTexts[ticks.indexOf(from)] ?? unit.format(from)) + percent,
    });
    texts.push({ x: 0, y: px(top - 12), text, anchor: 'start', className: 'tick' });
  }
  const tickLabels = keys.map((key, index) =>
    /^\d{4}-\d{2}$/.test(key)
      ? f.monthTick(key, index === 0 || (index === keys.length - 1 && keys.length > 12))
      : (model.labels[index] ?? key),
  );
  for (const index of tickIndexes(
    keys,
    tickLabels.map((text) => textWidth(text)),
    (right - left) / Math.max(1, keys.length - 1),
  )) {
    const text = tickLabels[index] ?? '';
    const half = textWidth(text) / 2;
    const center = Math.max(
      left - 8 + half > left ? Math.min(left, left - 8 + half) : left,
      Math.min(xOf(index), width - half),
    );
    texts.push({ x: px(Math.max(half, center)), y: height - 6, text, anchor: 'middle', className: 'tick' });
  }

  const order = bands ? series : [...series].sort((a, b) => drawOrder(a) - drawOrder(b));
  for (const one of order) {
    const index = series.indexOf(one);
    const className = seriesClass(one, index, model);
    if (bands) {
      const band = bands[index] ?? [];
      const shape = area<(typeof band)[number]>()
        .defined(({ isKnown }) => isKnown)
        .x((_, at) => px(xOf(at)))
        .y0(({ low: base }) => px(y(base)))
        .y1(({ high: edge }) => px(y(edge)));
      paths.push({ id: one.key, key: one.key, d: shape(band) ?? '', className: `area ${className}` });
      continue;
    }
    const partial = one.style === 'comparison' ? undefined : model.partial;
    const solid = one.values.map((value, at) => (partial === at ? null : value));
    const draw = line<number | null>()
      .defined((value) => value !== null && Number.isFinite(value))
      .x((_, at) => px(xOf(at)))
      .y((value) => px(y(value ?? 0)));
    paths.push({ id: one.key, key: one.key, d: draw(solid) ?? '', className: `line ${className}` });
    if (partial !== undefined && partial > 0) {
      const piece = one.values.map((value, at) => (at === partial || at === partial - 1 ? value : null));
      paths.push({
        id: `${one.key} partial`,
        key: one.key,
        d: draw(piece) ?? '',
        className: `line partial ${className}`,
      });
    }
    one.values.forEach((value, at) => {
      if (value === null) return;
      const isAlone = (one.values[at - 1] ?? null) === null && (one.values[at + 1] ?? null) === null;
      const isLast = one.style !== 'comparison' && one.values.slice(at + 1).every((later) => later === null);
      if (!isAlone && !isLast) return;
      circles.push({
        id: `${one.key} ${String(at)}`,
        key: one.key,
        cx: px(xOf(at)),
        cy: px(y(value)),
        r: 3.5,
        className: at === partial ? 'hollow' : `dot ${className}`,
      });
    });
  }
  if (model.partial !== undefined) {
    const text = t('chart.partial');
    texts.push({ x: px(right), y: px(top + 4), text, anchor: 'end', className: 'tick halo' });
  }

  const lastIndex = (one: LineSeries) => one.values.findLastIndex((value) => value !== null);
  const wanted = series
    .map((one, index) => {
      const at = lastIndex(one);
      if (at < 0) return null;
      const band = bands?.[index]?.[at];
      const level = band ? (band.low + band.high) / 2 : (one.values[at] ?? 0);
      return { index, y: y(level), isMain: one.style === 'primary' };
    })
    .filter((one) => one !== null);
  const places = spread(
    wanted.map((one) => one.y),
    lineHeight,
    top - 2,
    bottom,
  );
  wanted.forEach(({ index, isMain }, place) => {
    const label = endLabels[index];
    if (!label) return;
    const at = px((places[place] ?? 0) + 4);
    const start = right + 8;
    if (!isDirect) {
      if (isMain || series.length === 1)
        texts.push({ x: px(start - 2), y: at, text: label.value, anchor: 'start', className: 'strong' });
      return;
    }
    const valueRoom = label.value === '' ? 0 : textWidth(label.value, 12, true) + 6;
    if (label.name !== '') {
      const text = ellipsis(label.name, width - start - valueRoom);
      texts.push({
        x: px(start),
        y: at,
        text,
        anchor: 'start',
        className: isMain || bands ? 'label' : 'tick',
        ...(text === label.name ? {} : { full: label.name }),
      });
    }
    if (label.value !== '')
      texts.push({ x: width, y: at, text: label.value, anchor: 'end', className: 'strong' });
  });

  const step = keys.length === 1 ? right - left : (right - left) / (keys.length - 1);
  series.forEach((one, row) => {
    keys.forEach((key, column) => {
      const value = one.values[column] ?? null;
      const band = bands?.[row]?.[column];
      const level = band ? band.high : value;
      const cy = level === null || !Number.isFinite(level) ? bottom : y(level);
      targets.push({
        id: `${one.key}|${key}`,
        key,
        box: { x: px(xOf(column) - 5), y: px(cy - 5), width: 10, height: 10 },
        hit: { x: px(xOf(column) - step / 2), y: top, width: px(step), height: px(bottom - top) },
      });
    });
  });
  return {
    width,
    height,
    lines,
    paths,
    rects,
    circles,
    texts,
    targets,
    hasCursor: true,
    isUnfaded: true,
    ...(model.isBrushable && keys.length > 1
      ? {
          brushes: [
            {
              x: px(left),
              y: top,
              width: px(right - left),
              height: px(bottom - top),
              stops: keys.map((_, index) => ({ from: xOf(index), to: xOf(index) })),
            },
          ],
        }
      : {}),
  };
}

const drawOrder = ({ style }: LineSeries): number =>
  style === 'primary' ? 2 : style === 'comparison' ? 1 : 0;

type Band = { readonly low: number; readonly high: number; readonly isKnown: boolean };

/** Both edges of every series at every point. A point that no series knows is a gap. */
function stackOf({ keys, series }: LineModel): readonly (readonly Band[])[] {
  const rows = keys.map((_, at) => series.map(({ values }) => values[at] ?? null));
  const stacked = stack<unknown, readonly (number | null)[], number>()
    .keys(series.map((_, index) => index))
    .value((row, index) => row[index] ?? 0)
    .offset(stackOffsetDiverging)(rows);
  return stacked.map((layer) =>
    layer.map(([low, high], at) => ({
      low,
      high,
      isKnown: (rows[at] ?? []).some((value) => value !== null),
    })),
  );
}
