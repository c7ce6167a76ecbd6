import { px, type Scene } from './scene';
import { ellipsis, textWidth } from './text-width';

export const legendHeight = 16;

export type LegendItem = { readonly key: string; readonly label: string; readonly className: string };
type LegendEntry = LegendItem & { readonly x: number };
type LegendRows = readonly (readonly LegendEntry[])[];

/** Names above the plot, left-aligned, in visual order, in as many rows as they need. */
export function legendRows(items: readonly LegendItem[], width: number): LegendRows {
  if (items.length === 0) return [];
  const rows: LegendEntry[][] = [[]];
  let x = 0;
  for (const item of items) {
    const label = ellipsis(item.label, Math.min(width - 20, width * 0.6));
    const entryWidth = 16 + textWidth(label) + 16;
    if (x > 0 && x + entryWidth - 16 > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...item, x: px(x), label });
    x += entryWidth;
  }
  return rows;
}

/** The rows as marks: a short line or a small area before each name. */
export function drawLegend(
  rows: LegendRows,
  swatch: 'line' | 'area',
): Pick<Scene, 'paths' | 'rects' | 'texts'> {
  const entries = rows.flatMap((row, index) =>
    row.map((entry) => ({ ...entry, y: 11 + index * legendHeight })),
  );
  return {
    paths:
      swatch === 'area'
        ? []
        : entries.map(({ key, x, y, className }) => ({
            id: `legend ${key}`,
            d: `M${String(x)} ${String(y - 4)}h12`,
            className,
          })),
    rects:
      swatch === 'line'
        ? []
        : entries.map(({ key, x, y, className }) => ({
            id: `legend ${key}`,
            x,
            y: y - 8,
            width: 12,
            height: 8,
            className,
          })),
    texts: entries.map(({ x, y, label }) => ({
      x: x + 16,
      y,
      text: label,
      anchor: 'start',
      className: 'label',
    })),
  };
}
