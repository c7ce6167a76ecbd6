import { PairSet } from '../cube/pair-set';
import type { Selection } from '../cube/selection';
import { accountFacts, balanceFacts, customerCount, transactionFacts, type AccountFacts } from './facts';
import { flowsBy, flowsByCustomer, spanName } from './flows';
import type { Grouping } from './grouping';
import {
  accountsByCustomer,
  assetsByCustomer,
  balanceMonthAt,
  closingMonth,
  eachAsset,
  eachBalance,
  productsByCustomer,
  wasOpenIn,
} from './holdings';
import type { MetricId } from './measures';
import { countedCustomers, countedEarlier } from './members';
import type { Span } from './period';
import { ofScope, rowSpan, transactionsIn, type Scope } from './scope';

/** A measure by the places of a grouping. */
export type Measured = {
  /** Minor units or counts; NaN = not known. */
  readonly values: Float64Array;
  /** The measure of several places taken together; NaN = not known. */
  readonly together: (isWanted: (place: number) => boolean) => number;
};

/** When to measure: in the scope's own period, or in an earlier span. */
export type When = { readonly span: Span | null; readonly isEarlier: boolean };

export const now = (scope: Scope): When => ({ span: rowSpan(scope), isEarlier: false });

/**
 * A metric by the places of a grouping, or null when the data cannot tell or the tables of the metric do not carry the
 * grouping (balances have no channel).
 */
export function measureBy(scope: Scope, grouping: Grouping, metric: MetricId, when: When): Measured | null {
  return grouping.kind === 'customers'
    ? measureCustomers(scope, grouping, metric, when)
    : measureRows(scope, grouping, metric, when);
}

/** What adds up over places. */
export function additive(values: Float64Array): Measured {
  const together = (isWanted: (place: number) => boolean): number =>
    values.reduce((sum, value, place) => (isWanted(place) ? sum + value : sum), 0);
  return { values, together };
}

/** Sums a value per customer (and for rows without one) by place. */
function folded(size: number, places: Int32Array, values: ArrayLike<number>): Measured {
  const sums = new Float64Array(size);
  for (let customer = 0; customer < values.length; customer++) {
    const place = places[customer] as number;
    sums[place] = (sums[place] as number) + (values[customer] as number);
  }
  return additive(sums);
}

function closing(scope: Scope, when: When): number | null {
  if (!when.isEarlier || when.span === null) return closingMonth(scope);
  return balanceMonthAt(scope, when.span.to);
}

function measureCustomers(
  scope: Scope,
  grouping: Grouping & { kind: 'customers' },
  metric: MetricId,
  when: When,
): Measured | null {
  const { dataset } = scope;
  const { places, keys } = grouping;
  const fold = (values: ArrayLike<number>): Measured => folded(keys.length, places, values);
  const flows = () => (transactionFacts(dataset) === null ? null : flowsByCustomer(scope, when.span));
  switch (metric) {
    case 'customers': {
      const counted =
        when.isEarlier && when.span !== null
          ? countedEarlier(scope, when.span)
          : countedCustomers(scope, when.span);
      return counted && fold(counted);
    }
    case 'accounts':
      return accountFacts(dataset) && fold(accountsByCustomer(scope, when.span));
    case 'active': {
      const counts = flows()?.counts.subarray(0, -1);
      return counts ? fold(counts.map((rows) => (rows > 0 ? 1 : 0))) : null;
    }
    case 'aum': {
      const month = closing(scope, when);
      return month === null ? null : fold(assetsByCustomer(scope, month).values);
    }
    case 'products': {
      const held = productsByCustomer(scope, when.span?.to ?? null);
      return held && perHolder(keys.length, places, held.subarray(0, -1));
    }
    default: {
      const found = flows();
      return found && fold(flowValues(found, metric));
    }
  }
}

function flowValues(
  flows: { counts: Int32Array; positive: Float64Array; negative: Float64Array },
  metric: 'transactions' | 'inflow' | 'outflow' | 'netflow',
): Float64Array {
  if (metric === 'transactions') return Float64Array.from(flows.counts);
  if (metric === 'inflow') return flows.positive;
  if (metric === 'outflow') return flows.negative;
  return flows.positive.map((value, index) => value - (flows.negative[index] as number));
}

