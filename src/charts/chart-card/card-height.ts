import type { ChartModel } from '../chart-model';
import type { ChartCardProps } from '../chart-card-props';

/** Header, subtitle, gaps and footer of a card, without its plot. */
const chrome = 108;
const row = { bar: 30, table: 37 } as const;

/** Pixels of a card that is as tall as its rows; null where its type fixes the height. */
export function cardHeight(height: ChartCardProps['height'], model: ChartModel | null): number | null {
  if (height !== 'rows') return null;
  if (model?.kind === 'bar') return chrome + Math.max(4, model.items.length) * row.bar + 20;
  const rows = model?.kind === 'table' ? model.rows.length + (model.total ? 1 : 0) : 5;
  return chrome + 33 + Math.max(3, Math.min(rows, 12)) * row.table;
}
