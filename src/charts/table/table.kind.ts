import type { ChartKind, ChartLanguage } from '../chart-kind';
import type { Delta, TableColumn, TableModel } from '../chart-model';
import { emptyScene } from '../scene/scene';

/** Tables are drawn by `Table.svelte`; they have no scene. */
export const tables: ChartKind<TableModel> = {
  layout: (_, size) => emptyScene(size),
  options: (model, language) =>
    model.rows.map((row, column) => {
      const texts = row.cells.map((cell, index) => cellText(cell, model.columns[index], language));
      const name = texts[0] ?? language.f.missing;
      return {
        id: row.key,
        key: row.key,
        name,
        row: 0,
        column,
        spoken: texts.join(language.locale === 'zh' ? '，' : ', '),
        copied: texts[1] ?? name,
        title: name,
        facts: [],
        canSelect: true,
      };
    }),
  summary: (model, { t, f, locale }) =>
    `${t('chart.table')}${locale === 'zh' ? '，' : ', '}${t('chart.rows', { n: f.count(model.rows.length) })}${locale === 'zh' ? '。' : '.'}`,
  table: (model) => model,
};

export type Cell = string | number | null | Delta;

export const isDelta = (cell: Cell): cell is Delta => typeof cell === 'object' && cell !== null;

/** A cell in words; numbers are exact. */
export function cellText(cell: Cell, column: TableColumn | undefined, { f }: ChartLanguage): string {
  if (cell === null) return f.missing;
  if (typeof cell === 'string') return cell;
  if (isDelta(cell)) return f.delta(cell).text;
  const unit = column?.unit;
  return unit === undefined || unit === 'delta' ? f.count(cell, 'exact') : f.value(cell, unit, 'exact');
}