function perHolder(size: number, places: Int32Array, held: Int32Array): Measured {
  const sums = folded(size, places, held).values;
  const holders = folded(
    size,
    places,
    held.map((count) => (count > 0 ? 1 : 0)),
  ).values;
  const ratio = (sum: number, count: number): number => (count === 0 ? NaN : sum / count);
  return {
    values: sums.map((sum, place) => ratio(sum, holders[place] as number)),
    together: (isWanted) => ratio(additive(sums).together(isWanted), additive(holders).together(isWanted)),
  };
}

function measureRows(
  scope: Scope,
  grouping: Grouping & { kind: 'rows' },
  metric: MetricId,
  when: When,
): Measured | null {
  const { transaction, balance, account } = grouping;
  switch (metric) {
    case 'products':
      return null;
    case 'accounts':
      return account && accountsByPlace(scope, account.codes, account.size, when.span);
    case 'aum':
      return balance && assetsByPlace(scope, balance.codes, balance.size, closing(scope, when));
    case 'active':
      return (
        transaction && distinctCustomers(scope, { ...grouping, balance: null, account: null }, when.span)
      );
    case 'customers':
      return distinctCustomers(
        scope,
        scope.needsTransaction ? { ...grouping, balance: null, account: null } : grouping,
        when.span,
      );
    default:
      return (
        transaction && additive(flowValues(flowsBy(scope, grouping.name, transaction, when.span), metric))
      );
  }
}

function accountsByPlace(scope: Scope, codes: Int32Array, size: number, span: Span | null): Measured | null {
  const facts = accountFacts(scope.dataset);
  if (facts === null) return null;
  const counts = new Float64Array(size);
  eachAccount(scope, facts, span, (row) => {
    const place = codes[row] as number;
    counts[place] = (counts[place] as number) + 1;
  });
  return additive(counts);
}

function eachAccount(
  scope: Scope,
  facts: AccountFacts,
  span: Span | null,
  visit: (row: number) => void,
): void {
  const mask = scope.accountMask;
  for (let row = 0; row < facts.rowCount; row++) {
    if ((mask === null || mask[row] !== 0) && wasOpenIn(facts, row, span)) visit(row);
  }
}

function assetsByPlace(scope: Scope, codes: Int32Array, size: number, month: number | null): Measured | null {
  const facts = balanceFacts(scope.dataset);
  if (facts === null || month === null) return null;
  const sums = new Float64Array(size);
  eachAsset(scope, facts, month, (row) => {
    const place = codes[row] as number;
    sums[place] = (sums[place] as number) + (facts.balances[row] as number);
  });
  return additive(sums);
}

/** Customers with a row (transaction, monthly balance, account) at each place. */
function distinctCustomers(scope: Scope, grouping: Grouping & { kind: 'rows' }, span: Span | null): Measured {
  const { balance, account } = grouping;
  const tables = `${balance ? 'balance' : ''} ${account ? 'account' : ''}`;
  const set = ofScope(scope, `customers by ${grouping.name} ${tables} ${spanName(span)}`, () =>
    customersByPlace(scope, grouping, span),
  );
  return { values: Float64Array.from(set.counts()), together: (isWanted) => set.countTogether(isWanted) };
}

function customersByPlace(
  scope: Scope,
  { keys, transaction, balance, account }: Grouping & { kind: 'rows' },
  span: Span | null,
): PairSet {
  const { dataset } = scope;
  const set = new PairSet(keys.length, customerCount(dataset));
  const transactions = transactionFacts(dataset);
  if (transaction && transactions) set.add(transaction, transactions.customer, transactionsIn(scope, span));
  const accounts = accountFacts(dataset);
  if (account && accounts) set.add(account, accounts.customer, openAccounts(scope, accounts, span));
  const balances = balanceFacts(dataset);
  if (balance && balances) {
    eachBalance(scope, balances, span, (row) => {
      set.addPair(balance.codes[row] as number, balances.customer.codes[row] as number);
    });
  }
  return set;
}

function openAccounts(scope: Scope, facts: AccountFacts, span: Span | null): Selection {
  const mask = new Uint8Array(facts.rowCount);
  eachAccount(scope, facts, span, (row) => (mask[row] = 1));
  return { first: 0, last: facts.rowCount, mask };
}
