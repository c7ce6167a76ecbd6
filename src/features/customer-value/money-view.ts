import { joinParts } from '../../i18n/join-parts';
import type { BarItem } from '../../charts/chart-model';
import { moneyWord, type CardView, type Speech } from './card-view';
import type { MoneyResult } from './money-so-far';
import { tenthsOf } from './tenths';

/** VA1: what each tenth of the customers brought, those who brought most first. */
export function moneyView(result: Omit<MoneyResult, 'published'>, speech: Speech): CardView {
  const { t, f } = speech;
  const { curve, topTenthShare, total, n, asOf } = result;
  const items = tenthsOf(curve).map(({ customers, value }, tenth): BarItem => ({
    key: String(tenth),
    label: t('range', { from: tenth * 10, to: (tenth + 1) * 10 }),
    value,
    n: customers,
    tone: value < 0 ? 'unfav' : 'primary',
    ...(total !== null && total > 0 ? { note: f.percent(value / total) } : {}),
  }));
  const largest = Math.max(0, ...items.map(({ value }) => Math.abs(value ?? 0)));
  return {
    title: topTenthShare === null ? t('va1.question') : t('va1.title', { share: f.percent(topTenthShare) }),
    subtitle: joinParts([
      t(`va1.subtitle-${moneyWord(result)}`),
      f.axisUnit(largest, 'money').label,
      t('va1.ranked'),
    ]),
    footer: t('footer', { n: f.count(n, 'exact'), date: f.day(asOf) }),
    model: {
      kind: 'bar',
      orientation: 'horizontal',
      unit: 'money',
      items,
      categoryLabel: t('va1.category'),
      valueLabel: t('va1.value'),
    },
  };
}
