import { joinParts } from '../../i18n/join-parts';
import { footerText } from '../../i18n/footer.messages';
import type { CardView, Speech } from './card-view';
import type { SummaryResult } from './summary';

/** OV7: money in and out by month; where amounts have no direction, all activity in one bar. */
export function flowsView(result: SummaryResult, speech: Speech): CardView {
  const { t, f } = speech;
  const { months, values } = result.series;
  const { inflow, outflow, netflow } = values;
  const hasOut = result.hasDirection && outflow.some((value) => value !== null);
  const largest = Math.max(0, ...inflow.map((value) => value ?? 0), ...outflow.map((value) => value ?? 0));
  const period = f.monthRange(months[0] ?? '', months.at(-1) ?? '');
  const unit = f.axisUnit(largest, 'money').label;
  const positive = netflow.filter((value) => (value ?? 0) > 0).length;
  const total = inflow.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return {
    title: hasOut
      ? t('ov7.title-in', { n: positive, months: months.length })
      : t('ov7.title-all', { value: f.money(total), n: months.length }),
    subtitle: joinParts([t(hasOut ? 'ov7.subtitle' : 'ov7.subtitle-all'), unit, period]),
    footer: footerText(result, speech),
    model: {
      kind: 'bar',
      orientation: 'vertical',
      unit: 'money',
      items: months.map((month, index) => ({
        key: month,
        label: f.month(month),
        value: inflow[index] ?? null,
        tone: 'primary',
      })),
      categoryLabel: t('by.month'),
      valueLabel: t('ov7.in'),
      isBrushable: true,
      ...(hasOut ? { below: { label: t('ov7.out'), values: outflow }, netLabel: t('ov7.net') } : {}),
    },
  };
}
