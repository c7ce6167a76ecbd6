import { scaleLinear } from 'd3-scale';
import type { ChartLanguage } from '../chart-kind';
import type { StepModel } from '../chart-model';
import { drawLegend, legendHeight, legendRows } from '../scene/legend';
import {
  emptyScene,
  px,
  type Box,
  type Scene,
  type SceneLine,
  type ScenePath,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { readIndexes } from '../scene/read-indexes';
import { spread } from '../scene/spread';
import { ellipsis, textBox, textWidth } from '../scene/text-width';
import { axisUnitOf } from '../unit-of';
import { riskRows, riskSpace } from './risk-rows';
import { stepPaths } from './step-paths';
import { endValue, groupClass, lastReading, strideFor, valueAt } from './step-words';

const narrow = 480;
/** Lower plots give the place of the numbers at risk to the curves; the table keeps the numbers. */
const leastPlot = 100;

/** Where everything of a step chart stands, in pixels. */
export function layoutSteps(model: StepModel, size: Size, language: ChartLanguage): Scene {
  const { groups, readings, start } = model;
  const to = readings.at(-1) ?? 0;
  const ends = groups.map((group) => lastReading(group, model) && endValue(group, start, to));
  if (readings.length === 0 || ends.every((end) => end === null)) return emptyScene(size);
  const { width, height } = size;
  const { f } = language;
  const unit = axisUnitOf(model, f);
  const isOne = groups.length === 1;
  const isDirect = width >= narrow || isOne;

  const marks = ends.map((end) => (end === null ? '' : unit.mark(end)));
  const markWidth = Math.max(...marks.map((text) => textWidth(text, 12, true)));
  const nameWidth = isDirect && !isOne ? Math.max(...groups.map(({ label }) => textWidth(label))) + 6 : 0;
  const labelRoom = Math.min(width * 0.3, (isDirect ? nameWidth : 0) + markWidth + 12);

  const nameRows = legendRows(
    isDirect
      ? []
      : groups.map(({ key, label }, index) => ({ key, label, className: `line ${groupClass(index)}` })),
    width,
  );
  const top = 10 + nameRows.length * legendHeight;
  const risk = riskSpace(model, width, language);
  const hasRisk = height - top - 24 - risk.height >= leastPlot;
  const bottom = height - 24 - (hasRisk ? risk.height : 0);

  const highest = Math.max(start, ...groups.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const isShare = model.unit === 'percent' && highest <= 1;
  const y = scaleLinear()
    .domain([0, isShare ? 1 : highest || 1])
    .range([bottom, top]);
  const ticks = isShare ? [0, 0.25, 0.5, 0.75, 1] : y.nice(4).ticks(4);
  const tickTexts = unit.ticks(ticks);
  const left = Math.max(Math.max(...tickTexts.map((text) => textWidth(text))) + 10, hasRisk ? risk.left : 0);
  const right = Math.max(left + 40, width - labelRoom);
  const from = readings[0] ?? 0;
  const until = readings.length === 1 ? from + 1 : to;
  const x = scaleLinear().domain([from, until]).range([left, right]);

  const legend = drawLegend(nameRows, 'line');
  const texts: SceneText[] = [...legend.texts];
  const paths: ScenePath[] = [...legend.paths];
  const lines: SceneLine[] = ticks.map((tick) => ({
    x1: px(left),
    x2: px(right),
    y1: px(y(tick)),
    y2: px(y(tick)),
    className: tick === 0 ? 'axis-line' : 'grid-line',
  }));
  ticks.forEach((tick, index) => {
    texts.push({
      x: px(left - 8),
      y: px(y(tick)) + 4,
      text: tickTexts[index] ?? '',
      anchor: 'end',
      className: 'tick',
    });
  });

  const timeTexts = readings.map((reading) => f.count(reading));
  const riskTexts = hasRisk ? groups.flatMap(({ atRisk }) => atRisk.map((n) => f.count(n))) : [];
  const widest = Math.max(...[...timeTexts, ...riskTexts].map((text) => textWidth(text)));
  const step = (right - left) / Math.max(1, readings.length - 1);
  const stride = strideFor(widest, step);
  const shown = readings.map((_, index) => index).filter((index) => index % stride === 0);
  for (const index of shown) {
    const text = timeTexts[index] ?? '';
    const center = Math.min(x(readings[index] ?? 0), width - textWidth(text) / 2);
    texts.push({ x: px(center), y: px(bottom + 18), text, anchor: 'middle', className: 'tick' });
  }
  if (hasRisk) {
    const rows = riskRows(model, { top: bottom + 38, left, width, shown, x }, language);
    texts.push(...rows.texts);
    paths.push(...rows.paths);
  }

  const frame = { x, y, from, to: until, start };
  groups.forEach((group, index) => {
    const { curve, band, censored } = stepPaths(group, frame);
    const { key } = group;
    const className = groupClass(index);
    if (band !== '')
      paths.push({ id: `${key} band`, key, d: band, className: `band fill-c${String(index + 1)}` });
    paths.push({ id: key, key, d: curve, className: `line ${className}` });
    if (censored !== '')
      paths.push({ id: `${key} censored`, key, d: censored, className: `censored ${className}` });
  });

  if (model.reference) {
    const at = px(y(model.reference.value));
    lines.push({ x1: px(left), x2: px(right), y1: at, y2: at, className: 'reference' });
    texts.push({
      // Curves come from the upper left: there is room below them, and none is sure at the right.
      x: px(left + 4),
      y: at - 5,
      text: `${model.reference.label} ${unit.mark(model.reference.value)}`,
      anchor: 'start',
      className: 'tick halo',
    });
  }

  const wanted = ends.flatMap((end, index) => (end === null ? [] : [{ index, y: y(end) }]));
  const places = spread(
    wanted.map((one) => one.y),
    16,
    top,
    bottom - 2,
  );
  const outlines = new Map<number, Box>();
  wanted.forEach(({ index }, place) => {
    const group = groups[index];
    const at = px((places[place] ?? 0) + 4);
    const mark = marks[index] ?? '';
    const nameAt = px(right + 8);
    if (group && isDirect && !isOne) {
      const text = ellipsis(group.label, width - nameAt - textWidth(mark, 12, true) - 6);
      texts.push({
        x: nameAt,
        y: at,
        text,
        anchor: 'start',
        className: 'label',
        drills: group.key,
        ...(text === group.label ? {} : { full: group.label }),
      });
      outlines.set(index, { x: nameAt - 3, y: at - 12, width: px(width - nameAt + 3), height: 16 });
    }
    if (isDirect) texts.push({ x: width, y: at, text: mark, anchor: 'end', className: 'strong' });
  });
  legend.texts.forEach((text, index) => {
    const { x: at, y: above, width: wide, height: tall } = textBox(text);
    outlines.set(index, { x: px(at - 18), y: above - 2, width: px(wide + 22), height: tall + 4 });
  });

  const read = readIndexes(groups.length, readings.length);
  const reach = (right - left) / Math.max(1, read.length - 1);
  const targets = groups.flatMap((group, index) =>
    read.map((at, column): SceneTarget => {
      const reading = readings[at] ?? 0;
      const value = valueAt(group, start, reading);
      const center = x(reading);
      return {
        id: `${group.key}|${String(at)}`,
        key: group.key,
        box: { x: px(center - 5), y: px((value === null ? bottom : y(value)) - 5), width: 10, height: 10 },
        hit: { x: px(center - reach / 2), y: top, width: px(reach), height: px(bottom - top) },
        outline: column === 0 ? (outlines.get(index) ?? null) : null,
      };
    }),
  );
  return { width, height, lines, paths, rects: [], circles: [], texts, targets, hasCursor: true };
}
