import { lastDayOfMonth, monthOfDay, firstDayOfMonth, type Month } from '../base/calendar-day';
import type { Dimension } from '../cube/dimension';
import { groupSigned, type SignedTotals } from '../cube/group-signed';
import { PairSet } from '../cube/pair-set';
import { customerCount, noDay, transactionFacts } from './facts';
import type { Span } from './period';
import { ofScope, transactionsIn, type Scope } from './scope';

const nothing = (size: number): SignedTotals => ({
  counts: new Int32Array(size),
  positive: new Float64Array(size),
  negative: new Float64Array(size),
});

export const spanName = (span: Span | null): string =>
  span === null ? 'whole' : `${String(span.from)} ${String(span.to)}`;

/**
 * Transactions, inflow and outflow of each customer in a span (null = on any day), minor units; the place after the
 * last customer holds those without a customer.
 */
export function flowsByCustomer(scope: Scope, span: Span | null): SignedTotals {
  return ofScope(scope, `flows ${spanName(span)}`, () => {
    const facts = transactionFacts(scope.dataset);
    if (facts === null) return nothing(customerCount(scope.dataset) + 1);
    return groupSigned(facts.customer, facts.amounts, transactionsIn(scope, span));
  });
}

/** The same by the places of another dimension of the transactions, known by a name. */
export function flowsBy(scope: Scope, name: string, dimension: Dimension, span: Span | null): SignedTotals {
  const facts = transactionFacts(scope.dataset);
  if (facts === null) return nothing(dimension.size);
  return ofScope(scope, `flows by ${name} ${spanName(span)}`, () =>
    groupSigned(dimension, facts.amounts, transactionsIn(scope, span)),
  );
}

/** Consecutive months, quarters or years: month `first + i` lies in bucket `of[i]`. */
export type Buckets = { readonly first: Month; readonly of: Int32Array; readonly count: number };

export type BucketFlows = SignedTotals & { readonly active: Int32Array };

/** Days of a bucket, cut at `last`. */
export function spanOfBucket(buckets: Buckets, bucket: number, last: number): Span {
  const begin = buckets.of.indexOf(bucket);
  const end = buckets.of.lastIndexOf(bucket);
  return {
    from: firstDayOfMonth(buckets.first + begin),
    to: Math.min(last, lastDayOfMonth(buckets.first + end)),
  };
}

/**
 * Flows and customers with a transaction in each bucket, up to the day `last`, in one pass over the rows.
 *
 * @returns arrays of `buckets.count`; null when the transactions have no dates
 */
export function flowsByBucket(scope: Scope, buckets: Buckets, last: number): BucketFlows | null {
  const facts = transactionFacts(scope.dataset);
  if (facts === null || facts.month === null || buckets.count === 0) return null;
  const { month } = facts;
  const selection = transactionsIn(scope, { from: firstDayOfMonth(buckets.first), to: last });
  const monthsUntilLast = monthOfDay(last) - buckets.first + 1;
  const members = customerCount(scope.dataset);
  const set = new PairSet(monthsUntilLast, members);
  const local = { ...month, base: buckets.first };
  set.add(local, facts.customer, selection);
  const totals = groupSigned({ ...local, size: monthsUntilLast }, facts.amounts, selection);
  return {
    counts: Int32Array.from(foldMonths(totals.counts, buckets)),
    positive: foldMonths(totals.positive, buckets),
    negative: foldMonths(totals.negative, buckets),
    active: activeIn(set, buckets),
  };
}

function foldMonths(values: ArrayLike<number>, buckets: Buckets): Float64Array {
  const folded = new Float64Array(buckets.count);
  buckets.of.forEach((bucket, index) => {
    folded[bucket] = (folded[bucket] as number) + (values[index] ?? 0);
  });
  return folded;
}

function activeIn(set: PairSet, buckets: Buckets): Int32Array {
  const isByMonth = buckets.count === buckets.of.length;
  const counts = set.counts();
  return Int32Array.from({ length: buckets.count }, (_, bucket) => {
    if (isByMonth) return counts[bucket] ?? 0;
    return set.countTogether((month) => buckets.of[month] === bucket);
  });
}

/** Day of each customer's last transaction in the scope's rows up to a day; {@link noDay} = none. */
export function lastDays(scope: Scope, last: number): Int32Array {
  return ofScope(scope, `last days ${String(last)}`, () => {
    const found = new Int32Array(customerCount(scope.dataset) + 1).fill(noDay);
    const facts = transactionFacts(scope.dataset);
    if (facts === null) return found;
    const { first, last: end, mask } = transactionsIn(scope, { from: noDay + 1, to: last });
    const { codes } = facts.customer;
    for (let row = first; row < end; row++) {
      if (mask !== null && mask[row] === 0) continue;
      const customer = codes[row] as number;
      const day = facts.days[row] as number;
      if (day > (found[customer] as number)) found[customer] = day;
    }
    return found;
  });
}

/** Whether amounts have a direction; without one everything counts as inflow. */
export function hasDirection(scope: Scope): boolean {
  return !scope.dataset.assumptions.some((one) => one.code === 'direction.all-inflow');
}
