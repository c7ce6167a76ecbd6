import { firstDayOfMonth, lastDayOfMonth, type Day, type Month } from '../base/calendar-day';
import { isNull, type Int32Column, type TextColumn } from '../columns/column';
import { dictionaryValues, type Dictionary } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { keyDimension, textDimension, type Dimension } from '../cube/dimension';
import { rowsByKey, type RowsByKey } from '../cube/rows-by-key';
import type { Dataset } from './dataset';
import { spanOf } from './months';
import { Memory } from './remember';

/** A text column ready for grouping; `names[place]` is the value, the last place (unknown) has none. */
export type Coded = Dimension & { readonly names: readonly string[] };

/** A day before all others: rows without a date. */
export const noDay: Day = -0x80000000;

/**
 * Transactions ready for loops. Customers and accounts are row numbers of their tables, the number after the last =
 * unknown.
 */
export type TransactionFacts = {
  readonly rowCount: number;
  readonly customer: Dimension;
  /** {@link noDay} where unknown. */
  readonly days: Int32Array;
  readonly isSorted: boolean;
  /** Minor units, signed, 0 where unknown. */
  readonly amounts: Float64Array;
  readonly product: Coded | null;
  readonly channel: Coded | null;
  readonly type: Coded | null;
  /** Null when no row has a date. */
  readonly month: (Dimension & { readonly first: Month; readonly last: Month }) | null;
};

export type BalanceFacts = {
  readonly rowCount: number;
  readonly customer: Dimension;
  readonly account: Dimension | null;
  readonly product: Coded | null;
  readonly balances: Float64Array;
  /** Months with balances, ascending. */
  readonly months: readonly Month[];
  readonly firstMonth: Month;
  readonly byMonth: RowsByKey;
};

export type AccountFacts = {
  readonly rowCount: number;
  readonly customer: Dimension;
  readonly product: Coded | null;
  /** {@link noDay} where unknown: open from the beginning. */
  readonly opened: Int32Array;
  /** {@link neverDay} where not closed. */
  readonly closed: Int32Array;
};

/** A day after all others: accounts that are not closed. */
export const neverDay: Day = 0x7fffffff;

const ofFrames = new Memory<Frame>();
const ofDictionaries = new Memory<Dictionary>();

/** All values of a dictionary, decoded once. */
export function textsOf(dictionary: Dictionary): readonly string[] {
  return ofDictionaries.of(dictionary, 'texts', () => dictionaryValues(dictionary));
}

export function codedOf(column: TextColumn): Coded {
  return { ...textDimension(column), names: textsOf(column.dictionary) };
}

function codedColumn(frame: Frame, name: string): Coded | null {
  const column = frame.columns[name];
  return column?.kind === 'text' ? codedOf(column) : null;
}

function keysOf(frame: Frame, name: string, size: number): Dimension {
  const column = frame.columns[name];
  if (column?.kind === 'int32') return keyDimension(column, size);
  return { codes: new Int32Array(frame.rowCount).fill(size), base: 0, size: size + 1, unknown: size };
}

const int32Of = (frame: Frame, name: string): Int32Column | null => {
  const column = frame.columns[name];
  return column?.kind === 'int32' ? column : null;
};

function daysOf(frame: Frame, name: string, missing: Day): Int32Array {
  const column = int32Of(frame, name);
  if (column === null) return new Int32Array(frame.rowCount).fill(missing);
  if (column.nulls === null) return column.values;
  return column.values.map((value, row) => (isNull(column.nulls, row) ? missing : value));
}

function amountsOf(frame: Frame, name: string): Float64Array {
  const column = frame.columns[name];
  return column?.kind === 'float64' ? column.values : new Float64Array(frame.rowCount);
}

function isAscending(values: Int32Array): boolean {
  for (let row = 1; row < values.length; row++) {
    if ((values[row] as number) < (values[row - 1] as number)) return false;
  }
  return true;
}

export const customerCount = (dataset: Dataset): number => dataset.tables['customer']?.rowCount ?? 0;

/** Null when the dataset has no transactions. */
export function transactionFacts(dataset: Dataset): TransactionFacts | null {
  const frame = dataset.tables['transaction'];
  if (frame === undefined || frame.rowCount === 0) return null;
  return ofFrames.of(frame, 'transaction facts', () => {
    const days = daysOf(frame, 'txn_date', noDay);
    const months = int32Of(frame, 'month');
    const span = months && spanOf(months);
    return {
      rowCount: frame.rowCount,
      customer: keysOf(frame, 'customer_key', customerCount(dataset)),
      days,
      isSorted: isAscending(days),
      amounts: amountsOf(frame, 'amount'),
      product: codedColumn(frame, 'product_code'),
      channel: codedColumn(frame, 'channel'),
      type: codedColumn(frame, 'type'),
      month:
        months && span ? { ...keyDimension(months, span.last - span.first + 1, span.first), ...span } : null,
    };
  });
}

