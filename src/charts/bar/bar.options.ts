import type { ChartLanguage, ChartOption, Fact } from '../chart-kind';
import type { BarItem, BarModel } from '../chart-model';

/** What a bar says to the ear and in its tooltip: name, value, comparison, change, share, n. */
export function barOptions(model: BarModel, { t, f }: ChartLanguage): readonly ChartOption[] {
  const { items, unit, below } = model;
  const ranked = items.filter(
    ({ asText, isRest, value }) => asText !== true && isRest !== true && value !== null,
  );
  const byValue = [...ranked].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const isRanked = model.isWaterfall !== true && below === undefined && ranked.length > 1;
  const total =
    unit === 'count' || unit === 'money'
      ? items.reduce((sum, { value, asText }) => sum + (asText === true ? 0 : (value ?? 0)), 0)
      : 0;
  const hasShare = model.isWaterfall !== true && total > 0 && items.every(({ value }) => (value ?? 0) >= 0);

  return items.map((item, column): ChartOption => {
    const { key, label: name, value } = item;
    const rank = byValue.indexOf(item) + 1;
    const out = below?.values[column];
    const factsOf = (): readonly Fact[] => [
      { label: model.valueLabel, value: f.value(value, unit, 'exact') },
      ...(below && out !== undefined ? [{ label: below.label, value: f.value(out, unit, 'exact') }] : []),
      ...(below && model.netLabel !== undefined
        ? [{ label: model.netLabel, value: f.value(netOf(item, out), unit, 'exact') }]
        : []),
      ...(item.comparison === undefined
        ? []
        : [{ label: model.comparisonLabel ?? '', value: f.value(item.comparison, unit, 'exact') }]),
      ...(item.delta
        ? [{ label: t('chart.change'), value: f.delta(item.delta).text, change: item.delta }]
        : []),
      ...(hasShare && below === undefined
        ? [{ label: t('chart.share'), value: f.percent((value ?? 0) / total) }]
        : []),
      ...(item.n === undefined ? [] : [{ label: t('chart.customers'), value: f.count(item.n, 'exact') }]),
    ];
    const separator = f.locale === 'zh' ? '，' : ', ';
    const spoken = [
      name,
      f.spoken(value, unit),
      ...(below && out !== undefined ? [`${below.label} ${f.spoken(out, unit)}`] : []),
      ...(item.delta ? [f.spokenDelta(item.delta)] : []),
      ...(isRanked && rank > 0 ? [t('chart.rank', { rank, of: ranked.length })] : []),
      ...(item.n === undefined ? [] : [t('count.customers', { n: f.count(item.n, 'exact') })]),
    ].filter((part) => part !== '');
    return {
      id: key,
      key,
      name,
      row: 0,
      column,
      spoken: spoken.join(separator) + (f.locale === 'zh' ? '。' : '.'),
      get copied() {
        return f.value(value, unit, 'exact');
      },
      title: name,
      // Read for one mark at most, while all options are made anew at each step of a hand.
      get facts() {
        return factsOf().slice(0, 5);
      },
      canSelect: item.isRest !== true && item.asText !== true,
    };
  });
}

/** In minus out; null unless both are known. */
export function netOf({ value }: BarItem, out: number | null | undefined): number | null {
  return value === null || out === null || out === undefined ? null : value - Math.abs(out);
}
