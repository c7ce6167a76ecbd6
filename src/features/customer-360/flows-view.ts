import { joinParts } from '../../i18n/join-parts';
import type { CardView, Speech } from './balances-view';
import type { FlowsResult } from './flows';

/** C3: money in and out by month with the net as a dot. */
export function flowsView(result: FlowsResult, speech: Speech): CardView {
  const { t, f } = speech;
  const { months, inflow, outflow, net, asOf } = result;
  const largest = Math.max(0, ...inflow, ...(outflow ?? []));
  const unit = f.axisUnit(largest, 'money').label;
  const period = f.monthRange(months[0] ?? '', months.at(-1) ?? '');
  const total = inflow.reduce((sum, value) => sum + value, 0);
  const positive = (net ?? []).filter((value) => value > 0).length;
  return {
    title:
      outflow === null
        ? t('c3.title-all', { value: f.money(total), n: months.length })
        : t('c3.title', { n: positive, months: months.length }),
    subtitle: joinParts([t(outflow === null ? 'c3.subtitle-all' : 'c3.subtitle'), unit, period]),
    footer: t('footer', { date: f.day(asOf) }),
    model: {
      kind: 'bar',
      orientation: 'vertical',
      unit: 'money',
      items: months.map((month, at) => ({
        key: month,
        label: f.month(month),
        value: inflow[at] ?? null,
        tone: 'primary',
      })),
      categoryLabel: t('c3.month'),
      valueLabel: t('c3.in'),
      ...(outflow === null ? {} : { below: { label: t('c3.out'), values: outflow }, netLabel: t('c3.net') }),
    },
  };
}
