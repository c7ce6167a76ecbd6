import type { ChartKind, ChartLanguage } from '../chart-kind';
import type { BarModel } from '../chart-model';
import { layoutBars } from './bar.layout';
import { barOptions } from './bar.options';
import { barTable } from './bar.table';

export const bars: ChartKind<BarModel> = {
  layout: layoutBars,
  options: barOptions,
  summary: summarise,
  table: barTable,
  range: ({ items, isBrushable, orientation }) => {
    if (isBrushable !== true || orientation !== 'vertical' || items.length < 2) return null;
    const labels = items.map(({ label }) => label);
    return { keys: items.map(({ key }) => key), starts: labels, ends: labels, action: 'chart.set-period' };
  },
};

/** Kind, extent, highest, lowest. */
function summarise(model: BarModel, { t, f }: ChartLanguage): string {
  const drawn = model.items.filter(({ asText, isRest }) => asText !== true && isRest !== true);
  const known = drawn.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const kind = t(model.isWaterfall === true ? 'chart.waterfall' : 'chart.bar');
  const parts = [
    `${kind}${f.locale === 'zh' ? '，' : ', '}${t('chart.bars', { n: f.count(drawn.length) })}${f.locale === 'zh' ? '。' : '.'}`,
  ];
  const [highest] = known;
  const lowest = known.at(-1);
  if (highest && known.every(({ value }) => value === 0)) parts.push(t('chart.all-zero'));
  else if (highest && lowest) {
    parts.push(t('chart.highest', { name: highest.label, value: f.spoken(highest.value, model.unit) }));
    if (lowest !== highest)
      parts.push(t('chart.lowest', { name: lowest.label, value: f.spoken(lowest.value, model.unit) }));
  }
  parts.push(t('chart.hint'));
  return parts.join(f.locale === 'zh' ? '' : ' ');
}