/** Null when the dataset has no balances with a month. */
export function balanceFacts(dataset: Dataset): BalanceFacts | null {
  const frame = dataset.tables['balance'];
  return frame === undefined
    ? null
    : ofFrames.of(frame, 'balance facts', () => makeBalanceFacts(dataset, frame));
}

function makeBalanceFacts(dataset: Dataset, frame: Frame): BalanceFacts | null {
  const months = int32Of(frame, 'month');
  const span = months && spanOf(months);
  if (!months || !span || frame.columns['balance'] === undefined) return null;
  const byMonth = rowsByKey(keyDimension(months, span.last - span.first + 1, span.first));
  const all = Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index);
  const account = dataset.tables['account'];
  return {
    rowCount: frame.rowCount,
    customer: keysOf(frame, 'customer_key', customerCount(dataset)),
    account: account && frame.columns['account_key'] ? keysOf(frame, 'account_key', account.rowCount) : null,
    product: codedColumn(frame, 'product_code'),
    balances: amountsOf(frame, 'balance'),
    months: all.filter((_, index) => byMonth.starts[index] !== byMonth.starts[index + 1]),
    firstMonth: span.first,
    byMonth,
  };
}

/** Null when the dataset has no accounts. */
export function accountFacts(dataset: Dataset): AccountFacts | null {
  const frame = dataset.tables['account'];
  if (frame === undefined || frame.rowCount === 0) return null;
  return ofFrames.of(frame, 'account facts', () => ({
    rowCount: frame.rowCount,
    customer: keysOf(frame, 'customer_key', customerCount(dataset)),
    product: codedColumn(frame, 'product_code'),
    opened: daysOf(frame, 'open_date', noDay),
    closed: daysOf(frame, 'close_date', neverDay),
  }));
}

/** The rows of each customer in a fact table, in the order of the table. */
export function rowsByCustomer(
  dataset: Dataset,
  table: 'transaction' | 'balance' | 'account' | 'holder',
): RowsByKey | null {
  const frame = dataset.tables[table];
  if (frame === undefined || frame.columns['customer_key'] === undefined) return null;
  return ofFrames.of(frame, 'rows by customer', () =>
    rowsByKey(keysOf(frame, 'customer_key', customerCount(dataset))),
  );
}

/** The row of each customer id. */
export function customerRowOf(dataset: Dataset, customerId: string): number | null {
  const frame = dataset.tables['customer'];
  const ids = frame?.columns['customer_id'];
  if (!frame || ids?.kind !== 'text') return null;
  const rows = ofFrames.of(frame, 'rows by id', () => {
    const texts = textsOf(ids.dictionary);
    const found = new Map<string, number>();
    for (let row = frame.rowCount - 1; row >= 0; row--) {
      if (!isNull(ids.nulls, row)) found.set(texts[ids.codes[row] as number] as string, row);
    }
    return found;
  });
  return rows.get(customerId) ?? null;
}

/**
 * For each customer the day on which the relationship began: the customer's own open date, else the opening of its
 * first account, else its first transaction; {@link noDay} = not known.
 */
export function sinceDays(dataset: Dataset): Int32Array {
  const frame = dataset.tables['customer'];
  if (frame === undefined) return new Int32Array(0);
  return ofFrames.of(frame, 'since', () => {
    const since = daysOf(frame, 'open_date', neverDay).slice();
    const needed = since.map((day) => (day === neverDay ? 1 : 0));
    const lower = (customers: Dimension, days: Int32Array): void => {
      for (let row = 0; row < days.length; row++) {
        const customer = customers.codes[row] as number;
        const day = days[row] as number;
        if (needed[customer] === 1 && day !== noDay && day < (since[customer] as number))
          since[customer] = day;
      }
    };
    const account = accountFacts(dataset);
    const transaction = transactionFacts(dataset);
    if (needed.includes(1) && account) lower(account.customer, account.opened);
    for (let row = 0; row < since.length; row++) if (since[row] !== neverDay) needed[row] = 0;
    if (needed.includes(1) && transaction) lower(transaction.customer, transaction.days);
    return since.map((day) => (day === neverDay ? noDay : day));
  });
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): { from: Day; to: Day } {
  return { from: firstDayOfMonth(month), to: lastDayOfMonth(month) };
}
