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
  const { states, backtest, n } = result;
  const { atRisk, lost, closed } = states;
  const asOf = t('footer.date', { date: f.day(result.asOf) });
  const part = (count: number) => t('tile.of', { share: f.percent(n === 0 ? null : count / n) });
  const known = (value: number | null) => (value === null ? { isUnavailable: true as const } : {});
  return [
    {
      id: 'atRisk',
      label: t('tile.at-risk'),
      value: f.count(atRisk.customers, 'exact'),
      note: part(atRisk.customers),
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
      value: f.count(lost.customers, 'exact'),
      note: part(lost.customers),
      comparison: t('tile.lost.when', { days: f.days(result.lostDays) }),
      definition: { text: t('tile.lost.about') },
    },
    {
      id: 'closed',
      label: t('tile.closed'),
      value: f.count(closed.customers, 'exact'),
      note: part(closed.customers),
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
