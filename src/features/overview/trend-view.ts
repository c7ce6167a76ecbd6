import { joinParts } from '../../i18n/join-parts';
import { footerText } from '../../i18n/footer.messages';
import type { Compare } from '../../model/filters';
import type { MetricWords } from './breakdown-view';
import { earlierName, insideSentence, type CardView, type Speech } from './card-view';
import type { TrendResult } from './trend';

/** Fewer months show a value, not a trend. */
export const leastForTrend = 3;

/** OV4: one metric over time, the comparison dashed behind it. */
export function trendView(
  result: TrendResult,
  metric: MetricWords,
  compare: Compare,
  speech: Speech,
): CardView {
  const { t, f } = speech;
  const { keys, values, comparison, partial } = result;
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  const largest = Math.max(0, ...known.map(Math.abs));
  const hasEarlier = comparison?.some((value) => value !== null) ?? false;
  const earlier = hasEarlier && result.period ? earlierName(compare, result.period, speech) : '';
  return {
    title: titleOf(result, metric, speech),
    subtitle: joinParts([
      t('ov4.by', { metric: speech.locale === 'zh' ? insideSentence(metric.name, speech) : metric.name }),
      f.axisUnit(largest, metric.unit).label,
      f.monthRange(keys[0] ?? '', keys.at(-1) ?? ''),
      earlier === '' ? '' : t('ov4.dashed', { earlier }),
    ]),
    footer: footerText(result, speech),
    model: {
      kind: 'line',
      unit: metric.unit,
      keys,
      labels: keys.map((key) => f.month(key)),
      keyLabel: t('by.month'),
      series: [
        { key: 'value', label: metric.name, values, style: 'primary' },
        ...(comparison && earlier !== ''
          ? [{ key: 'comparison', label: earlier, values: comparison, style: 'comparison' as const }]
          : []),
      ],
      zeroBased: false,
      isBrushable: true,
      ...(partial === null ? {} : { partial }),
    },
  };
}

/** Below 2% a level held steady (ux.md §6.2). */
const materiality = 0.02;

function titleOf({ keys, values, partial }: TrendResult, metric: MetricWords, { t, f }: Speech): string {
  const complete = values.flatMap((value, at) => (value === null || at === partial ? [] : [{ value, at }]));
  const first = complete[0];
  const last = complete.at(-1);
  if (!first || !last || first.at === last.at || first.value <= 0 || keys.length < leastForTrend)
    return t('ov4.question');
  const change = (last.value - first.value) / first.value;
  const words = { metric: metric.name, size: f.percent(Math.abs(change)), months: last.at - first.at + 1 };
  if (Math.abs(change) < materiality) return t('ov4.title-same', words);
  return t(change > 0 ? 'ov4.title-up' : 'ov4.title-down', words);
}
