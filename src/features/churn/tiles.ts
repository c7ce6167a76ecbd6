import type { Speech } from './card-view';
import type { RiskResult } from './risk-result';

export type Tile = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly comparison: string;
  readonly definition: { readonly text: string };
  readonly isUnavailable?: boolean;
};

/** The key figures of the page: who is at risk, what they hold, who is expected to leave, who has gone. */
export function tilesOf(result: RiskResult, speech: Speech): readonly Tile[] {
  const { t, f } = speech;
  const { states, backtest, n, refusal } = result;
  const { atRisk, lost, closed } = states;
  const asOf = result.asOf === null ? f.missing : t('footer.date', { date: f.day(result.asOf) });
  /** Of a refused question nobody was counted, which is not a count of 0. */
  const counted = (customers: number) =>
    refusal === null
      ? {
          value: f.count(customers, 'exact'),
          note: t('tile.of', { share: f.percent(n === 0 ? null : customers / n) }),
        }
      : { value: f.missing, isUnavailable: true as const };
  const known = (value: number | null) => (value === null ? { isUnavailable: true as const } : {});
  return [
    {
      id: 'atRisk',
      label: t('tile.at-risk'),
      ...counted(atRisk.customers),
      comparison: asOf,
      definition: { text: t('tile.at-risk.about') },
    },
    {
      id: 'aum',
      label: t('tile.aum'),
      value: f.money(atRisk.aum),
      comparison: asOf,
      definition: { text: t('tile.aum.about') },
      ...known(atRisk.aum),
    },
    {
      id: 'expected',
      label: t('tile.expected'),
      value: f.count(atRisk.expected === null ? null : Math.round(atRisk.expected), 'exact'),
      comparison: t('tile.expected.when', { days: f.days(result.lostDays + 30) }),
      definition: { text: t('tile.expected.about') },
      ...known(atRisk.expected),
    },
    {
      id: 'lost',
      label: t('tile.lost'),
      ...counted(lost.customers),
      comparison: t('tile.lost.when', { days: f.days(result.lostDays) }),
      definition: { text: t('tile.lost.about') },
    },
    {
      id: 'closed',
      label: t('tile.closed'),
      ...counted(closed.customers),
      comparison: asOf,
      definition: { text: t('tile.closed.about') },
    },
    {
      id: 'auc',
      label: t('tile.auc'),
      value: f.score(backtest?.auc ?? null),
      comparison:
        backtest === null ? t('tile.auc.none') : t('tile.auc.naive', { auc: f.score(backtest.aucOfDays) }),
      definition: { text: t('tile.auc.about') },
      ...known(backtest?.auc ?? null),
    },
  ];
}
