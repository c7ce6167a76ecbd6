import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { AxisUnit } from '../../i18n/axis-unit';
import type { ChartLanguage } from '../chart-kind';
import type { MultiplesModel, Panel } from '../chart-model';
import {
  px,
  type Scene,
  type SceneCircle,
  type SceneLine,
  type ScenePath,
  type SceneRect,
  type SceneTarget,
  type SceneText,
} from '../scene/scene';
import { ellipsis, textWidth } from '../scene/text-width';

export type PanelFrame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Carries the ticks of time. */
  readonly isLowest: boolean;
};

export type PanelScale = {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Largest size of a value, for the unit. */
  readonly most: number;
};

/** The vertical axis of panels: of one, or of all that share it. */
export function panelScale({ form }: MultiplesModel, panels: readonly Panel[]): PanelScale {
  const known = panels
    .flatMap(({ values, comparison = [] }) => [...values, ...comparison])
    .filter((value) => value !== null && Number.isFinite(value)) as number[];
  const least = known.length === 0 ? 0 : Math.min(...known);
  const highest = known.length === 0 ? 0 : Math.max(...known);
  const isZeroBased =
    form === 'bar' || least < 0 || least === highest || panels.some(({ zeroBased }) => zeroBased === true);
  const low = isZeroBased ? Math.min(0, least) : least;
  const high = isZeroBased ? Math.max(0, highest) : highest;
  const scale = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .nice(2);
  const [from = 0, to = 1] = scale.domain();
  return { domain: [from, to], ticks: scale.ticks(2), most: Math.max(...known.map(Math.abs), 0) };
}

type Context = {
  readonly frame: PanelFrame;
  readonly scale: PanelScale;
  readonly unit: AxisUnit;
  readonly read: readonly number[];
};
type Drawn = Pick<Scene, 'lines' | 'paths' | 'rects' | 'circles' | 'texts' | 'targets'> & {
  /** Pixel of each point in time. */
  readonly points: readonly number[];
};

