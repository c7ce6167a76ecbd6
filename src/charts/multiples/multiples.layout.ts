import type { AxisUnit } from '../../i18n/axis-unit';
import type { ChartLanguage } from '../chart-kind';
import type { MultiplesModel } from '../chart-model';
import { drawLegend, legendHeight, legendRows } from '../scene/legend';
import { readIndexes } from '../scene/read-indexes';
import { emptyScene, px, type Brush, type Scene, type SceneText, type Size } from '../scene/scene';
import { textWidth } from '../scene/text-width';
import { drawPanel, panelScale, type PanelFrame } from './panel';
import { panelGrid } from './panel-grid';

const gap = 20;
const head = 24;
const foot = 22;

/** Where everything of small multiples stands, in pixels: the same place in time is at the same place of each panel. */
export function layoutMultiples(model: MultiplesModel, size: Size, language: ChartLanguage): Scene {
  const { keys, panels, comparisonLabel } = model;
  const isKnown = panels.some(({ values }) => values.some((value) => value !== null));
  if (keys.length === 0 || !isKnown) return emptyScene(size);
  const { width, height } = size;
  const { f, t } = language;
  const isCompared =
    comparisonLabel !== undefined && panels.some(({ comparison }) => comparison !== undefined);
  const legend = drawLegend(
    legendRows(
      isCompared ? [{ key: 'comparison', label: comparisonLabel, className: 'line comparison' }] : [],
      width,
    ),
    'line',
  );
  const top = isCompared ? legendHeight + 4 : 0;
  const first = panelGrid(panels.length, keys.length, { width, height: height - top });
  const isCut = first.shown < panels.length;
  const room = height - top - (isCut ? 18 : 0);
  const grid = panelGrid(panels.length, keys.length, { width, height: room });
  const shown = panels.slice(0, grid.shown);

  const scales = shown.map((panel) => panelScale(model, model.sharesScale ? shown : [panel]));
  const units = scales.map(({ most }, index): AxisUnit => f.axisUnit(most, shown[index]?.unit ?? 'count'));
  const panelHeight = room / grid.rows;
  const plotHeight = panelHeight - head - foot;
  const gutter = Math.max(
    ...scales.map(({ ticks }, index) =>
      Math.max(0, ...(units[index]?.ticks(ticks) ?? []).map((text) => textWidth(text))),
    ),
  );
  const panelWidth = (width - gap * (grid.columns - 1)) / grid.columns;
  const read = readIndexes(panels.length, keys.length);

  const frames = shown.map((_, index): PanelFrame => {
    const column = index % grid.columns;
    const row = Math.floor(index / grid.columns);
    const x = column * (panelWidth + gap);
    const y = top + row * panelHeight;
    return {
      x,
      y,
      width: panelWidth,
      left: x + gutter + 8,
      right: Math.max(x + gutter + 9, x + panelWidth - 4),
      top: y + head,
      bottom: y + head + plotHeight,
      isLowest: index + grid.columns >= shown.length,
    };
  });
  const drawn = shown.flatMap((panel, index) => {
    const [frame, scale, unit] = [frames[index], scales[index], units[index]];
    return frame && scale && unit ? [drawPanel(model, panel, { frame, scale, unit, read }, language)] : [];
  });
  const more: readonly SceneText[] =
    grid.shown < panels.length
      ? [
          {
            x: 0,
            y: height - 5,
            text: t('chart.more', { n: f.count(panels.length - grid.shown) }),
            anchor: 'start',
            className: 'tick',
          },
        ]
      : [];
  const brushes = drawn.map(({ points }, index): Brush => {
    const { left = 0, right = 0, top: above = 0, bottom = 0 } = frames[index] ?? {};
    const half = model.form === 'bar' ? (right - left) / keys.length / 2 : 0;
    return {
      x: px(left),
      y: px(above),
      width: px(right - left),
      height: px(bottom - above),
      stops: points.map((x) => ({ from: px(x - half), to: px(x + half) })),
    };
  });
  return {
    width,
    height,
    lines: drawn.flatMap(({ lines }) => lines),
    paths: [...legend.paths, ...drawn.flatMap(({ paths }) => paths)],
    rects: drawn.flatMap(({ rects }) => rects),
    circles: drawn.flatMap(({ circles }) => circles),
    texts: [...legend.texts, ...drawn.flatMap(({ texts }) => texts), ...more],
    targets: drawn.flatMap(({ targets }) => targets),
    ...(model.form === 'line' ? { hasCursor: true, isUnfaded: true } : {}),
    ...(model.isBrushable && keys.length > 1 ? { brushes } : {}),
  };
}
