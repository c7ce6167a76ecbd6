import { scaleBand, scaleLinear } from 'd3-scale';
import type { ChartLanguage } from '../chart-kind';
import type { BarItem, BarModel } from '../chart-model';
import {
  px,
  type Scene,
  type SceneLine,
  type SceneRect,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { ellipsis, textWidth, wrap } from '../scene/text-width';
import { axisUnitOf } from '../unit-of';
import { barDomain, fillOf } from './bar-words';

/**
 * Changes that hang together. Opening and closing are numbers at both ends, not bars: as bars from zero they would
 * flatten the changes between them.
 */
export function waterfall(model: BarModel, { width, height }: Size, { f }: ChartLanguage): Scene {
  const unit = axisUnitOf(model, f);
  const first = model.items[0]?.asText === true ? model.items[0] : null;
  const last = model.items.length > 1 && model.items.at(-1)?.asText === true ? model.items.at(-1) : null;
  const bars = model.items.filter(({ asText }) => asText !== true);
  const endWidth = (item: BarItem | null | undefined): number =>
    item
      ? Math.min(
          width * 0.2,
          Math.max(
            textWidth(f.value(item.value, model.unit), 20, true),
            textWidth(item.label),
            textWidth(item.note ?? ''),
          ),
        ) + 16
      : 0;
  const left = endWidth(first);
  const right = width - endWidth(last);
  const noteLines = bars.some(({ note }) => note !== undefined) ? 1 : 0;
  const band = scaleBand<number>()
    .domain(bars.map((_, index) => index))
    .range([left, right])
    .paddingInner(0.36)
    .paddingOuter(0.2);
  const labelLines = bars.map(({ label }) => wrap(label, band.step() - 6, 2));
  const lineCount = Math.max(1, ...labelLines.map((lines) => lines.length)) + noteLines;
  const bottom = height - 10 - lineCount * 17;
  const [low, high] = barDomain(model);
  const y = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range([bottom - (low < 0 ? 24 : 0), 26]);
  const zero = px(y(0));

  const lines: SceneLine[] = [];
  const rects: SceneRect[] = [];
  const texts: SceneText[] = [];
  const targets: SceneTarget[] = [];

  bars.forEach((item, index) => {
    const x = px(band(index) ?? 0);
    const { base = 0, value } = item;
    const start = px(y(base));
    const end = px(y(base + (value ?? 0)));
    const box = {
      x,
      y: Math.min(start, end),
      width: px(band.bandwidth()),
      height: px(Math.max(Math.abs(end - start), value === null || value === 0 ? 0 : 1)),
    };
    const center = px(x + band.bandwidth() / 2);
    if (value !== null) {
      rects.push({ ...box, id: item.key, key: item.key, className: fillOf(item) });
      const next = index === bars.length - 1 ? (last ? right : null) : px(band(index + 1) ?? 0);
      if (next !== null) {
        lines.push({ x1: px(x + band.bandwidth()), x2: next, y1: end, y2: end, className: 'connector' });
      }
    }
    const isLoss = (value ?? 0) < 0;
    const arrow = value === null || value === 0 ? '' : isLoss ? '▼ ' : '▲ ';
    texts.push({
      x: center,
      y: px(isLoss ? box.y + box.height + 16 : box.y - 7),
      text: value === null ? f.missing : arrow + unit.signedMark(value),
      anchor: 'middle',
      className: value === null ? 'tick' : 'strong',
    });
    labelLines[index]?.forEach((text, line) => {
      texts.push({
        x: center,
        y: px(bottom + 22 + line * 16),
        text,
        anchor: 'middle',
        className: 'label',
        drills: item.key,
        ...(text === item.label ? {} : { full: item.label }),
      });
    });
    if (item.note !== undefined) {
      const text = ellipsis(item.note, band.step() - 4);
      const below = labelLines[index]?.length ?? 1;
      texts.push({
        x: center,
        y: px(bottom + 23 + below * 16),
        text,
        anchor: 'middle',
        className: 'tick',
        ...(text === item.note ? {} : { full: item.note }),
      });
    }
    targets.push({
      id: item.key,
      key: item.key,
      box,
      hit: { x: px(center - band.step() / 2), y: 0, width: px(band.step()), height },
    });
  });
  if (bars.length > 0)
    lines.push({ x1: px(left), x2: px(right), y1: zero, y2: zero, className: 'axis-line' });

  const end = (item: BarItem, x: number, anchor: 'start' | 'end', level: number) => {
    const room = width * 0.2 + 12;
    const at = Math.min(level, bottom - 14);
    texts.push(
      { x, y: px(at), text: f.value(item.value, model.unit), anchor, className: 'big', size: 20 },
      { x, y: px(bottom + 12), text: ellipsis(item.label, room), anchor, className: 'label' },
    );
    if (item.note !== undefined) {
      texts.push({ x, y: px(bottom + 29), text: ellipsis(item.note, room), anchor, className: 'tick' });
    }
    targets.push({
      id: item.key,
      key: item.key,
      box: {
        x: anchor === 'start' ? 0 : px(right + 8),
        y: px(at - 20),
        width: px((anchor === 'start' ? left : width - right) - 8),
        height: 26,
      },
      hit: {
        x: anchor === 'start' ? 0 : px(right),
        y: 0,
        width: px(anchor === 'start' ? left : width - right),
        height,
      },
    });
  };
  if (first) end(first, 0, 'start', zero + 6);
  if (last) {
    const total = bars.reduce((sum, { value }) => sum + (value ?? 0), 0);
    end(last, width, 'end', y(total) + 6);
  }
  targets.sort((a, b) => a.hit.x - b.hit.x);
  return { width, height, lines, paths: [], rects, circles: [], texts, targets };
}
