import { shareOf, type Speech } from './card-view';
import type { RfmAnswer } from './rfm';
import type { TiersAnswer } from './tiers';

export type Tile = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly comparison: string;
  readonly definition: { readonly text: string };
  readonly isUnavailable?: boolean;
};

/** The key figures of the page: who is counted, what they have, who moved, who has no scores. */
export function tilesOf(tiers: TiersAnswer, rfm: RfmAnswer | null, speech: Speech): readonly Tile[] {
  const { t, f } = speech;
  const { all, moves, value, topDecileShare, gini } = tiers;
  const asOf = tiers.asOf === null ? f.missing : t('tile.as-of', { date: f.day(tiers.asOf) });
  const each = all.customers === 0 || tiers.refusal !== null ? null : all.value / all.customers;
  const unassigned = rfm === null || rfm.refusal !== null ? null : rfm.unassigned;
  const share = shareOf(all.customers, all.bankCustomers);
  const moved = (id: 'up' | 'down'): Tile => ({
    id,
    label: t(`tile.${id}`),
    value: f.count(moves?.[id] ?? null, 'exact'),
    comparison: moves === null ? t('tile.never') : t('tile.since', { date: f.day(moves.since) }),
    definition: { text: t('tile.moves.about') },
    ...(moves === null ? { isUnavailable: true } : {}),
  });
  return [
    {
      id: 'customers',
      label: t('tile.customers'),
      value: f.count(all.customers, 'exact'),
      comparison:
        all.customers === all.bankCustomers
          ? asOf
          : t('tile.of', { share: f.percent(share), n: f.count(all.bankCustomers, 'exact') }),
      definition: { text: t('tile.customers.about') },
    },
    {
      id: 'each',
      label: t(`tile.each.${value}`),
      value: f.money(each),
      comparison: asOf,
      definition: { text: t('tile.each.about') },
      ...(each === null ? { isUnavailable: true } : {}),
    },
    {
      id: 'top',
      label: t('tile.top'),
      value: f.percent(topDecileShare),
      comparison: t('tile.gini', { gini: gini === null ? f.missing : f.score(gini) }),
      definition: { text: t('tile.top.about') },
      ...(topDecileShare === null ? { isUnavailable: true } : {}),
    },
    moved('up'),
    moved('down'),
    {
      id: 'unassigned',
      label: t('tile.unassigned'),
      value: f.count(unassigned, 'exact'),
      comparison: asOf,
      definition: { text: t('tile.unassigned.about') },
      ...(unassigned === null ? { isUnavailable: true } : {}),
    },
  ];
}
