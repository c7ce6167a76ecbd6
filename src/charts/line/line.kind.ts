import type { ChartKind, ChartLanguage, ChartOption } from '../chart-kind';
import type { LineModel, TableModel } from '../chart-model';
import { layoutLines } from './line.layout';

export const lines: ChartKind<LineModel> = {
  layout: layoutLines,
  options: lineOptions,
  summary: summarise,
  table: lineTable,
  range: ({ isBrushable, keys, labels }) =>
    isBrushable ? { keys, starts: labels, ends: labels, action: 'chart.set-period' } : null,
};

/** Above that many marks only the first series is read point by point; the table has all. */
const mostOptions = 200;

/** One option per point: left and right move in time, up and down between series. The tooltip lists all series. */
export function lineOptions(model: LineModel, { t, f }: ChartLanguage): readonly ChartOption[] {
  const { keys, labels, series, unit } = model;
  const rows = keys.length * series.length > mostOptions ? series.slice(0, 1) : series;
  const separator = f.locale === 'zh' ? '，' : ', ';
  const end = f.locale === 'zh' ? '。' : '.';
  return rows.flatMap((one, row) =>
    keys.map((key, column): ChartOption => {
      const value = one.values[column] ?? null;
      const label = labels[column] ?? key;
      const known = one.values.filter((other) => other !== null);
      const isPeak = known.length > 2 && value === Math.max(...known);
      const isLow = known.length > 2 && value === Math.min(...known);
      const marks = [
        ...(isPeak ? [t('chart.peak')] : isLow ? [t('chart.low')] : []),
        ...(model.partial === column ? [t('chart.partial')] : []),
      ];
      const shown = model.isStacked === true ? [...series].reverse() : series;
      return {
        id: `${one.key}|${key}`,
        key,
        name: label,
        row,
        column,
        spoken:
          [label, ...(series.length > 1 ? [one.label] : []), f.spoken(value, unit), ...marks].join(
            separator,
          ) + end,
        copied: f.value(value, unit, 'exact'),
        title: model.partial === column ? `${label} · ${t('chart.partial')}` : label,
        facts: shown.slice(0, 7).map((other) => ({
          label: other.label,
          value: f.value(other.values[column] ?? null, unit, 'exact'),
        })),
        canSelect: true,
      };
    }),
  );
}

/** A row per point, a column per series. */
export function lineTable({ keys, labels, keyLabel, series, unit }: LineModel): TableModel {
  return {
    kind: 'table',
    columns: [{ key: 'key', label: keyLabel }, ...series.map(({ key, label }) => ({ key, label, unit }))],
    rows: keys.map((key, index) => ({
      key,
      cells: [labels[index] ?? key, ...series.map(({ values }) => values[index] ?? null)],
    })),
  };
}

function summarise(model: LineModel, { t, f }: ChartLanguage): string {
  const isChinese = f.locale === 'zh';
  const main = model.series.find(({ style }) => style === 'primary') ?? model.series[0];
  const kind = t(model.isStacked === true ? 'chart.stacked' : 'chart.line');
  const parts = [
    `${kind}${isChinese ? '，' : ', '}${t('chart.points', { n: f.count(model.keys.length) })}${isChinese ? '。' : '.'}`,
  ];
  const points = (main?.values ?? []).flatMap((value, index) =>
    value === null ? [] : [{ value, name: model.labels[index] ?? '' }],
  );
  const last = points.at(-1);
  if (main && last) {
    parts.push(
      t('chart.latest', { name: main.label, month: last.name, value: f.spoken(last.value, model.unit) }),
    );
    const sorted = [...points].sort((a, b) => b.value - a.value);
    const [highest] = sorted;
    const lowest = sorted.at(-1);
    if (highest && lowest && highest.value !== lowest.value) {
      parts.push(
        t('chart.highest', { name: highest.name, value: f.spoken(highest.value, model.unit) }),
        t('chart.lowest', { name: lowest.name, value: f.spoken(lowest.value, model.unit) }),
      );
    }
  }
  parts.push(t('chart.hint'));
  return parts.join(isChinese ? '' : ' ');
}
