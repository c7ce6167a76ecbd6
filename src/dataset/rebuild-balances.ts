import { monthOfDay, type Month } from '../base/calendar-day';
import { isNull, type Float64Column, type Int32Column } from '../columns/column';

/** Bookings of accounts: columns of equal length; `accounts` holds row numbers of the account table, -1 = none. */
export type Bookings = {
  readonly accounts: Int32Array;
  readonly days: Int32Column;
  /** Signed, minor units. */
  readonly amounts: Float64Column;
  /** Balance after the booking, minor units. */
  readonly balancesAfter: Float64Column;
};

export type RebuiltBalances = {
  readonly accounts: Int32Array;
  readonly months: Int32Array;
  /** Minor units. */
  readonly balances: Float64Array;
  /** Days with several bookings of an account whose last booking followed from the running balance … */
  readonly daysByContinuity: number;
  /** … and those for which the order in the file had to decide. */
  readonly daysByFileOrder: number;
};

/** Banks round running balances; a chain that is this close (minor units) holds. */
const tolerance = 100;

type Slice = { readonly rows: Uint32Array; readonly start: number; readonly end: number };

/** Rows with an account, a day and a balance, grouped by account in file order. */
function groupByAccount(
  bookings: Bookings,
  accountCount: number,
): { rows: Uint32Array; starts: Uint32Array } {
  const { accounts, days, balancesAfter } = bookings;
  const isUsable = (row: number) =>
    (accounts[row] as number) >= 0 && !isNull(days.nulls, row) && !isNull(balancesAfter.nulls, row);
  const starts = new Uint32Array(accountCount + 1);
  for (let row = 0; row < accounts.length; row++) {
    if (isUsable(row))
      starts[(accounts[row] as number) + 1] = (starts[(accounts[row] as number) + 1] ?? 0) + 1;
  }
  for (let account = 0; account < accountCount; account++) {
    starts[account + 1] = (starts[account + 1] as number) + (starts[account] as number);
  }
  const rows = new Uint32Array(starts[accountCount] as number);
  const next = starts.slice(0, accountCount);
  for (let row = 0; row < accounts.length; row++) {
    if (!isUsable(row)) continue;
    const place = next[accounts[row] as number] as number;
    rows[place] = row;
    next[accounts[row] as number] = place + 1;
  }
  return { rows, starts };
}

/** True when the file lists the newest bookings first, as statements printed from the web often do. */
function isNewestFirst(days: Int32Array): boolean {
  let [rises, falls] = [0, 0];
  for (let row = 1; row < days.length; row++) {
    const step = (days[row] as number) - (days[row - 1] as number);
    if (step > 0) rises++;
    else if (step < 0) falls++;
  }
  return rises === 0 && falls > 0;
}

/** Sorts one account's rows by day, keeping the order of the file within a day. */
function sortByDay(slice: Slice, days: Int32Array): void {
  const { rows, start, end } = slice;
  let isSorted = true;
  for (let i = start + 1; i < end && isSorted; i++) {
    isSorted = (days[rows[i] as number] as number) >= (days[rows[i - 1] as number] as number);
  }
  if (isSorted) return;
  const own = [...rows.subarray(start, end)];
  own.sort((a, b) => (days[a] as number) - (days[b] as number));
  rows.set(own, start);
}

/**
 * The balance at the end of a day with several bookings: the one that the balance before plus all amounts of the day
 * leads to. On an account's first day the balance before is that of whichever booking can have been the first.
 *
 * @returns row of the last booking, or -1 when continuity does not tell
 */
function lastOfDay(
  slice: Slice,
  before: number | null,
  amounts: Float64Column,
  balances: Float64Array,
): number {
  const { rows, start, end } = slice;
  let total = 0;
  for (let i = start; i < end; i++) {
    if (isNull(amounts.nulls, rows[i] as number)) return -1;
    total += amounts.values[rows[i] as number] as number;
  }
  const nearest = (closing: number): number => {
    let [best, distance] = [-1, tolerance + 0.5];
    for (let i = start; i < end; i++) {
      const off = Math.abs((balances[rows[i] as number] as number) - closing);
      if (off < distance) [best, distance] = [rows[i] as number, off];
    }
    return best;
  };
  if (before !== null) return nearest(before + total);
  const found = new Set<number>();
  for (let i = start; i < end; i++) {
    const row = rows[i] as number;
    const opening = (balances[row] as number) - (amounts.values[row] as number);
    const last = nearest(opening + total);
    if (last >= 0 && (last !== row || end - start === 1)) found.add(last);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : -1;
}

/**
 * Account × month end balances from the balance after each booking, carried forward over months without bookings, from
 * an account's first booking to `lastMonth` (or the month it was closed).
 *
 * The order of bookings on one day is often not that of the file (the PKDD'99 bank lists 26% of bookings out of the
 * order of their balances), so the last booking of a day is the one that the running balance leads to; only where no
 * booking fits does the order of the file decide. Both are counted.
 *
 * @param closeDays day each account was closed, null = open
 * @returns rows ordered by account, then month. O(rows + accounts × months)
 */
export function rebuildBalances(
  bookings: Bookings,
  accountCount: number,
  lastMonth: Month,
  closeDays: Int32Column | null,
): RebuiltBalances {
  const { rows, starts } = groupByAccount(bookings, accountCount);
  const days = bookings.days.values;
  if (isNewestFirst(days)) {
    for (let account = 0; account < accountCount; account++) {
      rows.subarray(starts[account], starts[account + 1]).reverse();
    }
  }
  const ends = new Int32Array(accountCount);
  let length = 0;
  for (let account = 0; account < accountCount; account++) {
    const slice = { rows, start: starts[account] as number, end: starts[account + 1] as number };
    sortByDay(slice, days);
    const isClosed = closeDays !== null && !isNull(closeDays.nulls, account);
    const closed = isClosed ? monthOfDay(closeDays.values[account] as number) : lastMonth;
    ends[account] = Math.min(lastMonth, closed);
    if (slice.end === slice.start) continue;
    length += Math.max(
      0,
      (ends[account] as number) - monthOfDay(days[rows[slice.start] as number] as number) + 1,
    );
  }
  const result = {
    accounts: new Int32Array(length),
    months: new Int32Array(length),
    balances: new Float64Array(length),
  };
  let [daysByContinuity, daysByFileOrder, written] = [0, 0, 0];
  for (let account = 0; account < accountCount; account++) {
    const end = starts[account + 1] as number;
    const lastWanted = ends[account] as number;
    let start = starts[account] as number;
    let before: number | null = null;
    let month: Month | null = null;
    const carryTo = (next: Month): void => {
      for (; month !== null && month < next && month <= lastWanted; month++) {
        result.accounts[written] = account;
        result.months[written] = month;
        result.balances[written++] = before ?? 0;
      }
    };
    while (start < end) {
      const day = days[rows[start] as number] as number;
      let stop = start + 1;
      while (stop < end && days[rows[stop] as number] === day) stop++;
      const bookingMonth = monthOfDay(day);
      carryTo(bookingMonth);
      month = bookingMonth;
      let last = rows[stop - 1] as number;
      if (stop - start > 1) {
        const chained = lastOfDay(
          { rows, start, end: stop },
          before,
          bookings.amounts,
          bookings.balancesAfter.values,
        );
        if (chained >= 0) [last, daysByContinuity] = [chained, daysByContinuity + 1];
        else daysByFileOrder++;
      }
      before = bookings.balancesAfter.values[last] as number;
      start = stop;
    }
    carryTo(lastWanted + 1);
  }
  return { ...result, daysByContinuity, daysByFileOrder };
}
