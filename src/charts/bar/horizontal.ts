import { scaleLinear } from 'd3-scale';
import type { ChartLanguage } from '../chart-kind';
import type { BarItem, BarModel } from '../chart-model';
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
import { ellipsis, textWidth, wrap } from '../scene/text-width';
import { axisUnitOf } from '../unit-of';
import { barDomain, fillOf } from './bar-words';

const gap = 8;
const headerHeight = 20;
/** Rows closer than that cannot carry 12 px text. */
const leastRow = 18;
const mostRow = 40;
const thickest = 22;
const labelShare = 0.4;

/** Bars from left to right, one row each: label, bar, value, change against the comparison. */
export function horizontalBars(model: BarModel, size: Size, language: ChartLanguage): Scene {
  const { f, t } = language;
  const { width } = size;
  const unit = axisUnitOf(model, f);
  const isSigned = model.isWaterfall === true;
  const hasComparison = model.items.some(({ comparison }) => comparison !== undefined);
  const hasDelta = model.items.some(({ delta }) => delta !== undefined);
  const hasHeader = model.reference !== undefined || hasComparison || hasDelta;
  const top = hasHeader ? headerHeight : 0;
  const room = size.height - top;
  const shown = visibleRows(model.items, room);
  const hidden = model.items.length - shown.length;
  const row = Math.min(mostRow, (room - (hidden > 0 ? 16 : 0)) / Math.max(1, shown.length));
  const thickness = Math.max(8, Math.min(thickest, row * 0.7));

  const isStacked = width < 480 && shown.some(({ label }) => textWidth(label) > width * 0.3) && row >= 36;
  const hasNotes = row >= 34 && !isStacked;
  const widestLabel = Math.max(
    0,
    ...shown.flatMap(({ label, note }) => [
      textWidth(label),
      hasNotes && note !== undefined ? textWidth(note) : 0,
    ]),
  );
  const labelWidth = isStacked ? 0 : Math.min(width * labelShare - gap, widestLabel + 4);
  const barStart = isStacked ? 0 : labelWidth + gap;

  const valueText = (item: BarItem): string => {
    if (item.value === null) return f.missing;
    if (item.asText === true) return f.value(item.value, model.unit);
    return isSigned ? unit.signedMark(item.value) : unit.mark(item.value);
  };
  const valueWidth = Math.max(0, ...shown.map((item) => textWidth(valueText(item), 12, true)));
  const deltas = shown.map(({ delta }) => (delta ? f.delta(delta) : null));
  const deltaText = (index: number): string => {
    const delta = deltas[index];
    return delta ? `${delta.arrow} ${delta.sign === 'same' ? '' : delta.amount}`.trim() : '';
  };
  const headerText = model.comparisonLabel ?? '';
  const deltaWidth = hasDelta ? Math.max(...deltas.map((_, index) => textWidth(deltaText(index)))) : 0;
  const isColumned = hasDelta && width - barStart - valueWidth - deltaWidth - 4 * gap > 60;
  const valueEnd = isColumned ? width - deltaWidth - 2 * gap : width;

  const domain = barDomain(model);
  const [low, high] = domain;
  const leftRoom = low < 0 && !isColumned ? valueWidth + gap : 0;
  const rightRoom = isColumned ? width - valueEnd + valueWidth + 2 * gap : valueWidth + gap;
  const x = scaleLinear()
    .domain(low === high ? [0, 1] : domain)
    .range([barStart + (low < 0 ? leftRoom : 0), Math.max(barStart + leftRoom + 20, width - rightRoom)]);

  const lines: SceneLine[] = [];
  const rects: SceneRect[] = [];
  const circles: SceneCircle[] = [];
  const texts: SceneText[] = [];
  const targets: SceneTarget[] = [];
  const bottom = top + row * shown.length;

  if (shown.length > 0) {
    lines.push({ x1: px(x(0)), x2: px(x(0)), y1: px(top), y2: px(bottom), className: 'axis-line' });
  }

  /** Lower edge of the bar before, where a waterfall's connector begins. */
  let running = top;
  shown.forEach((item, index) => {
    const y = top + row * index;
    const barHeight = isStacked ? Math.min(12, row - 22) : thickness;
    const barTop = isStacked ? y + 18 : y + (row - thickness) / 2;
    const middle = barTop + barHeight / 2;
    const { value, base = 0 } = item;
    const from = x(Math.min(base, base + (value ?? 0)));
    const to = item.isRest === true ? x(0) : x(Math.max(base, base + (value ?? 0)));
    const box: Box =
      item.asText === true || item.isRest === true || value === null
        ? { x: px(x(0)), y: px(barTop), width: 0, height: px(barHeight) }
        : {
            x: px(from),
            y: px(barTop),
            width: px(Math.max(to - from, value === 0 ? 0 : 1)),
            height: px(barHeight),
          };

    const baseline = isStacked ? y + 12 : middle + 4;
    const withNote = item.note !== undefined && hasNotes;
    const maxLines = row >= 34 && !withNote ? 2 : 1;
    const labels = isStacked
      ? [ellipsis(item.label, width - valueWidth - deltaWidth - 3 * gap)]
      : wrap(item.label, labelWidth, maxLines);
    const firstLine = withNote || labels.length === 2 ? baseline - 8 : baseline;
    labels.forEach((text, line) => {
      texts.push({
        x: 0,
        y: px(firstLine + line * 16),
        text,
        anchor: 'start',
        className: item.asText === true ? 'strong' : 'label',
        drills: item.key,
        ...(text === item.label ? {} : { full: item.label }),
      });
    });
    if (withNote) {
      texts.push({
        x: 0,
        y: px(firstLine + 16),
        text: ellipsis(item.note, labelWidth),
        anchor: 'start',
        className: 'tick',
      });
    }

    if (item.asText !== true && item.isRest !== true && value !== null) {
      rects.push({ ...box, id: item.key, key: item.key, className: fillOf(item) });
      if (isSigned) {
        if (rects.length > 1) {
          const at = px(x(base));
          lines.push({ x1: at, x2: at, y1: px(running), y2: px(barTop), className: 'connector' });
        }
        running = barTop + barHeight;
      }
    }
    if (item.isRest !== true && item.comparison !== undefined && item.comparison !== null) {
      circles.push({
        id: `${item.key} comparison`,
        key: item.key,
        cx: px(x(item.comparison)),
        cy: px(middle),
        r: 4,
        className: 'hollow',
      });
    }

    const dotEnd =
      item.isRest !== true && item.comparison !== undefined && item.comparison !== null
        ? x(item.comparison) + 5
        : 0;
    const isNegative = (value ?? 0) < 0 && !isColumned && !isStacked;
    const isAtEnd = isColumned || isStacked || item.asText === true;
    texts.push({
      x: px(
        isAtEnd
          ? isColumned
            ? valueEnd
            : isStacked
              ? width - (hasDelta ? deltaWidth + gap : 0)
              : width
          : isNegative
            ? from - gap + 2
            : Math.max(to, dotEnd) + gap - 2,
      ),
      y: px(isStacked ? y + 12 : middle + 4),
      text: valueText(item),
      anchor: isAtEnd || isNegative ? 'end' : 'start',
      className: value === null ? 'tick' : 'strong',
    });
    const delta = deltas[index];
    if (delta && (isColumned || isStacked)) {
      texts.push({
        x: width,
        y: px(isStacked ? y + 12 : middle + 4),
        text: deltaText(index),
        anchor: 'end',
        className: `delta ${delta.className}`,
      });
    }
    targets.push({ id: item.key, key: item.key, box, hit: { x: 0, y: px(y), width, height: px(row) } });
  });

  if (hasHeader) {
    let right = width;
    if (hasComparison || hasDelta) {
      const text = ellipsis(headerText, width * 0.5);
      texts.push({ x: width, y: 11, text, anchor: 'end', className: 'tick' });
      right = width - textWidth(text);
      if (hasComparison) {
        circles.push({ id: 'legend', cx: px(right - 9), cy: 7, r: 4, className: 'hollow' });
        right -= 18;
      }
    }
    if (model.reference) {
      const at = x(model.reference.value);
      lines.push({ x1: px(at), x2: px(at), y1: 14, y2: px(bottom), className: 'reference' });
      const text = `${model.reference.label} ${unit.mark(model.reference.value)}`;
      const half = textWidth(text) / 2;
      const center = Math.max(half, Math.min(at, right - gap - half));
      if (center - half >= 0 && center + half <= right - gap) {
        texts.push({ x: px(center), y: 11, text, anchor: 'middle', className: 'tick' });
      }
    }
  }
  if (hidden > 0) {
    texts.push({
      x: 0,
      y: px(bottom + 13),
      text: t('chart.more', { n: f.count(hidden) }),
      anchor: 'start',
      className: 'tick',
    });
  }
  return { width, height: size.height, lines, paths: [], rects, circles, texts, targets };
}

/** As many rows as fit; the last ones give way, their numbers stay in the table. */
function visibleRows(items: readonly BarItem[], room: number): readonly BarItem[] {
  if (items.length * leastRow <= room) return items;
  return items.slice(0, Math.max(1, Math.floor((room - 16) / leastRow)));
}
