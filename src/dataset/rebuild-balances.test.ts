import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, monthOfDay } from '../base/calendar-day';
import { rebuildBalances, type Bookings } from './rebuild-balances';

type Booking = { account: number; day: number; amount: number; after: number };

function bookingsOf(rows: readonly Booking[]): Bookings {
  const float = (pick: (row: Booking) => number) => ({
    kind: 'float64' as const,
    values: Float64Array.from(rows, pick),
    nulls: null,
  });
  return {
    accounts: Int32Array.from(rows, ({ account }) => account),
    days: { kind: 'int32', values: Int32Array.from(rows, ({ day }) => day), nulls: null },
    amounts: float(({ amount }) => amount),
    balancesAfter: float(({ after }) => after),
  };
}

const january = dayOf(2024, 1, 10);
const month = (day: number) => monthOfDay(day);

describe('rebuildBalances', () => {
  it('stops at the month an account was closed', () => {
    const rows = [{ account: 0, day: january, amount: 500, after: 500 }];
    const closed = { kind: 'int32' as const, values: Int32Array.of(dayOf(2024, 2, 20)), nulls: null };
    const { months } = rebuildBalances(bookingsOf(rows), 1, month(january) + 5, closed);
    expect([...months]).toEqual([month(january), month(january) + 1]);
  });

  it('leaves out the months behind the last wanted one', () => {
    const rows = [{ account: 0, day: january, amount: 500, after: 500 }];
    expect(rebuildBalances(bookingsOf(rows), 1, month(january) - 1, null).months).toHaveLength(0);
  });

  it('reads a file that lists the newest booking first', () => {
    const rows = [
      { account: 0, day: january + 31, amount: 7, after: 31 },
      { account: 0, day: january, amount: 9, after: 999 },
      { account: 0, day: january, amount: 9, after: 888 },
    ];
    const { balances, daysByFileOrder } = rebuildBalances(bookingsOf(rows), 1, month(january) + 1, null);
    expect([...balances]).toEqual([999, 31]);
    expect(daysByFileOrder).toBe(1);
  });

  it('finds the true balance whatever the order of bookings within a day', () => {
    const history = fc.array(
      fc.record({ skip: fc.integer({ min: 0, max: 20 }), amount: fc.integer({ min: -90_000, max: 90_000 }) }),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, keys: Iterator<number, undefined>) => {
        // The first booking has a day of its own, so that the balance before each later day is known.
        let [day, balance] = [january, 0];
        const rows = steps.map(({ skip, amount }, index): Booking & { key: number } => {
          day += index === 1 ? skip + 1 : index === 0 ? 0 : skip;
          balance += amount;
          return { account: 0, day, amount, after: balance, key: keys.next().value ?? 0 };
        });
        const shuffled = [...rows].sort((a, b) => a.day - b.day || a.key - b.key);
        const last = month(day);
        const { balances, months } = rebuildBalances(bookingsOf(shuffled), 1, last, null);
        expect(months.at(-1)).toBe(last);
        expect(Math.abs((balances.at(-1) ?? NaN) - balance)).toBeLessThanOrEqual(100);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
