import { monthOfDay } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import {
  balanceFacts,
  customerCount,
  noDay,
  transactionFacts,
  type TransactionFacts,
} from '../../dataset/facts';
import { balanceMonthAt, eachAsset } from '../../dataset/holdings';
import type { Span } from '../../dataset/period';
import { Memory } from '../../dataset/remember';
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
  if (facts === null) return { lastDay, frequency, money };
  const { mask } = ownTransactions(dataset);
  const { days, amounts, customer } = facts;
  const { codes } = customer;
  const order = rowsInTime(facts);
  const inflow = new Float64Array(count + 1);
  const counted = new Int32Array(count + 1);
  // Rows come in order of time: the last of a customer's days is the last met, equal ones follow each other.
  const last = new Int32Array(count + 1).fill(noDay);
  const lastCounted = new Int32Array(count + 1).fill(noDay);
  const { from, to } = window;
  for (let at = 0; at < facts.rowCount; at++) {
    if (at % rowsAtATime === 0 && control.shouldYield()) await pause(control, 1 + at / facts.rowCount, 4);
    const row = order === null ? at : (order[at] as number);
    const day = days[row] as number;
    if (mask[row] === 0 || day === noDay || day > to) continue;
    const who = codes[row] as number;
    last[who] = day;
    if (day < from) continue;
    const amount = amounts[row] as number;
    if (amount > 0) inflow[who] = (inflow[who] as number) + amount;
    const time = frequencyBasis === 'months' ? monthOfDay(day) : day;
    if (frequencyBasis !== 'transactions' && lastCounted[who] === time) continue;
    lastCounted[who] = time;
    counted[who] = (counted[who] as number) + 1;
  }
  const values = moneyBasis === 'balance' ? meanAssets(dataset, window) : inflow;
  for (let who = 0; who < count; who++) {
    if (last[who] === noDay) continue;
    lastDay[who] = last[who] as number;
    frequency[who] = counted[who] as number;
    money[who] = values[who] as number;
  }
  return { lastDay, frequency, money };
}

/** Rows between two looks at the clock. */
const rowsAtATime = 65_536;

const ofFacts = new Memory<TransactionFacts>();

/** The rows by day; null = as they are. */
function rowsInTime(facts: TransactionFacts): Uint32Array | null {
  const { days, isSorted, rowCount } = facts;
  if (isSorted) return null;
  return ofFacts.of(facts, 'rows in time', () =>
    Uint32Array.from({ length: rowCount }, (_, row) => row).sort(
      (a, b) => (days[a] as number) - (days[b] as number),
    ),
  );
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
