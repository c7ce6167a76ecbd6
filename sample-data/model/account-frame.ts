import { firstDayOfMonth, lastDayOfMonth, monthOfDay, type Day } from '../../src/base/calendar-day';
import { emptyBitmap, setNull, type Column, type Int32Column } from '../../src/columns/column';
import { dictionaryOf, type Dictionary } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import type { Bank } from './bank';
import { LAST_MONTH } from './calendar';
import { PRODUCT, products } from './codes';
import { LEAVE } from './membership';
import { branches } from './organisation';
import { textColumnOf } from './text-columns';

/** Months without a booking after which the bank calls an account dormant. */
const MONTHS_UNTIL_DORMANT = 6;
const STATUS = ['active', 'dormant', 'closed'] as const;

/** One row per account; the balance is that of the last day. Accounts that would open after it are not there. */
export function accountFrame(bank: Bank, numbers: Dictionary, customers: Dictionary): Frame {
  const { accounts, population, membership } = bank;
  const { count } = accounts;
  const row = Uint32Array.from({ length: count }, (_, account) => account);
  const codes = (of: (account: number) => number, values: Dictionary): Column =>
    textColumnOf(
      row.map((account) => of(account)),
      count,
      values,
    );
  const sleeps = (i: number): boolean =>
    (membership.reason[i] === LEAVE.dormant || membership.reason[i] === LEAVE.transferred) &&
    membership.returnMonth[i] === bank.months.length &&
    bank.months.length - (membership.leaveMonth[i] as number) > MONTHS_UNTIL_DORMANT;
  const status = (account: number): number => {
    if (accounts.closeDay[account] !== 0) return 2;
    const owner = accounts.owner[account] as number;
    return population.activity[owner] === 0 || sleeps(owner) ? 1 : 0;
  };
  return {
    name: 'account',
    rowCount: count,
    columns: {
      account_id: textColumnOf(row, count, numbers),
      customer_id: textColumnOf(accounts.owner, count, customers),
      product_code: codes(
        (account) => accounts.product[account] as number,
        dictionaryOf(products.map((product) => product.code)),
      ),
      currency: codes(() => 0, dictionaryOf(['CNY'])),
      balance: { kind: 'float64', values: accounts.balance.slice(), nulls: null },
      rate: withoutZeros(accounts.rate),
      term_months: withoutZeros(Float64Array.from(accounts.term)),
      open_date: { kind: 'int32', values: accounts.openDay.slice(), nulls: null },
      maturity_date: maturities(bank),
      close_date: daysOrNull(accounts.closeDay),
      status: codes(status, dictionaryOf(STATUS)),
      branch_id: codes(
        (account) => population.branch[accounts.owner[account] as number] as number,
        dictionaryOf(branches.map((branch) => branch.id)),
      ),
    },
  };
}

function withoutZeros(values: Float64Array): Column {
  const nulls = emptyBitmap(values.length);
  values.forEach((value, row) => {
    if (value === 0) setNull(nulls, row);
  });
  return { kind: 'float64', values: values.slice(), nulls: values.includes(0) ? nulls : null };
}

function daysOrNull(values: Int32Array): Int32Column {
  const nulls = emptyBitmap(values.length);
  values.forEach((value, row) => {
    if (value === 0) setNull(nulls, row);
  });
  return { kind: 'int32', values: values.slice(), nulls: values.includes(0) ? nulls : null };
}

/** Loans: the end of the term. Term deposits and credit lines of companies: the next end, for they roll over. */
function maturities(bank: Bank): Int32Column {
  const { accounts } = bank;
  const lastDay = firstDayOfMonth(LAST_MONTH + 1) - 1;
  const days = new Int32Array(accounts.count);
  for (let account = 0; account < accounts.count; account++) {
    const term = accounts.term[account] as number;
    if (term === 0) continue;
    const product = accounts.product[account];
    const rolls = product === PRODUCT.term_deposit || product === PRODUCT.corporate_loan;
    const opened = accounts.openDay[account] as number;
    let day = monthsLater(opened, term);
    for (let n = 2; rolls && day <= lastDay; n++) day = monthsLater(opened, n * term);
    days[account] = day;
  }
  return daysOrNull(days);
}

/** The same day of a later month, or the last day of that month. */
function monthsLater(day: Day, months: number): Day {
  const month = monthOfDay(day) + months;
  return Math.min(firstDayOfMonth(month) + day - firstDayOfMonth(monthOfDay(day)), lastDayOfMonth(month));
}
