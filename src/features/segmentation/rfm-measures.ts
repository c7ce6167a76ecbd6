import { monthOfDay } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { rowsOf } from '../../cube/rows-by-key';
import type { Dataset } from '../../dataset/dataset';
import { balanceFacts, customerCount, noDay, rowsByCustomer, transactionFacts } from '../../dataset/facts';
import { balanceMonthAt, eachAsset } from '../../dataset/holdings';
import type { Span } from '../../dataset/period';
import { scopeOf } from '../../dataset/scope';
import { pause } from '../task';
import { ownTransactions } from './own-transactions';

/** What frequency counts in the window: distinct days, distinct months, or every transaction. */
export const frequencyBases = ['days', 'months', 'transactions'] as const;
export type FrequencyBasis = (typeof frequencyBases)[number];

/** What money is: the mean of the month-end assets in the window, or what the customer's transactions brought in. */
export const moneyBases = ['balance', 'inflow'] as const;
export type MoneyBasis = (typeof moneyBases)[number];

/** One value per customer of the bank, NaN = not known: nobody is ranked who never made a transaction. */
export type RfmMeasures = {
  /** Day of the last transaction up to the end of the window. */
  readonly lastDay: Float64Array;
  /** In the window; 0 for who made the last one before it. */
  readonly frequency: Float64Array;
  /** Minor units. */
  readonly money: Float64Array;
};

/** The basis to use: what was asked for, else balances where the window has any. */
export function moneyBasisOf(dataset: Dataset, asked: MoneyBasis | '', { from, to }: Span): MoneyBasis {
  if (asked !== '') return asked;
  const months = balanceFacts(dataset)?.months ?? [];
  return months.some((month) => month >= monthOfDay(from) && month <= monthOfDay(to)) ? 'balance' : 'inflow';
}

/**
 * Recency, frequency and money of every customer, from the transactions that customers decided on
 * ({@link ownTransactions}). O(transactions + balances)
 */
export async function measureRfm(
  dataset: Dataset,
  window: Span,
  frequencyBasis: FrequencyBasis,
  moneyBasis: MoneyBasis,
  control: Control,
): Promise<RfmMeasures> {
  const count = customerCount(dataset);
  const lastDay = new Float64Array(count).fill(NaN);
  const frequency = new Float64Array(count).fill(NaN);
  const money = new Float64Array(count).fill(NaN);
  const facts = transactionFacts(dataset);
  const byCustomer = rowsByCustomer(dataset, 'transaction');
  if (facts === null || byCustomer === null) return { lastDay, frequency, money };
  const { mask } = ownTransactions(dataset);
  const { days, amounts, isSorted } = facts;
  const balances = moneyBasis === 'balance' ? meanAssets(dataset, window) : null;
  const countedFrom = (day: number): number => (frequencyBasis === 'months' ? monthOfDay(day) : day);
  for (let customer = 0; customer < count; customer++) {
    if (control.shouldYield()) await pause(control, 1 + customer / count, 4);
    let last = noDay;
    let inflow = 0;
    const seen: number[] = [];
    for (const row of rowsOf(byCustomer, customer)) {
      const day = days[row] as number;
      if (mask[row] === 0 || day === noDay || day > window.to) continue;
      if (day > last) last = day;
      if (day < window.from) continue;
      inflow += Math.max(0, amounts[row] as number);
      seen.push(countedFrom(day));
    }
    if (last === noDay) continue;
    lastDay[customer] = last;
    frequency[customer] =
      frequencyBasis === 'transactions' ? seen.length : distinctCount(isSorted ? seen : seen.sort(ascending));
    money[customer] = balances === null ? inflow : (balances[customer] as number);
  }
  return { lastDay, frequency, money };
}

const ascending = (a: number, b: number): number => a - b;

/** @param sorted equal values stand together */
function distinctCount(sorted: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++;
  return count;
}

/**
 * Mean of the month-end assets over the months of the window that have balances, whole minor units; who had nothing
 * in a month has 0 in it.
 */
function meanAssets(dataset: Dataset, window: Span): Float64Array {
  const sums = new Float64Array(customerCount(dataset) + 1);
  const facts = balanceFacts(dataset);
  if (facts === null) return sums;
  const bank = scopeOf(dataset);
  const lastMonth = balanceMonthAt(bank, window.to);
  const months = facts.months.filter(
    (month) => month >= monthOfDay(window.from) && month <= (lastMonth ?? -1),
  );
  for (const month of months) {
    eachAsset(bank, facts, month, (row) => {
      const customer = facts.customer.codes[row] as number;
      sums[customer] = (sums[customer] as number) + (facts.balances[row] as number);
    });
  }
  return sums.map((sum) => Math.round(sum / Math.max(1, months.length)));
}
