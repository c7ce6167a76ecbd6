import type { ChangeText } from '../../i18n/formats';
import type { Speech } from './balances-view';
import type { ProfileMetric, ProfileResult } from './profile';
import { codeLabel } from '../../i18n/codes.messages';

export type Tile = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change?: ChangeText;
  readonly note?: string;
  readonly comparison: string;
  readonly definition: { readonly text: string; readonly formula?: string };
  readonly isUnavailable?: boolean;
};

const flowMetrics = ['inflow', 'outflow', 'netflow', 'transactions'] as const;

/** The key figures of one customer with the comparison and, for assets, the rank among customers of the same type. */
export function customerTiles(result: ProfileResult, speech: Speech): readonly Tile[] {
  const { values } = result;
  const tiles = [assetsTile(result, speech)];
  for (const metric of flowMetrics) if (values[metric] !== null) tiles.push(flowTile(metric, result, speech));
  if (result.products !== null) tiles.push(productsTile(result.products, result, speech));
  return tiles;
}

function assetsTile(result: ProfileResult, speech: Speech): Tile {
  const { t, f, locale } = speech;
  const { aum } = result.values;
  const { peers } = result;
  const share = peers === null ? null : f.percent(peers.aumPercentile);
  const comparison =
    peers === null || share === null
      ? periodText(result, speech)
      : peers.type === null
        ? t('tile.peers-all', { share, n: f.count(peers.customers) })
        : t('tile.peers', { share, n: f.count(peers.customers), type: typeName(peers.type, locale) });
  return {
    ...figure('aum', result, speech),
    value: f.money(aum),
    comparison,
    ...(aum === null ? { isUnavailable: true } : {}),
  };
}

const typeName = (type: string, locale: Speech['locale']): string => {
  const name = codeLabel('customer-type', type, locale);
  return locale === 'en' ? name.toLowerCase() : name;
};

function flowTile(metric: (typeof flowMetrics)[number], result: ProfileResult, speech: Speech): Tile {
  const { f } = speech;
  const value = result.values[metric];
  return {
    ...figure(metric, result, speech),
    value: metric === 'transactions' ? f.count(value) : f.money(value),
    comparison: periodText(result, speech),
  };
}

/** Label, change and definition; a change of a net flow is said in money. */
function figure(
  metric: ProfileMetric,
  result: ProfileResult,
  { t, f }: Speech,
): Omit<Tile, 'value' | 'comparison'> {
  const value = result.values[metric];
  const earlier = result.comparison?.[metric] ?? null;
  const exact =
    value === null
      ? {}
      : { formula: metric === 'transactions' ? f.count(value, 'exact') : f.money(value, 'exact') };
  const base = {
    id: metric,
    label: t(`tile.${metric}`),
    definition: { text: t(`definition.${metric}`), ...exact },
  };
  if (value === null || earlier === null) return base;
  const direction = metric === 'outflow' || metric === 'transactions' ? 'neutral' : 'higher_better';
  if (metric === 'netflow')
    return { ...base, change: f.delta({ value: value - earlier, unit: 'money', direction }) };
  if (earlier === 0) return { ...base, note: t('tile.earlier', { value: f.count(0) }) };
  return {
    ...base,
    change: f.delta({ value: (value - earlier) / Math.abs(earlier), unit: 'percent', direction }),
  };
}

function productsTile(
  products: NonNullable<ProfileResult['products']>,
  result: ProfileResult,
  speech: Speech,
): Tile {
  const { t, locale } = speech;
  return {
    id: 'products',
    label: t('tile.products'),
    value: t('tile.products-value', { held: products.held, of: products.of }),
    note: products.codes
      .map((code) => codeLabel('product', code, locale))
      .join(locale === 'zh' ? '、' : ', '),
    comparison: periodText(result, speech),
    definition: { text: t('definition.products') },
  };
}

function periodText({ period }: ProfileResult, { f }: Speech): string {
  return period === null ? f.missing : f.monthRange(period.from.slice(0, 7), period.to.slice(0, 7));
}
