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
  const unavailable = aum === null ? { isUnavailable: true } : {};
  const tile = figure('aum', result, speech);
  if (peers === null) {
    return { ...tile, value: f.money(aum), comparison: versusText(result, speech), ...unavailable };
  }
  const n = f.count(peers.customers, 'exact');
  const group =
    peers.type === null
      ? t('tile.peers-all', { n })
      : t('tile.peers-type', { n, type: typeName(peers.type, locale) });
  const share = `${f.count(Math.round(peers.aumPercentile * 100))}%`;
  return {
    ...tile,
    definition: { ...tile.definition, text: `${tile.definition.text}${locale === 'en' ? ' ' : ''}${group}` },
    value: f.money(aum),
    comparison: t('tile.peers', { share }),
    ...unavailable,
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
    comparison: versusText(result, speech),
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

/** The period that changes are measured against; the own period where there is none. */
function versusText(result: ProfileResult, speech: Speech): string {
  const { comparison } = result;
  if (comparison === null) return periodText(result, speech);
  const { from, to } = comparison;
  return speech.t('tile.versus', { range: speech.f.monthRange(from.slice(0, 7), to.slice(0, 7)) });
}
