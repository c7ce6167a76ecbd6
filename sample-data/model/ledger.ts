import { orderOfKeys } from '../../src/base/sort';
import type { Accounts } from './accounts';
import type { SampleMonth } from './calendar';
import { ASSET_COUNT, PRODUCT, PRODUCT_COUNT } from './codes';

const SECONDS_OF_DAY = 86_400;

/** Bookings in columns; only the first `count` entries count. Codes are numbers of the model. */
export type Bookings = {
  count: number;
  account: Uint32Array;
  day: Int32Array;
  second: Int32Array;
  amount: Float64Array;
  balanceAfter: Float64Array;
  type: Uint8Array;
  channel: Uint8Array;
  counterparty: Int32Array;
};

/** Month-end balances in columns; only the first `count` entries count. */
export type MonthlyBalances = {
  count: number;
  account: Uint32Array;
  month: Int32Array;
  balance: Float64Array;
  average: Float64Array;
};

function makeBookings(capacity: number): Bookings {
  return {
    count: 0,
    account: new Uint32Array(capacity),
    day: new Int32Array(capacity),
    second: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    balanceAfter: new Float64Array(capacity),
    type: new Uint8Array(capacity),
    channel: new Uint8Array(capacity),
    counterparty: new Int32Array(capacity),
  };
}

function makeBalances(capacity: number): MonthlyBalances {
  return {
    count: 0,
    account: new Uint32Array(capacity),
    month: new Int32Array(capacity),
    balance: new Float64Array(capacity),
    average: new Float64Array(capacity),
  };
}

function grow<T extends Record<string, unknown>>(
  columns: T,
  make: (capacity: number) => T,
  needed: number,
): void {
  const larger = make(needed);
  for (const [name, column] of Object.entries(columns)) {
    if (!ArrayBuffer.isView(column)) continue;
    const target = larger[name] as Float64Array;
    target.set(column as Float64Array);
    (columns as Record<string, unknown>)[name] = target;
  }
}

/**
 * The bank's book. The only place that changes a balance: what it records and what accounts hold agree to the fen.
 * Bookings of one account must come in order of time within a month; months come in order.
 */
export class Ledger {
  readonly bookings: Bookings;
  readonly balances: MonthlyBalances;
  readonly #accounts: Accounts;
  readonly #month: Bookings;
  /** Balance × days held so far this month, and the day since which the balance has stood. */
  readonly #balanceDays: Float64Array;
  readonly #since: Uint8Array;

  constructor(accounts: Accounts, months: number, customers: number) {
    this.#accounts = accounts;
    this.#month = makeBookings(customers * 4 + 1024);
    this.bookings = makeBookings(Math.ceil(customers * months * 2.3) + 1024);
    this.balances = makeBalances(accounts.count * months);
    this.#balanceDays = new Float64Array(accounts.count);
    this.#since = new Uint8Array(accounts.count);
  }

  /**
   * Books `amount` (minor units, positive = to the account's good) on `account`.
   *
   * @param second second of the month
   */
  book(
    account: number,
    second: number,
    amount: number,
    type: number,
    channel: number,
    counterparty: number,
  ): void {
    const { balance, product } = this.#accounts;
    const day = Math.floor(second / SECONDS_OF_DAY);
    const before = balance[account] as number;
    const held = day - (this.#since[account] as number);
    this.#balanceDays[account] = (this.#balanceDays[account] as number) + before * held;
    this.#since[account] = day;
    const after = (product[account] as number) < ASSET_COUNT ? before + amount : before - amount;
    balance[account] = after;
    const rows = this.#month;
    if (rows.count === rows.account.length) grow(rows, makeBookings, rows.count * 2);
    const row = rows.count++;
    rows.account[row] = account;
    rows.second[row] = second;
    rows.amount[row] = amount;
    rows.balanceAfter[row] = after;
    rows.type[row] = type;
    rows.channel[row] = channel;
    rows.counterparty[row] = counterparty;
  }

  /** Revalues wealth products and funds, puts the month's bookings in order of time, and records every balance. */
  closeMonth(month: SampleMonth, wealthReturn: number, fundReturn: number): void {
    this.#append(month);
    this.#revalue(month, PRODUCT.wealth, wealthReturn);
    this.#revalue(month, PRODUCT.fund, fundReturn);
    this.#recordBalances(month);
  }

  #append(month: SampleMonth): void {
    const from = this.#month;
    const to = this.bookings;
    const needed = to.count + from.count;
    if (needed > to.account.length) grow(to, makeBookings, Math.ceil(needed * 1.3));
    const order = orderOfKeys(from.second, from.count);
    let next = to.count;
    for (const row of order) {
      const second = from.second[row] as number;
      const day = Math.floor(second / SECONDS_OF_DAY);
      to.account[next] = from.account[row] as number;
      to.day[next] = month.firstDay + day;
      to.second[next] = second - day * SECONDS_OF_DAY;
      to.amount[next] = from.amount[row] as number;
      to.balanceAfter[next] = from.balanceAfter[row] as number;
      to.type[next] = from.type[row] as number;
      to.channel[next] = from.channel[row] as number;
      to.counterparty[next] = from.counterparty[row] as number;
      next++;
    }
    to.count = next;
    from.count = 0;
  }

  #revalue(month: SampleMonth, product: number, rate: number): void {
    const { of, balance } = this.#accounts;
    for (let at = product; at < of.length; at += PRODUCT_COUNT) {
      const account = of[at] as number;
      if (account < 0 || balance[account] === 0) continue;
      const before = balance[account] as number;
      const held = month.days - 1 - (this.#since[account] as number);
      this.#balanceDays[account] = (this.#balanceDays[account] as number) + before * held;
      this.#since[account] = month.days - 1;
      balance[account] = before + Math.floor(before * rate + 0.5);
    }
  }

  #recordBalances(month: SampleMonth): void {
    const { count, openMonth, closeDay, balance } = this.#accounts;
    const rows = this.balances;
    let row = rows.count;
    for (let account = 0; account < count; account++) {
      const held = month.days - (this.#since[account] as number);
      const balanceDays = (this.#balanceDays[account] as number) + (balance[account] as number) * held;
      this.#balanceDays[account] = 0;
      this.#since[account] = 0;
      const closed = closeDay[account] as number;
      if ((openMonth[account] as number) > month.index || (closed > 0 && closed < month.firstDay)) continue;
      rows.account[row] = account;
      rows.month[row] = month.month;
      rows.balance[row] = balance[account] as number;
      rows.average[row] = Math.floor(balanceDays / month.days + 0.5);
      row++;
    }
    rows.count = row;
  }
}
