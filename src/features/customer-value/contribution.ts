import { lastDayOfMonth, type Day, type Month } from '../../base/calendar-day';
import { isNull, type Column } from '../../columns/column';
import { isAssetProduct } from '../../dataset/assets';
import { balanceFacts, customerCount, noDay, transactionFacts } from '../../dataset/facts';
import { eachBalance } from '../../dataset/holdings';
import { transactionsIn, type Scope } from '../../dataset/scope';

/** Days of a year of interest (methods.md §3, day base). */
const dayBase = 360;

export type Contribution = {
  /** Minor units, one per customer. */
  readonly values: Float64Array;
  /** Accounts with balances whose rate or transfer price is not known: they count nothing. */
  readonly accountsLeftOut: number;
};

/**
 * What each customer has contributed up to a day, before costs, losses and capital: the interest margin of each month's
 * balance against the transfer price of its account, and fees. Null where no account has balances, a rate and a transfer
 * price.
 *
 * Source: methods.md §3 (NII_loan, NII_deposit, fees). O(balances + transactions)
 */
export function contributionUntil(scope: Scope, last: Day): Contribution | null {
  const { dataset } = scope;
  const columns = dataset.tables['account']?.columns ?? {};
  const [rate, price] = [columns['rate'], columns['ftp_rate']];
  const facts = balanceFacts(dataset);
  const accounts = facts?.account;
  if (facts === null || !accounts || rate === undefined || price === undefined) return null;
  const values = new Float64Array(customerCount(dataset));
  const isLoan = facts.product?.names.map((name) => !isAssetProduct(name)) ?? [];
  const leftOut = new Set<number>();
  let known = 0;
  eachBalance(scope, facts, { from: Math.min(last, dataset.firstDay ?? last), to: last }, (row, month) => {
    const customer = facts.customer.codes[row] as number;
    const account = accounts.codes[row] as number;
    if (customer >= values.length || account === accounts.unknown) return;
    const spread = spreadOf(rate, price, account);
    if (spread === null) {
      leftOut.add(account);
      return;
    }
    known++;
    const balance = facts.balances[row] as number;
    const isLent = isLoan[facts.product?.codes[row] ?? -1] === true;
    const margin = (isLent ? Math.abs(balance) * spread : balance * -spread) * (daysOf(month) / dayBase);
    values[customer] = (values[customer] as number) + margin;
  });
  if (known === 0) return null;
  addFees(scope, last, values);
  return { values: values.map(Math.round), accountsLeftOut: leftOut.size };
}

/** The customer's rate less the transfer price; null when one of them is not known. */
function spreadOf(rate: Column, price: Column, account: number): number | null {
  if (rate.kind !== 'float64' || price.kind !== 'float64') return null;
  if (isNull(rate.nulls, account) || isNull(price.nulls, account)) return null;
  return (rate.values[account] as number) - (price.values[account] as number);
}

function daysOf(month: Month): number {
  return lastDayOfMonth(month) - lastDayOfMonth(month - 1);
}

function addFees(scope: Scope, last: Day, values: Float64Array): void {
  const facts = transactionFacts(scope.dataset);
  const place = facts?.type?.names.indexOf('fee') ?? -1;
  if (facts === null || place < 0) return;
  const { first, last: end, mask } = transactionsIn(scope, { from: noDay + 1, to: last });
  for (let row = first; row < end; row++) {
    if ((mask !== null && mask[row] === 0) || facts.type?.codes[row] !== place) continue;
    const customer = facts.customer.codes[row] as number;
    if (customer < values.length)
      values[customer] = (values[customer] as number) - (facts.amounts[row] as number);
  }
}
