import { isoDay } from '../../base/calendar-day';
import { checkOneOf, checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { rowsOf } from '../../cube/rows-by-key';
import { moneyAt, numberAt, textAt, timeText } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { noDay, rowsByCustomer, transactionFacts, type TransactionFacts } from '../../dataset/facts';
import { hasDirection } from '../../dataset/flows';
import { warningsOf } from '../../dataset/query-warnings';
import { rowSpan, type Scope } from '../../dataset/scope';
import { pause, resultBase, type ResultBase } from '../task';
import { customerDefaults, customerScope } from './customer-scope';
import type { CustomerParameters } from './profile';

export type TransactionSort = 'date' | 'amount' | 'balanceAfter' | 'type' | 'channel';

export type TransactionsParameters = CustomerParameters & {
  /** Default `-date`: the newest first. */
  readonly sort?: TransactionSort | `-${TransactionSort}`;
  readonly offset?: number;
  /** Part of the summary, the counterparty's name or account, or the transaction's number. */
  readonly search?: string;
};

export type TransactionRow = {
  /** Row in the table: names a transaction that has no number (`txn=` in the link takes either). */
  readonly row: number;
  readonly txnId: string | null;
  readonly date: string | null;
  /** `09:30:00` */
  readonly time: string | null;
  /** Signed: money in is positive. */
  readonly amount: number | null;
  readonly balanceAfter: number | null;
  readonly type: string | null;
  readonly channel: string | null;
  readonly productCode: string | null;
  readonly summary: string | null;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly accountId: string | null;
};

export type TransactionsResult = ResultBase & {
  /** Transactions under the filters and the search, over all pages. */
  readonly total: number;
  readonly inflow: number;
  readonly outflow: number | null;
  readonly offset: number;
  readonly rows: readonly TransactionRow[];
};

export const transactionsDefaults = {
  ...customerDefaults,
  sort: '-date',
  offset: 0,
  search: '',
} as const;

const sorts: readonly TransactionSort[] = ['date', 'amount', 'balanceAfter', 'type', 'channel'];
const defaultLimit = 100;
const searched = ['summary', 'counterparty_name', 'counterparty_acct', 'txn_id'] as const;

/**
 * Which transactions does a customer have in the period? One page of them; selections of other cards (month, type,
 * channel, product, direction) restrict them, other filters do not. Money in major units, signed. n = transactions
 * under period, selections and search.
 *
 * @throws task.bad-parameters
 */
export async function transactions(
  dataset: Dataset,
  parameters: TransactionsParameters,
  control: Control,
): Promise<TransactionsResult> {
  const given = { ...transactionsDefaults, ...parameters };
  const offset = checkWhole('offset', given.offset, 0, Number.MAX_SAFE_INTEGER);
  const limit = checkWhole('limit', given.limit ?? defaultLimit, 0, 1_000_000);
  const search = checkText('search', given.search).trim().toLowerCase();
  const sort = checkText('sort', given.sort);
  checkOneOf('sort', sort.replace(/^-/, ''), sorts);
  const { scope, row, warnings } = customerScope(dataset, parameters, true);
  await pause(control, 1, 1);
  const facts = transactionFacts(dataset);
  const rows = facts === null || row === null ? [] : rowsOfCustomer(scope, facts, row, search);
  if (facts) sortRows(dataset, facts, rows, sort);
  let [inflow, outflow] = [0, 0];
  for (const at of rows) {
    const amount = facts?.amounts[at] ?? 0;
    if (amount > 0) inflow += amount;
    else outflow -= amount;
  }
  return {
    ...resultBase(scope, rows.length, [...warnings, ...warningsOf(scope, ['transactions'])]),
    total: rows.length,
    inflow: majorOf(inflow, dataset.minorPerMajor),
    outflow: hasDirection(scope) ? majorOf(outflow, dataset.minorPerMajor) : null,
    offset,
    rows: rows.slice(offset, offset + limit).map((at) => transactionRow(dataset, at)),
  };
}

function rowsOfCustomer(scope: Scope, facts: TransactionFacts, customer: number, search: string): number[] {
  const index = rowsByCustomer(scope.dataset, 'transaction');
  if (index === null) return [];
  const frame = scope.dataset.tables['transaction'];
  const span = rowSpan(scope);
  const mask = scope.transactionMask;
  const matches = (row: number): boolean =>
    search === '' ||
    searched.some((field) => textAt(frame, field, row)?.toLowerCase().includes(search) ?? false);
  return Array.from(rowsOf(index, customer)).filter((row) => {
    const day = facts.days[row] as number;
    const isInPeriod = span === null || (day >= span.from && day <= span.to);
    return isInPeriod && (mask === null || mask[row] !== 0) && matches(row);
  });
}

/** Sorts in place; unknown values last, equal ones in the order of booking (day, time, place in the file). */
function sortRows(dataset: Dataset, facts: TransactionFacts, rows: number[], sort: string): void {
  const frame = dataset.tables['transaction'];
  const sign = sort.startsWith('-') ? -1 : 1;
  const booked = (a: number, b: number): number =>
    (facts.days[a] as number) - (facts.days[b] as number) ||
    (numberAt(frame, 'txn_time', a) ?? 0) - (numberAt(frame, 'txn_time', b) ?? 0) ||
    a - b;
  const name = sort.replace(/^-/, '');
  if (name === 'date') {
    const isKnown = (row: number): number => (facts.days[row] === noDay ? 1 : 0);
    rows.sort((a, b) => isKnown(a) - isKnown(b) || sign * booked(a, b));
    return;
  }
  const key = (row: number): string | number | null => {
    if (name === 'amount') return numberAt(frame, 'amount', row);
    if (name === 'balanceAfter') return numberAt(frame, 'balance_after', row);
    return textAt(frame, name, row);
  };
  const keys = new Map(rows.map((row) => [row, key(row)]));
  rows.sort((a, b) => {
    const [left, right] = [keys.get(a) ?? null, keys.get(b) ?? null];
    if (left === null || right === null)
      return (left === null ? 1 : 0) - (right === null ? 1 : 0) || booked(a, b);
    return left === right ? booked(a, b) : left < right ? -sign : sign;
  });
}

function transactionRow(dataset: Dataset, row: number): TransactionRow {
  const frame = dataset.tables['transaction'];
  const account = numberAt(frame, 'account_key', row);
  const day = numberAt(frame, 'txn_date', row);
  const time = numberAt(frame, 'txn_time', row);
  return {
    row,
    txnId: textAt(frame, 'txn_id', row),
    date: day === null ? null : isoDay(day),
    time: time === null ? null : timeText(time),
    amount: moneyAt(dataset, frame, 'amount', row),
    balanceAfter: moneyAt(dataset, frame, 'balance_after', row),
    type: textAt(frame, 'type', row),
    channel: textAt(frame, 'channel', row),
    productCode: textAt(frame, 'product_code', row),
    summary: textAt(frame, 'summary', row),
    counterpartyName: textAt(frame, 'counterparty_name', row),
    counterpartyAccount: textAt(frame, 'counterparty_acct', row),
    accountId:
      account === null
        ? textAt(frame, 'account_id', row)
        : textAt(dataset.tables['account'], 'account_id', account),
  };
}
