import type { ChartKind, ChartLanguage, ChartOption } from '../chart-kind';
import type { ParetoModel, TableModel } from '../chart-model';
import { layoutPareto } from './pareto.layout';
import { partsOf } from './pareto-shares';

export const paretos: ChartKind<ParetoModel> = {
  layout: layoutPareto,
  options: paretoOptions,
  summary: summarise,
  table: paretoTable,
};

/** An option per bar or section: its value, its share, and what it makes together with those before it. */
export function paretoOptions(model: ParetoModel, { t, f }: ChartLanguage): readonly ChartOption[] {
  const isChinese = f.locale === 'zh';
  return partsOf(model).map(({ item, share, together }, column): ChartOption => {
    const { key, label, value, n } = item;
    const spoken = [
      label,
      f.spoken(value, model.unit),
      ...(share === null ? [] : [`${t('chart.share')} ${f.spoken(share, 'percent')}`]),
      ...(together === null ? [] : [`${t('chart.cumulative')} ${f.spoken(together, 'percent')}`]),
      ...(n === undefined ? [] : [t('count.customers', { n: f.count(n, 'exact') })]),
    ].join(isChinese ? '，' : ', ');
    return {
      id: key,
      key,
      name: label,
      row: 0,
      column,
      spoken: spoken + (isChinese ? '。' : '.'),
      copied: f.value(value, model.unit, 'exact'),
      title: label,
      facts: [
        { label: model.valueLabel, value: f.value(value, model.unit, 'exact') },
        { label: t('chart.share'), value: f.percent(share) },
        { label: t('chart.cumulative'), value: f.percent(together) },
        ...(n === undefined ? [] : [{ label: t('chart.customers'), value: f.count(n, 'exact') }]),
      ],
      canSelect: item.isRest !== true,
    };
  });
}

/** The items in their order, with the shares that are drawn. */
export function paretoTable(model: ParetoModel, { t }: ChartLanguage): TableModel {
  const hasN = model.items.some(({ n }) => n !== undefined);
  return {
    kind: 'table',
    columns: [
      { key: 'name', label: model.categoryLabel },
      { key: 'value', label: model.valueLabel, unit: model.unit },
      { key: 'share', label: t('chart.share'), unit: 'percent' },
      { key: 'together', label: t('chart.cumulative'), unit: 'percent' },
      ...(hasN ? [{ key: 'n', label: t('chart.customers'), unit: 'count' as const }] : []),
    ],
    rows: partsOf(model).map(({ item, share, together }) => ({
      key: item.key,
      cells: [item.label, item.value, share, together, ...(hasN ? [item.n ?? null] : [])],
    })),
  };
}

function summarise(model: ParetoModel, { t, f }: ChartLanguage): string {
  const isChinese = f.locale === 'zh';
  const end = isChinese ? '。' : '.';
  const count = t('chart.bars', { n: f.count(model.items.length) });
  const [first] = partsOf(model);
  const parts = [
    `${t('chart.pareto')}${isChinese ? '，' : ', '}${count}${end}`,
    ...(first?.share == null
      ? []
      : [t('chart.highest', { name: first.item.label, value: f.spoken(first.share, 'percent') })]),
    ...(model.markers ?? []).map(({ label }) => label + end),
    t('chart.hint'),
  ];
  return parts.join(isChinese ? '' : ' ');
}
