import type { Language } from '../../i18n/language';
import type { BtydResult } from './btyd-result';
import type { ValueKey } from './messages';
import type { MoneyResult } from './money-so-far';

export type { CardView } from '../../charts/chart-card-props';

export type Speech = Language<ValueKey>;

/**
 * `n = 2,357 · MBG/NBD, learned until 31 Dec 1997`
 *
 * @param n customers that the card shows, where they are others than those that the model learned from
 */
export function modelFooter(
  result: Omit<BtydResult, 'published'>,
  { t, f }: Speech,
  n: number = result.n,
): string {
  const { state, model, calibrationEnd, asOf } = result;
  const customers = f.count(n, 'exact');
  if (state === 'refused') return t('footer', { n: customers, date: f.day(asOf) });
  return t('footer.model', { n: customers, model: t(`model.${model}`), date: f.day(calibrationEnd) });
}

/** What the money so far is called: amounts of a bank's transactions are not what customers spent. */
export function moneyWord({
  basis,
  isRaw,
}: Pick<MoneyResult, 'basis' | 'isRaw'>): 'contribution' | 'volume' | 'amount' {
  return basis === 'amount' && isRaw ? 'volume' : basis;
}

/** Whole customers or purchases: `812`. */
export const whole = (value: number, { f }: Speech): string => f.count(Math.round(value), 'exact');
