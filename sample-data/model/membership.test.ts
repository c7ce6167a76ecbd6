import { describe, expect, it } from 'vitest';
import { firstDayOfMonth, monthOfDay } from '../../src/base/calendar-day';
import { silentControl } from '../../src/base/control';
import { isNull } from '../../src/columns/column';
import { dictionaryValue } from '../../src/columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../../src/columns/frame';
import { drawHidden } from './hidden';
import { LEAVE } from './membership';
import { makeSampleBank } from './sample-bank';

const options = { customers: 4000, months: 24, seed: 11 };

const reader = (frame: Frame | undefined, name: string): ((row: number) => string) => {
  if (!frame) throw new Error('no frame');
  const column = textColumn(frame, name);
  return (row) => dictionaryValue(column.dictionary, column.codes[row] ?? 0);
};

describe('leaving', async () => {
  const frames = await makeSampleBank(options, silentControl);
  const { population, membership } = drawHidden(options);
  const { customer, account, transaction, balance } = frames;
  if (!customer || !account || !transaction || !balance) throw new Error('a table is missing');
  const customerOf = reader(customer, 'customer_id');
  const ids = new Map(Array.from({ length: customer.rowCount }, (_, row) => [customerOf(row), row]));
  const rowsBy = (frame: Frame): readonly number[] => {
    const owner = reader(frame, 'customer_id');
    return Array.from({ length: frame.rowCount }, (_, row) => ids.get(owner(row)) ?? -1);
  };
  const lastMonth = Math.max(...new Set(int32Column(balance, 'month').values));
  const monthOfLeaving = (i: number): number =>
    lastMonth - options.months + 1 + (membership.leaveMonth[i] ?? 0);
  const monthOfReturn = (i: number): number =>
    lastMonth - options.months + 1 + (membership.returnMonth[i] ?? 0);
  const leavers = (reason: number): readonly number[] =>
    Array.from(membership.reason.keys()).filter((i) => membership.reason[i] === reason);

  it('happens for each reason', () => {
    for (const reason of [LEAVE.closed, LEAVE.dormant, LEAVE.transferred, LEAVE.salaryMoved]) {
      expect(leavers(reason).length).toBeGreaterThan(20);
    }
  });

  it('by closing closes all accounts within the month of leaving, and nobody else closes the last one', () => {
    const closed = int32Column(account, 'close_date');
    const open = new Uint8Array(customer.rowCount);
    rowsBy(account).forEach((i, row) => {
      if (isNull(closed.nulls, row)) open[i] = 1;
      else if (membership.reason[i] === LEAVE.closed) {
        expect(closed.values[row]).toBeLessThan(firstDayOfMonth(monthOfLeaving(i) + 1));
      }
    });
    open.forEach((isOpen, i) => {
      expect(isOpen === 0).toBe(membership.reason[i] === LEAVE.closed);
    });
  });

  it('by falling asleep or moving everything ends all bookings but those of loans and cards', () => {
    const types = reader(transaction, 'type');
    const days = int32Column(transaction, 'txn_date').values;
    rowsBy(transaction).forEach((i, row) => {
      const reason = membership.reason[i];
      if (reason !== LEAVE.dormant && reason !== LEAVE.transferred) return;
      const month = monthOfDay(days[row] ?? 0);
      if (month <= monthOfLeaving(i) || month >= monthOfReturn(i)) return;
      expect(['loan_repayment', 'transfer_in', 'interest']).toContain(types(row));
    });
  });

  it('by moving the salary ends the salary in that month', () => {
    const types = reader(transaction, 'type');
    const days = int32Column(transaction, 'txn_date').values;
    const before = new Set<number>();
    rowsBy(transaction).forEach((i, row) => {
      if (membership.reason[i] !== LEAVE.salaryMoved || types(row) !== 'salary') return;
      const month = monthOfDay(days[row] ?? 0);
      expect(month < monthOfLeaving(i) || month >= monthOfReturn(i)).toBe(true);
      if (month < monthOfLeaving(i)) before.add(i);
    });
    expect(before.size).toBeGreaterThan(20);
  });

  it('takes the money along, except from those who fall asleep', () => {
    const months = int32Column(balance, 'month').values;
    const ends = float64Column(balance, 'balance').values;
    const products = reader(balance, 'product_code');
    const owed = new Set(['credit_card', 'mortgage', 'consumer_loan', 'corporate_loan']);
    const last = new Float64Array(customer.rowCount);
    rowsBy(balance).forEach((i, row) => {
      if (months[row] === lastMonth && !owed.has(products(row))) last[i] = (last[i] ?? 0) + (ends[row] ?? 0);
    });
    const kept = (reason: number): number => {
      const shares = leavers(reason)
        .filter((i) => (membership.leaveMonth[i] ?? 0) < options.months - 3)
        .filter((i) => membership.returnMonth[i] === options.months)
        .map((i) => (last[i] ?? 0) / (population.wealth[i] ?? 1))
        .sort((a, b) => a - b);
      return shares[Math.floor(shares.length / 2)] ?? NaN;
    };
    expect(kept(LEAVE.closed)).toBe(0);
    expect(kept(LEAVE.transferred)).toBeLessThan(0.12);
    expect(kept(LEAVE.salaryMoved)).toBeLessThan(0.35);
    expect(kept(LEAVE.dormant)).toBeGreaterThan(0.6);
  });
});
