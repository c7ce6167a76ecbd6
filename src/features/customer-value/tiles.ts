import type { BtydResult } from './btyd-result';
import { moneyWord, whole, type Speech } from './card-view';
import type { MoneyResult } from './money-so-far';

/** One key figure; none has a comparison with an earlier period. */
export type Tile = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly comparison: string;
  readonly definition: { readonly text: string };
  readonly isUnavailable?: boolean;
};

/** The key figures of the model and of the money so far. */
export function tilesOf(
  model: Omit<BtydResult, 'published'>,
  money: Omit<MoneyResult, 'published'>,
  speech: Speech,
): readonly Tile[] {
  const { t, f } = speech;
  const { outlook, holdout } = model;
  const tile = (id: string, label: string, value: string | null, note: string, text: string): Tile => ({
    id,
    label,
    value: value ?? f.missing,
    note: value === null ? '' : note,
    comparison: '',
    definition: { text },
    ...(value === null ? { isUnavailable: true } : {}),
  });
  const share = outlook && outlook.customers > 0 ? outlook.alive / outlook.customers : null;
  const { total, median, topTenthShare } = money;
  const word = moneyWord(money);
  return [
    tile(
      'customers',
      t(model.isRaw ? 'tile.customers-raw' : 'tile.customers'),
      f.count(outlook?.customers ?? model.customers, 'exact'),
      t('tile.customers.note', { n: f.count(model.repeatCustomers, 'exact') }),
      t('tile.customers.definition'),
    ),
    tile(
      'alive',
      t('tile.alive'),
      outlook && whole(outlook.alive, speech),
      t('tile.alive.note', { share: f.percent(share) }),
      t('tile.alive.definition'),
    ),
    tile(
      'expected',
      t('tile.expected'),
      outlook && whole(outlook.expected, speech),
      t('tile.expected.note'),
      t('tile.expected.definition'),
    ),
    tile(
      'error',
      t('tile.error'),
      holdout?.bias == null
        ? null
        : f.delta({ value: holdout.bias, unit: 'percent', direction: 'neutral' }).amount,
      t('tile.error.note', {
        expected: f.count(Math.round(holdout?.expected ?? 0)),
        actual: f.count(holdout?.actual ?? 0),
      }),
      t('tile.error.definition'),
    ),
    tile(
      'money',
      t(`tile.money-${word}`),
      total === null ? null : f.money(total),
      t('tile.money.note', { median: f.money(median) }),
      t(`tile.money-${word}.definition`),
    ),
    tile(
      'top',
      t('tile.top'),
      topTenthShare === null ? null : f.percent(topTenthShare),
      t('tile.top.note'),
      t('tile.top.definition'),
    ),
  ];
}
