import { joinParts } from '../../i18n/join-parts';
import type { ChartModel } from '../../charts/chart-model';
import { codeLabel } from '../../i18n/codes.messages';
import type { Language } from '../../i18n/language';
import type { BalancesResult } from './balances';
import type { CustomerKey } from './messages';

export type Speech = Language<CustomerKey>;

export type CardView = {
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  readonly model: ChartModel;
};

type Product = BalancesResult['products'][number];

/** More products than that are drawn as one (ux.md §3.12, C1). */
const named = 5;

/** C1: balances of assets by product, stacked by month. Null when no balance is known. */
export function balancesView(result: BalancesResult, speech: Speech): CardView | null {
  const { t, f, locale } = speech;
  const { months, aum, products, asOf } = result;
  const assets = products.filter(({ isAsset }) => isAsset);
  if (assets.length === 0 || aum.every((value) => value === null)) return null;
  const labelOf = ({ code, name, nameEn }: Product) =>
    (locale === 'en' ? nameEn : name) ?? codeLabel('product', code, locale);
  const others = assets.slice(named);
  const series = assets.slice(0, named).map((product) => ({
    key: product.code,
    label: labelOf(product),
    values: product.values,
    style: 'other' as const,
  }));
  if (others.length > 0) {
    const values = months.map((_, at) => addKnown(others.map((product) => product.values[at] ?? null)));
    series.push({ key: ' other', label: t('c1.other'), values, style: 'other' });
  }
  const known = aum.filter((value) => value !== null);
  const unit = f.axisUnit(Math.max(0, ...known), 'money').label;
  return {
    title:
      known.length < 2
        ? t('c1.question')
        : t('c1.title', { from: f.money(known[0] ?? null), to: f.money(known.at(-1) ?? null) }),
    subtitle: joinParts([t('c1.subtitle'), unit, f.monthRange(months[0] ?? '', months.at(-1) ?? '')]),
    footer: t('footer', { date: f.day(asOf) }),
    model: {
      kind: 'line',
      unit: 'money',
      keys: months,
      labels: months.map((month) => f.month(month)),
      keyLabel: t('c3.month'),
      series,
      zeroBased: true,
      isBrushable: true,
      isStacked: true,
    },
  };
}

/** The sum of what is known; null when nothing is. */
function addKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
