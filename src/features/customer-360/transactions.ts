import type { ResultBase } from '../task';
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
