import type { ChartLanguage } from '../chart-kind';
import type { BarModel, TableColumn, TableModel } from '../chart-model';
import { netOf } from './bar.options';

/** The bars as rows, in their order, with the values they are drawn from. */
export function barTable(model: BarModel, { t }: ChartLanguage): TableModel {
  const { items, unit, below } = model;
  const hasComparison = items.some(({ comparison }) => comparison !== undefined);
  const hasDelta = items.some(({ delta }) => delta !== undefined);
  const hasN = items.some(({ n }) => n !== undefined);
  const columns: TableColumn[] = [
    { key: 'name', label: model.categoryLabel },
    { key: 'value', label: model.valueLabel, unit },
    ...(below ? [{ key: 'below', label: below.label, unit }] : []),
    ...(below && model.netLabel !== undefined ? [{ key: 'net', label: model.netLabel, unit }] : []),
    ...(hasComparison ? [{ key: 'comparison', label: model.comparisonLabel ?? '', unit }] : []),
    ...(hasDelta ? [{ key: 'delta', label: t('chart.change'), unit: 'delta' as const }] : []),
    ...(hasN ? [{ key: 'n', label: t('chart.customers'), unit: 'count' as const }] : []),
  ];
  return {
    kind: 'table',
    columns,
    rows: items.map((item, index) => ({
      key: item.key,
      cells: [
        item.label,
        item.value,
        ...(below ? [below.values[index] ?? null] : []),
        ...(below && model.netLabel !== undefined ? [netOf(item, below.values[index])] : []),
        ...(hasComparison ? [item.comparison ?? null] : []),
        ...(hasDelta ? [item.delta ?? null] : []),
        ...(hasN ? [item.n ?? null] : []),
      ],
    })),
  };
}