/** One small chart: its name and latest value, then lines or bars over the shared time. */
export function drawPanel(
  model: MultiplesModel,
  panel: Panel,
  { frame, scale, unit, read }: Context,
  { f, t }: ChartLanguage,
): Drawn {
  const { keys, form, partial } = model;
  const { left, right, top, bottom } = frame;
  const y = scaleLinear()
    .domain([...scale.domain])
    .range([bottom, top]);
  const step = form === 'bar' ? (right - left) / keys.length : (right - left) / Math.max(1, keys.length - 1);
  const place = scalePoint<number>()
    .domain(keys.map((_, index) => index))
    .range(form === 'bar' ? [left + step / 2, right - step / 2] : [left, right]);
  const xOf = (index: number): number => (keys.length === 1 ? (left + right) / 2 : (place(index) ?? left));

  const texts: SceneText[] = [];
  const lines: SceneLine[] = [];
  const paths: ScenePath[] = [];
  const rects: SceneRect[] = [];
  const circles: SceneCircle[] = [];

  const value = f.value(panel.values.findLast((one) => one !== null) ?? null, panel.unit);
  const room = frame.width - textWidth(value, 12, true) - 10;
  const name = ellipsis(panel.label, room);
  texts.push(
    {
      x: px(frame.x),
      y: px(frame.y + 11),
      text: name,
      anchor: 'start',
      className: 'label',
      ...(name === panel.label ? {} : { full: panel.label }),
    },
    { x: px(frame.x + frame.width), y: px(frame.y + 11), text: value, anchor: 'end', className: 'strong' },
  );

  const ticks = (bottom - top) / Math.max(1, scale.ticks.length - 1) >= 16 ? scale.ticks : ends(scale.ticks);
  const tickTexts = unit.ticks(ticks);
  ticks.forEach((tick, index) => {
    const at = px(y(tick));
    const className = tick === 0 ? 'axis-line' : 'grid-line';
    lines.push({ x1: px(left), x2: px(right), y1: at, y2: at, className });
    const text = tickTexts[index] ?? '';
    texts.push({ x: px(left - 6), y: at + 4, text, anchor: 'end', className: 'tick' });
  });
  if (frame.isLowest) texts.push(...timeTicks(model, frame, f));
  const [from] = scale.domain;
  if (from > 0) {
    const text = t('chart.axis-from', { value: unit.format(from) + (panel.unit === 'percent' ? '%' : '') });
    const after = textWidth(name) + 8;
    if (after + textWidth(text) <= room) {
      texts.push({ x: px(frame.x + after), y: px(frame.y + 11), text, anchor: 'start', className: 'tick' });
    } else if (!frame.isLowest) {
      texts.push({ x: px(left), y: px(bottom + 14), text, anchor: 'start', className: 'tick' });
    }
  }

  const draw = line<number | null>()
    .defined((one) => one !== null && Number.isFinite(one))
    .x((_, at) => px(xOf(at)))
    .y((one) => px(y(one ?? 0)));
  if (form === 'line') {
    if (panel.comparison)
      paths.push({
        id: `${panel.key} comparison`,
        d: draw(panel.comparison) ?? '',
        className: 'line comparison',
      });
    paths.push({ id: panel.key, d: draw(panel.values) ?? '', className: 'line c1' });
    panel.values.forEach((one, at) => {
      if (one === null) return;
      const isAlone = (panel.values[at - 1] ?? null) === null && (panel.values[at + 1] ?? null) === null;
      const isLast = panel.values.slice(at + 1).every((later) => later === null);
      if (!isAlone && !isLast) return;
      const className = at === partial ? 'hollow' : 'dot c1';
      circles.push({ id: `${panel.key} ${String(at)}`, cx: px(xOf(at)), cy: px(y(one)), r: 3, className });
    });
  } else {
    const bar = Math.min(28, step * 0.7);
    panel.values.forEach((one, at) => {
      if (one === null) return;
      const edge = y(one);
      rects.push({
        id: `${panel.key}|${keys[at] ?? ''}`,
        key: keys[at] ?? '',
        x: px(xOf(at) - bar / 2),
        y: px(Math.min(edge, y(0))),
        width: px(bar),
        height: px(Math.abs(edge - y(0))),
        className: at === partial ? 'fill-muted' : 'fill-primary',
      });
    });
    if (panel.comparison) {
      const marks = panel.comparison.map((one, at) =>
        one === null
          ? ''
          : `M${String(px(xOf(at) - bar / 2 - 2))} ${String(px(y(one)))}h${String(px(bar + 4))}`,
      );
      paths.push({ id: `${panel.key} comparison`, d: marks.join(''), className: 'line comparison' });
    }
  }

  const reach = (right - left) / Math.max(1, read.length);
  const targets = read.map((at): SceneTarget => {
    const key = keys[at] ?? '';
    const one = panel.values[at] ?? null;
    const [cx, cy] = [xOf(at), one === null ? bottom : y(one)];
    const isBar = form === 'bar' && one !== null;
    const zero = y(0);
    return {
      id: `${panel.key}|${key}`,
      key,
      box: isBar
        ? {
            x: px(cx - Math.min(28, step * 0.7) / 2),
            y: px(Math.min(cy, zero)),
            width: px(Math.min(28, step * 0.7)),
            height: px(Math.abs(cy - zero)),
          }
        : { x: px(cx - 5), y: px(cy - 5), width: 10, height: 10 },
      hit: { x: px(cx - reach / 2), y: px(top), width: px(reach), height: px(bottom - top) },
    };
  });
  return { lines, paths, rects, circles, texts, targets, points: keys.map((_, index) => xOf(index)) };
}

const ends = (ticks: readonly number[]): readonly number[] => [
  ...ticks.slice(0, 1),
  ...ticks.slice(1).slice(-1),
];

/** First and last point in time under a panel; only the last where both have no room. */
function timeTicks(
  { keys, labels }: MultiplesModel,
  { left, right, bottom }: PanelFrame,
  f: ChartLanguage['f'],
): readonly SceneText[] {
  const write = (index: number): string => {
    const key = keys[index] ?? '';
    return /^\d{4}-\d{2}$/.test(key) ? f.monthTick(key, true) : (labels[index] ?? key);
  };
  const last = ellipsis(write(keys.length - 1), right - left);
  const first = write(0);
  const y = px(bottom + 14);
  const hasBoth = keys.length > 1 && textWidth(first) + textWidth(last) + 12 <= right - left;
  return [
    ...(hasBoth ? [{ x: px(left), y, text: first, anchor: 'start' as const, className: 'tick' }] : []),
    { x: px(right), y, text: last, anchor: 'end', className: 'tick' },
  ];
}
