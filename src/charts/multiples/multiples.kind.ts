import type { ChartKind, ChartLanguage, ChartOption } from '../chart-kind';
import type { MultiplesModel, TableModel } from '../chart-model';
import { readIndexes } from '../scene/read-indexes';
import { layoutMultiples } from './multiples.layout';

export const multiples: ChartKind<MultiplesModel> = {
  layout: layoutMultiples,
  options: multiplesOptions,
  summary: summarise,
  table: multiplesTable,
  range: ({ isBrushable, keys, labels }) =>
    isBrushable ? { keys, starts: labels, ends: labels, action: 'chart.set-period' } : null,
};

const mostFacts = 6;

/** An option per panel and point: left and right in time, up and down between panels. */
export function multiplesOptions(model: MultiplesModel, { t, f }: ChartLanguage): readonly ChartOption[] {
  const { keys, labels, panels, comparisonLabel } = model;
  const isChinese = f.locale === 'zh';
  const separator = isChinese ? '，' : ', ';
  return panels.flatMap((panel, row) => {
    const { unit, values, comparison } = panel;
    const known = values.filter((value) => value !== null);
    const [highest, lowest] = [Math.max(...known), Math.min(...known)];
    return readIndexes(panels.length, keys.length).map((at, column): ChartOption => {
      const value = values[at] ?? null;
      const key = keys[at] ?? '';
      const label = labels[at] ?? key;
      const other = comparison?.[at];
      const marks = [
        ...(known.length > 2 && value === highest
          ? [t('chart.peak')]
          : known.length > 2 && value === lowest
            ? [t('chart.low')]
            : []),
        ...(model.partial === at ? [t('chart.partial')] : []),
      ];
      const listed = panels.length <= mostFacts - (comparison ? 1 : 0) ? panels : [panel];
      return {
        id: `${panel.key}|${key}`,
        key,
        name: label,
        row,
        column,
        spoken:
          [panel.label, label, f.spoken(value, unit), ...marks].join(separator) + (isChinese ? '。' : '.'),
        copied: f.value(value, unit, 'exact'),
        title: model.partial === at ? `${label} · ${t('chart.partial')}` : label,
        facts: [
          ...listed.map((one) => ({
            label: one.label,
            value: f.value(one.values[at] ?? null, one.unit, 'exact'),
          })),
          ...(other === undefined
            ? []
            : [{ label: comparisonLabel ?? panel.label, value: f.value(other, unit, 'exact') }]),
        ],
        canSelect: true,
      };
    });
  });
}

/** A row per point in time, a column per panel, and one more where it is compared. */
export function multiplesTable({
  keys,
  labels,
  keyLabel,
  panels,
  comparisonLabel = '',
}: MultiplesModel): TableModel {
  return {
    kind: 'table',
    columns: [
      { key: 'key', label: keyLabel },
      ...panels.flatMap(({ key, label, unit, comparison }) => [
        { key, label, unit },
        ...(comparison ? [{ key: `${key} comparison`, label: `${label} · ${comparisonLabel}`, unit }] : []),
      ]),
    ],
    rows: keys.map((key, at) => ({
      key,
      cells: [
        labels[at] ?? key,
        ...panels.flatMap(({ values, comparison }) => [
          values[at] ?? null,
          ...(comparison ? [comparison[at] ?? null] : []),
        ]),
      ],
    })),
  };
}

function summarise(model: MultiplesModel, { t, f }: ChartLanguage): string {
  const isChinese = f.locale === 'zh';
  const count = t('chart.panels', { n: f.count(model.panels.length) });
  const parts = [`${t('chart.multiples')}${isChinese ? '，' : ', '}${count}${isChinese ? '。' : '.'}`];
  for (const { label, values, unit } of model.panels) {
    const at = values.findLastIndex((value) => value !== null);
    if (at < 0) continue;
    const month = model.labels[at] ?? '';
    parts.push(t('chart.latest', { name: label, month, value: f.spoken(values[at] ?? null, unit) }));
  }
  parts.push(t('chart.hint'));
  return parts.join(isChinese ? '' : ' ');
}
