import type { ChartKind, ChartLanguage, ChartOption } from '../chart-kind';
import type { HistogramModel, TableModel } from '../chart-model';
import { layoutHistogram } from './histogram.layout';

export const histograms: ChartKind<HistogramModel> = {
  layout: layoutHistogram,
  options: histogramOptions,
  summary: summarise,
  table: histogramTable,
  range: ({ bins, isBrushable, unit }, { f }) => {
    const edge = (value: number, label: string, isOutside = false) =>
      isOutside ? label : f.value(value, unit);
    return isBrushable && bins.length > 1
      ? {
          keys: bins.map(({ key }) => key),
          starts: bins.map(({ from, label, isOutside }) => edge(from, label, isOutside)),
          ends: bins.map(({ to, label, isOutside }) => edge(to, label, isOutside)),
          action: 'chart.set-range',
        }
      : null;
  },
};

/** An option per bin: how many, what share, and what share lies in it and above. */
export function histogramOptions(model: HistogramModel, { t, f }: ChartLanguage): readonly ChartOption[] {
  const { bins, outline, valueUnit } = model;
  const isChinese = f.locale === 'zh';
  const total = bins.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const above = bins.map((_, at) => bins.slice(at).reduce((sum, { value }) => sum + (value ?? 0), 0));
  return bins.map((bin, column): ChartOption => {
    const { key, label, value } = bin;
    const isKnown = total > 0 && value !== null && valueUnit !== 'percent';
    const other = outline?.values[column];
    const share = isKnown ? f.percent(value / total) : null;
    const upper = total > 0 ? f.percent((above[column] ?? 0) / total) : null;
    const spoken = [
      label,
      f.spoken(value, valueUnit),
      ...(share === null ? [] : [`${t('chart.share')} ${share}`]),
      ...(upper === null ? [] : [`${t('chart.share-above')} ${upper}`]),
    ].join(isChinese ? '，' : ', ');
    return {
      id: key,
      key,
      name: label,
      row: 0,
      column,
      spoken: spoken + (isChinese ? '。' : '.'),
      copied: f.value(value, valueUnit, 'exact'),
      title: label,
      facts: [
        { label: model.valueLabel, value: f.value(value, valueUnit, 'exact') },
        ...(outline ? [{ label: outline.label, value: f.value(other ?? null, valueUnit, 'exact') }] : []),
        ...(share === null ? [] : [{ label: t('chart.share'), value: share }]),
        ...(upper === null ? [] : [{ label: t('chart.share-above'), value: upper }]),
      ],
      canSelect: true,
    };
  });
}

/** A row per bin. */
export function histogramTable({
  bins,
  outline,
  valueUnit,
  valueLabel,
  binLabel,
}: HistogramModel): TableModel {
  return {
    kind: 'table',
    columns: [
      { key: 'bin', label: binLabel },
      { key: 'value', label: valueLabel, unit: valueUnit },
      ...(outline ? [{ key: 'outline', label: outline.label, unit: valueUnit }] : []),
    ],
    rows: bins.map(({ key, label, value }, at) => ({
      key,
      cells: [label, value, ...(outline ? [outline.values[at] ?? null] : [])],
    })),
  };
}

function summarise(
  { bins, references = [], unit, valueUnit }: HistogramModel,
  { t, f }: ChartLanguage,
): string {
  const isChinese = f.locale === 'zh';
  const [highest] = bins
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const parts = [
    `${t('chart.histogram')}${isChinese ? '，' : ', '}${t('chart.bins', { n: f.count(bins.length) })}${isChinese ? '。' : '.'}`,
    ...(highest
      ? [t('chart.highest', { name: highest.label, value: f.spoken(highest.value, valueUnit) })]
      : []),
    ...references.map(({ label, value }) => `${label} ${f.spoken(value, unit)}${isChinese ? '。' : '.'}`),
    t('chart.hint'),
  ];
  return parts.join(isChinese ? '' : ' ');
}
