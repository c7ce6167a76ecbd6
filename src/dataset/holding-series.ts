import type { Day } from '../base/calendar-day';
import { PairSet } from '../cube/pair-set';
import {
  accountFacts,
  balanceFacts,
  customerCount,
  transactionFacts,
  type AccountFacts,
  type Coded,
} from './facts';
import { spanOfBucket, type Buckets } from './flows';
import { eachBalance } from './holdings';
import { lowerBound } from './lower-bound';
import { transactionsIn, type Scope } from './scope';

/** A value for each bucket; null = the data cannot tell. */
export type Series = readonly (number | null)[];

export const emptySeries = (buckets: Buckets): Series => Array.from({ length: buckets.count }, () => null);

/** First and last day of each bucket, ascending. */
export function edgesOf(buckets: Buckets, last: Day): { starts: Int32Array; ends: Int32Array } {
  const spans = Array.from({ length: buckets.count }, (_, bucket) => spanOfBucket(buckets, bucket, last));
  return { starts: Int32Array.from(spans, ({ from }) => from), ends: Int32Array.from(spans, ({ to }) => to) };
}

/** Customers with a transaction, an open account or a balance in each bucket. */
export function customersWithRows(scope: Scope, buckets: Buckets, last: Day): Series {
  const { starts, ends } = edgesOf(buckets, last);
  const { dataset } = scope;
  const set = new PairSet(buckets.count, customerCount(dataset));
  const first = starts[0] ?? 0;
  const span = { from: first, to: ends.at(-1) ?? first - 1 };
  const transactions = transactionFacts(dataset);
  if (transactions) {
    const { first: begin, last: end, mask } = transactionsIn(scope, span);
    for (let row = begin; row < end; row++) {
      if (mask !== null && mask[row] === 0) continue;
      set.addPair(
        lowerBound(ends, transactions.days[row] as number),
        transactions.customer.codes[row] as number,
      );
    }
  }
  eachOpening(scope, starts, ends, (row, from, to, owner) => {
    for (let bucket = from; bucket < to; bucket++) set.addPair(bucket, owner);
  });
  const balances = balanceFacts(dataset);
  if (balances) {
    eachBalance(scope, balances, span, (row, month) => {
      set.addPair(buckets.of[month - buckets.first] as number, balances.customer.codes[row] as number);
    });
  }
  return [...set.counts()];
}

/** Calls `visit` with each account and the buckets `from` … `to` − 1 in which it was open on some day. */
function eachOpening(
  scope: Scope,
  starts: Int32Array,
  ends: Int32Array,
  visit: (row: number, from: number, to: number, owner: number) => void,
): void {
  const facts = accountFacts(scope.dataset);
  if (facts === null) return;
  const mask = scope.accountMask;
  for (let row = 0; row < facts.rowCount; row++) {
    if (mask !== null && mask[row] === 0) continue;
    const from = lowerBound(ends, facts.opened[row] as number);
    const to = lowerBound(starts, (facts.closed[row] as number) + 1);
    visit(row, from, to, facts.customer.codes[row] as number);
  }
}

/** Accounts that were open on some day of each bucket. */
export function accountsIn(scope: Scope, buckets: Buckets, last: Day): Series {
  if (accountFacts(scope.dataset) === null) return emptySeries(buckets);
  const { starts, ends } = edgesOf(buckets, last);
  const changes = new Float64Array(ends.length + 1);
  eachOpening(scope, starts, ends, (_, from, to) => {
    if (from >= to) return;
    changes[from] = (changes[from] as number) + 1;
    changes[to] = (changes[to] as number) - 1;
  });
  let open = 0;
  return Array.from(ends, (_, bucket) => (open += changes[bucket] as number));
}

/** Buckets that fit into the bits of one whole number. */
const bits = 31;

/** Products per holder at the end of each bucket: one pass over the accounts for every {@link bits} buckets. */
export function productsAt(scope: Scope, buckets: Buckets, last: Day): Series {
  const facts = accountFacts(scope.dataset);
  const product = facts?.product;
  if (!facts || !product) return emptySeries(buckets);
  const { ends } = edgesOf(buckets, last);
  const series: (number | null)[] = [];
  for (let first = 0; first < ends.length; first += bits) {
    series.push(...productsAtDays(scope, facts, product, ends.subarray(first, first + bits)));
  }
  return series;
}

function productsAtDays(scope: Scope, facts: AccountFacts, product: Coded, days: Int32Array): Series {
  const pairs = new Int32Array(customerCount(scope.dataset) * product.size);
  const holders = new Int32Array(customerCount(scope.dataset));
  const mask = scope.accountMask;
  for (let row = 0; row < facts.rowCount; row++) {
    const customer = facts.customer.codes[row] as number;
    const code = product.codes[row] as number;
    if ((mask !== null && mask[row] === 0) || code === product.unknown || customer >= holders.length)
      continue;
    // Open at the end of a day: opened on or before it, closed after it.
    const from = lowerBound(days, facts.opened[row] as number);
    const to = lowerBound(days, facts.closed[row] as number);
    if (from >= to) continue;
    const open = (2 ** to - 2 ** from) | 0;
    const pair = customer * product.size + code;
    pairs[pair] = (pairs[pair] as number) | open;
    holders[customer] = (holders[customer] as number) | open;
  }
  const held = countBits(pairs, days.length);
  return countBits(holders, days.length).map((count, day) =>
    count === 0 ? null : (held[day] as number) / count,
  );
}

/** How many numbers have each bit set. */
function countBits(numbers: Int32Array, length: number): readonly number[] {
  const counts = new Array<number>(length).fill(0);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    if (number === 0) continue;
    for (let bit = 0; bit < length; bit++) counts[bit] = (counts[bit] as number) + ((number >>> bit) & 1);
  }
  return counts;
}
