import { isNull } from '../../columns/column';
import type { Frame } from '../../columns/frame';

/** A booking is taken back soon or never. */
const mostDays = 31;

type Booking = { readonly row: number; readonly day: number; isTaken: boolean };

/**
 * The bookings that reversals take back: of the same account (without one, customer) and the opposite amount, at most 31
 * days before, the latest that no other reversal has taken. Source: methods.md §1, "reversals and their originals".
 * O(rows)
 *
 * @param reversals rows that are marked as reversals, ascending
 */
export function reversedBookings(frame: Frame, reversals: readonly number[]): readonly number[] {
  const { amount, txn_date: days } = frame.columns;
  const party = frame.columns['account_key'] ?? frame.columns['customer_key'];
  if (amount?.kind !== 'float64' || days?.kind !== 'int32' || party?.kind !== 'int32') return [];
  const isKnown = (row: number) => [amount, days, party].every(({ nulls }) => !isNull(nulls, row));
  const keyOf = (row: number, sign: 1 | -1) =>
    `${String(party.values[row])} ${String(sign * (amount.values[row] as number))}`;
  const wanted = new Map<string, Booking[]>();
  const amounts = new Set<number>();
  for (const row of reversals) {
    if (!isKnown(row)) continue;
    wanted.set(keyOf(row, -1), []);
    amounts.add(-(amount.values[row] as number));
  }
  const isReversal = new Set(reversals);
  for (let row = 0; row < frame.rowCount && amounts.size > 0; row++) {
    if (!amounts.has(amount.values[row] as number) || isReversal.has(row) || !isKnown(row)) continue;
    wanted.get(keyOf(row, 1))?.push({ row, day: days.values[row] as number, isTaken: false });
  }
  return reversals.flatMap((row): number[] => {
    if (!isKnown(row)) return [];
    const day = days.values[row] as number;
    const free = (wanted.get(keyOf(row, -1)) ?? []).filter(
      (one) => !one.isTaken && one.day <= day && one.day >= day - mostDays,
    );
    const [first, ...others] = free;
    if (first === undefined) return [];
    const latest = others.reduce((best, one) => (one.day >= best.day ? one : best), first);
    latest.isTaken = true;
    return [latest.row];
  });
}
