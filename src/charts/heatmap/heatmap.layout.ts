import { scaleBand } from 'd3-scale';
import type { ChartLanguage } from '../chart-kind';
import type { HeatModel } from '../chart-model';
import { hatch } from '../scene/hatch';
import {
  emptyScene,
  px,
  type Box,
  type Scene,
  type ScenePath,
  type SceneRect,
  type SceneTarget,
  type SceneText,
  type Size,
} from '../scene/scene';
import { ellipsis, textWidth, wrap } from '../scene/text-width';
import { cellText, placedCells, readRows, type PlacedCell } from './heat-cells';
import { heatLegend } from './heat-legend';
import { heatList } from './heat-list';
import { heatScale } from './heat-scale';

const narrow = 480;
/** A grid of more rows or columns becomes a list where the card is narrow. */
const mostNarrow = 5;
const line = 16;
const leastRow = 18;
const mostRow = 88;
/** Narrower columns have no room for wrapped headings: every second, third … is named. */
const leastHeading = 44;

/** Where everything of a heat map stands, in pixels. */
export function layoutHeat(model: HeatModel, size: Size, language: ChartLanguage): Scene {
  const placed = placedCells(model);
  if (placed.length === 0) return emptyScene(size);
  const { columns } = model;
  const { width, height } = size;
  const { f, t } = language;
  if (width < narrow && (model.rows.length > mostNarrow || columns.length > mostNarrow))
    return heatList(model, size, language);

  const named = [...model.rows.map(({ label }) => textWidth(label)), textWidth(model.rowLabel)];
  const notes = model.rows.map(({ note = '' }) => textWidth(note));
  const left = Math.ceil(Math.min(width * 0.28, Math.max(...named, ...notes) + 12));
  const x = scaleBand<number>()
    .domain(columns.map((_, index) => index))
    .range([left, width]);
  const columnWidth = x.bandwidth();

  const legend = heatLegend(model, { left, width }, language);
  const texts: SceneText[] = [...legend.texts];
  const rects: SceneRect[] = [...legend.rects];
  const paths: ScenePath[] = [];
  const targets: SceneTarget[] = [];

  const isRoomy = columnWidth >= leastHeading;
  const headings = columns.map(({ label }) => (isRoomy ? wrap(label, columnWidth - 6, 2) : [label]));
  const headingLines = Math.max(...headings.map((lines) => lines.length));
  const noteLines = isRoomy && columns.some(({ note }) => note !== undefined) ? 1 : 0;
  const firstHeading = 11 + line;
  const top = firstHeading + (headingLines + noteLines - 1) * line + 8;
  const widest = Math.max(...columns.map(({ label }) => textWidth(label)));
  const every = isRoomy ? 1 : Math.ceil((widest + 8) / columnWidth);
  columns.forEach(({ label, note }, index) => {
    if (index % every !== 0) return;
    const center = px((x(index) ?? 0) + columnWidth / 2);
    const lines = headings[index] ?? [];
    lines.forEach((text, at) => {
      const y = firstHeading + (headingLines - lines.length + at) * line;
      const full = text === label || lines.length > 1 ? {} : { full: label };
      texts.push({ x: center, y, text, anchor: 'middle', className: 'label', ...full });
    });
    if (note !== undefined && noteLines > 0) {
      const text = ellipsis(note, columnWidth - 6);
      const full = text === note ? {} : { full: note };
      texts.push({ x: center, y: top - 8, text, anchor: 'middle', className: 'tick', ...full });
    }
  });
  texts.push({
    x: 0,
    y: top - 8,
    text: ellipsis(model.rowLabel, left - 12),
    anchor: 'start',
    className: 'tick',
  });

  const all = readRows(model);
  const fitting = Math.max(1, Math.floor((height - top - 16) / leastRow));
  const isCut = all < model.rows.length || all > Math.floor((height - top) / leastRow);
  const count = isCut ? Math.min(all, fitting) : all;
  const rowHeight = Math.min(mostRow, (height - top - (isCut ? 16 : 0)) / count);
  const shown = placed.filter(({ row }) => row < count);
  const rowTop = (row: number): number => top + row * rowHeight;

  model.rows.slice(0, count).forEach(({ label, note }, row) => {
    const hasNote = note !== undefined && rowHeight >= 2 * line + 4;
    const room = left - 10;
    const most = Math.max(1, Math.min(2, Math.floor((rowHeight - 4) / line) - (hasNote ? 1 : 0)));
    const lines = wrap(label, room, most);
    const first = rowTop(row) + rowHeight / 2 + 4 - ((lines.length - 1 + (hasNote ? 1 : 0)) * line) / 2;
    lines.forEach((text, at) => {
      const full = text === label || lines.length > 1 ? {} : { full: label };
      texts.push({ x: 0, y: px(first + at * line), text, anchor: 'start', className: 'label', ...full });
    });
    if (hasNote) {
      const y = px(first + lines.length * line);
      texts.push({ x: 0, y, text: ellipsis(note, room), anchor: 'start', className: 'tick' });
    }
  });

  const scale = heatScale(model);
  const written = cellWriter(model, shown, { width: columnWidth - 1, height: rowHeight - 1 }, language);
  for (const one of shown) {
    const { cell, row, column, value } = one;
    const box: Box = {
      x: px((x(column) ?? 0) + 0.5),
      y: px(rowTop(row) + 0.5),
      width: px(Math.max(0, columnWidth - 1)),
      height: px(Math.max(0, rowHeight - 1)),
    };
    const isKnown = value !== null && Number.isFinite(value);
    rects.push({ ...box, id: cell.key, key: cell.key, className: isKnown ? scale.fillOf(value) : 'missing' });
    if (!isKnown) paths.push({ id: `${cell.key} missing`, d: hatch(box), className: 'hatch' });
    const ink = isKnown ? scale.inkOf(value) : 'on-missing';
    texts.push(...written(one, box, ink));
    targets.push({ id: cell.key, key: cell.key, box, hit: box });
  }
  const hidden = model.cells.flat().filter((cell) => cell !== null).length - shown.length;
  if (hidden > 0) {
    texts.push({
      x: 0,
      y: px(rowTop(count) + 13),
      text: t('chart.more', { n: f.count(hidden) }),
      anchor: 'start',
      className: 'tick',
    });
  }
  return { width, height, lines: [], paths, rects, circles: [], texts, targets };
}

