import type { ChartKind, ChartLanguage, ChartOption } from '../chart-kind';
import type { HeatModel, TableModel } from '../chart-model';
import { cellName, placedCells } from './heat-cells';
import { layoutHeat } from './heatmap.layout';

export const heatmaps: ChartKind<HeatModel> = {
  layout: layoutHeat,
  options: heatOptions,
  summary: summarise,
  table: heatTable,
};

/** An option per cell, moved through in both directions. */
export function heatOptions(model: HeatModel, { t, f }: ChartLanguage): readonly ChartOption[] {
  const { rows, columns, measures } = model;
  const placed = placedCells(model);
  const ranked = placed.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const total = placed.reduce((sum, { cell }) => sum + (cell.values[0] ?? 0), 0);
  const hasShare =
    measures[0]?.unit === 'count' && total > 0 && placed.every(({ cell }) => (cell.values[0] ?? -1) >= 0);
  const isChinese = f.locale === 'zh';
  return placed.map((one): ChartOption => {
    const { cell, row, column } = one;
    const values = measures.map(({ unit }, at) => ({ value: cell.values[at] ?? null, unit }));
    const rank = ranked.indexOf(one) + 1;
    const place = [
      `${model.rowLabel} ${rows[row]?.label ?? ''}`,
      `${model.columnLabel} ${columns[column]?.label ?? ''}`,
    ];
    const spoken = [
      ...(cell.label === undefined ? [] : [cell.label]),
      ...place,
      ...values.map(({ value, unit }, at) =>
        at === 0 ? f.spoken(value, unit) : `${measures[at]?.label ?? ''} ${f.spoken(value, unit)}`,
      ),
      ...(rank > 0 ? [t('chart.rank', { rank, of: ranked.length })] : []),
    ].join(isChinese ? '，' : ', ');
    return {
      id: cell.key,
      key: cell.key,
      name: cellName(model, one),
      row,
      column,
      spoken: spoken + (isChinese ? '。' : '.'),
      copied: f.value(values[0]?.value ?? null, measures[0]?.unit ?? 'count', 'exact'),
      title: cell.label ?? place.join(' · '),
      facts: [
        ...values.map(({ value, unit }, at) => ({
          label: measures[at]?.label ?? '',
          value: f.value(value, unit, 'exact'),
        })),
        ...(hasShare ? [{ label: t('chart.share'), value: f.percent((cell.values[0] ?? 0) / total) }] : []),
      ].slice(0, 5),
      canSelect: true,
    };
  });
}

/** A row per cell that exists. */
export function heatTable(model: HeatModel): TableModel {
  const cells = model.cells.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell === null ? [] : [{ cell, at, column }])),
  );
  const isNamed = cells.some(({ cell }) => cell.label !== undefined);
  return {
    kind: 'table',
    columns: [
      { key: 'row', label: model.rowLabel },
      { key: 'column', label: model.columnLabel },
      ...(isNamed && model.cellLabel !== undefined ? [{ key: 'name', label: model.cellLabel }] : []),
      ...model.measures.map(({ label, unit }, at) => ({ key: `measure-${String(at)}`, label, unit })),
    ],
    rows: cells.map(({ cell, at, column }) => ({
      key: cell.key,
      cells: [
        model.rows[at]?.label ?? '',
        model.columns[column]?.label ?? '',
        ...(isNamed && model.cellLabel !== undefined ? [cell.label ?? ''] : []),
        ...model.measures.map((_, index) => cell.values[index] ?? null),
      ],
    })),
  };
}

function summarise(model: HeatModel, { t, f }: ChartLanguage): string {
  const isChinese = f.locale === 'zh';
  const known = placedCells(model)
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const unit = model.measures[model.colour.measure]?.unit ?? 'count';
  const extent = t('chart.grid', {
    rows: f.count(model.rows.length),
    columns: f.count(model.columns.length),
  });
  const parts = [`${t('chart.heatmap')}${isChinese ? '，' : ', '}${extent}${isChinese ? '。' : '.'}`];
  const [highest] = known;
  const lowest = known.at(-1);
  if (highest && lowest && highest.value !== lowest.value) {
    parts.push(
      t('chart.highest', { name: cellName(model, highest), value: f.spoken(highest.value, unit) }),
      t('chart.lowest', { name: cellName(model, lowest), value: f.spoken(lowest.value, unit) }),
    );
  }
  parts.push(t('chart.hint'));
  return parts.join(isChinese ? '' : ' ');
}
