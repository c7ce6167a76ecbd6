import { footerText } from '../../i18n/footer.messages';
import { codeLabel } from '../../i18n/codes.messages';
import type { TableModel } from '../../charts/chart-model';
import { shareOf, windowName, type CardView, type Speech } from './card-view';
import type { TierProfile, TiersAnswer } from './tiers';

export const tierName = (key: string, { locale }: Pick<Speech, 'locale'>): string =>
  codeLabel('valueTier', key, locale);

/** What the value covers: assets stand on a day, inflow runs over months. */
function coverOf({ value, window, asOf }: TiersAnswer, { f }: Speech): string {
  return value === 'aum' ? f.day(asOf) : windowName(window, f);
}

/** SG1: the value of the first customers by rank. */
export function curveView(result: TiersAnswer, speech: Speech): CardView {
  const { t, f } = speech;
  const value = t(`value.${result.value}`);
  const { all, tiers } = result;
  const [first] = tiers;
  const share = first && shareOf(first.value, all.value);
  return {
    title:
      first === undefined || share === undefined || share === null || first.customers === 0
        ? t('sg1.question')
        : t('sg1.title', {
            customers: f.percent(first.customers / all.customers),
            share: f.percent(share),
            value,
          }),
    subtitle: t('sg1.subtitle', {
      value,
      period: coverOf(result, speech),
      gini: result.gini === null ? f.missing : f.score(result.gini),
    }),
    footer: footerText(result, speech),
    model: {
      kind: 'pareto',
      unit: 'money',
      items: tiers.map((one) => ({
        key: one.key,
        label: tierName(one.key, speech),
        value: one.value,
        n: one.customers,
      })),
      categoryLabel: t('sg2.tier'),
      valueLabel: t(`value.${result.value}-option`),
      curve: curveOf(result),
      markers: markersOf(result, speech),
    },
  };
}

function curveOf({ all, curve }: TiersAnswer) {
  return curve.customers.map((count, point) => ({
    at: shareOf(count, all.customers) ?? 0,
    share: shareOf(curve.value[point] ?? 0, all.value) ?? 0,
  }));
}

/** What all tiers down to one make together, for those that end before the last customer. */
function markersOf({ all, tiers }: TiersAnswer, { t, f }: Speech) {
  let [customers, value] = [0, 0];
  const ends = tiers.slice(0, -1).map((one) => {
    customers += one.customers;
    value += one.value;
    return { at: shareOf(customers, all.customers) ?? 0, share: shareOf(value, all.value) ?? 0 };
  });
  return ends
    .filter(({ at }) => at > 0 && at < 1)
    .map((end) => ({
      ...end,
      label: t('sg1.marker', { customers: f.percent(end.at), share: f.percent(end.share) }),
    }));
}

/** SG2: what the customers of each tier hold and do, against all of them. */
export function profileView(result: TiersAnswer, speech: Speech): CardView {
  const { t } = speech;
  return {
    title: profileTitle(result, speech),
    subtitle: t('sg2.subtitle', {
      value: t(`value.${result.value}`),
      period: coverOf(result, speech),
    }),
    footer: footerText(result, speech),
    model: profileModel(result, speech),
  };
}

function profileTitle({ tiers }: TiersAnswer, speech: Speech): string {
  const { t, f } = speech;
  const [first, second] = tiers;
  if (!first || !second || first.customers === 0 || second.customers === 0) return t('sg2.question');
  const [most, less] = [first.value / first.customers, second.value / second.customers];
  if (less <= 0) return t('sg2.question');
  return t('sg2.title', {
    first: tierName(first.key, speech),
    second: tierName(second.key, speech),
    times: f.ratio(most / less),
  });
}

function profileModel({ tiers, all }: TiersAnswer, speech: Speech): TableModel {
  const { t } = speech;
  const isPart = all.customers < all.bankCustomers;
  const cells = (name: string, one: TierProfile) => [
    name,
    one.customers,
    ...(isPart ? [shareOf(one.customers, one.bankCustomers)] : []),
    shareOf(one.value, all.value),
    one.customers === 0 ? null : one.value / one.customers,
    one.products,
    one.active,
    one.age === null ? null : Math.round(one.age * 10) / 10,
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'tier', label: t('sg2.tier') },
      { key: 'customers', label: t('sg2.customers'), unit: 'count', hasBar: true },
      ...(isPart ? [{ key: 'of-tier', label: t('sg2.of-tier'), unit: 'percent' as const }] : []),
      { key: 'value-share', label: t('sg2.value-share'), unit: 'percent' },
      { key: 'each', label: t('sg2.each'), unit: 'money' },
      { key: 'products', label: t('sg2.products'), unit: 'score' },
      { key: 'active', label: t('sg2.active'), unit: 'percent' },
      { key: 'age', label: t('sg2.age'), unit: 'score' },
    ],
    rows: tiers.map((one) => ({ key: one.key, cells: cells(tierName(one.key, speech), one) })),
    total: cells(t('sg2.all'), all),
  };
}