type Line = { readonly text: string; readonly full?: string };

/** Writes the cells: as many lines as their height has room for; a measure that fits not all of them is left out. */
function cellWriter(
  model: HeatModel,
  cells: readonly PlacedCell[],
  { width, height }: Size,
  { f }: ChartLanguage,
): (placed: PlacedCell, box: Box, ink: string) => readonly SceneText[] {
  const room = Math.floor((height - 4) / line);
  const inset = width < 80 ? 4 : 10;
  const isNamed = room > 0 && width >= 48 && cells.some(({ cell }) => cell.label !== undefined);
  const valueOf = ({ cell }: PlacedCell, at: number): string =>
    cellText(cell.values[at] ?? null, model.measures[at]?.unit ?? 'count', f);
  const fits = model.measures
    .map((_, at) => at)
    .slice(0, model.written ?? model.measures.length)
    .filter((at) => cells.every((one) => textWidth(valueOf(one, at), 12, true) <= width - 6))
    .slice(0, Math.max(0, room - (isNamed ? 1 : 0)));
  const isBlock = isNamed || fits.length > 1;
  const nameLines = Math.max(1, Math.min(2, room - fits.length));
  return (one, box, ink) => {
    const { label = '' } = one.cell;
    const name = isNamed && label !== '' ? wrap(label, width - 2 * inset, nameLines) : [];
    const lines: readonly Line[] = [
      ...name.map((text) =>
        name.join('') === label || name.join(' ') === label ? { text } : { text, full: label },
      ),
      ...fits.map((at) => ({ text: valueOf(one, at) })),
    ];
    const first = box.y + box.height / 2 + 4 - ((lines.length - 1) * line) / 2;
    return lines.map(({ text, full }, at): SceneText => ({
      x: px(isBlock ? box.x + inset : box.x + box.width / 2),
      y: px(first + at * line),
      text,
      anchor: isBlock ? 'start' : 'middle',
      className: `${isBlock && at === name.length ? 'strong ' : ''}${ink}`,
      over: one.cell.key,
      ...(full === undefined ? {} : { full }),
    }));
  };
}
