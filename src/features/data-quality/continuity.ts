import { isoDay } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { isNull } from '../../columns/column';
import { keyDimension } from '../../cube/dimension';
import { rowsByKey, rowsOf } from '../../cube/rows-by-key';
import { textAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { pause } from '../task';
import { Found, issueOf, type Checked } from './row-checks';

type Bookings = {
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly balances: Float64Array;
};

/** Days whose bookings the balance does not follow. */
type Gaps = { bookings: number; readonly days: number[] };

/** By less than one major unit, as rounded interest leaves it, and by more; and how many bookings were judged. */
type Breaks = { readonly small: Gaps; readonly large: Gaps; readonly judged: number };

/** Products whose balance also moves without a booking. */
const atMarketPrices: ReadonlySet<string> = new Set(['wealth', 'fund', 'insurance']);

/**
 * Does the balance of an account go on from booking to booking? The balance before a day plus the amounts of the day must
 * be one of the balances that stand after its bookings: their order within the day is not known. Where it is not, the
 * day's bookings count as affected; a difference of at most one major unit is told apart, as interest is rounded so. The balance of a loan or a credit card
 * may be a debt, which falls when money comes in: of both readings of an account the better one counts.
 * Investments are left out: their value moves with prices.
 * Source: methods.md §15.5.
 */
export async function checkContinuity(dataset: Dataset, control: Control): Promise<Checked> {
  const { account, transaction } = dataset.tables;
  const { account_key, txn_date, amount, balance_after } = transaction?.columns ?? {};
  const isThere =
    account_key?.kind === 'int32' &&
    txn_date?.kind === 'int32' &&
    amount?.kind === 'float64' &&
    balance_after?.kind === 'float64';
  if (!isThere) return { issues: [], isJudged: false };
  const bookings = { days: txn_date.values, amounts: amount.values, balances: balance_after.values };
  const isWhole = (row: number): boolean =>
    !isNull(txn_date.nulls, row) && !isNull(amount.nulls, row) && !isNull(balance_after.nulls, row);
  const count = account?.rowCount ?? 0;
  const byAccount = rowsByKey(keyDimension(account_key, count));
  const found = { small: new Found(), large: new Found() };
  let judged = 0;
  for (let one = 0; one < count; one++) {
    if (one % 512 === 0) await pause(control, one, count);
    if (atMarketPrices.has(textAt(account, 'product_code', one) ?? '')) continue;
    const inOrder = sorted(rowsOf(byAccount, one).filter(isWhole), bookings.days);
    const asAsset = breaksOf(inOrder, bookings, 1, dataset.minorPerMajor);
    const isWell = asAsset.large.bookings + asAsset.small.bookings === 0;
    const breaks = isWell ? asAsset : fewer(asAsset, breaksOf(inOrder, bookings, -1, dataset.minorPerMajor));
    judged += breaks.judged;
    const place = textAt(account, 'account_id', one) ?? `#${one + 1}`;
    for (const size of ['small', 'large'] as const) {
      const { bookings: rows, days } = breaks[size];
      found[size].add(rows, () => days.map((day) => ({ place, text: isoDay(day) })));
    }
  }
  const kind = { dimension: 'consistency', table: 'transaction', column: 'balance_after' } as const;
  return {
    issues: [
      ...issueOf({ ...kind, code: 'balance.continuity', severity: 'serious' }, found.large, judged),
      ...issueOf({ ...kind, code: 'balance.rounding', severity: 'note' }, found.small, judged),
    ],
    isJudged: judged > 0,
  };
}

/** The reading with fewer large breaks; of equal ones that with fewer small. */
function fewer(a: Breaks, b: Breaks): Breaks {
  const order = b.large.bookings - a.large.bookings || b.small.bookings - a.small.bookings;
  return order < 0 ? b : a;
}

function sorted(rows: Uint32Array, days: Int32Array): Uint32Array {
  const dayOf = (row: number): number => days[row] as number;
  const isSorted = rows.every((row, i) => i === 0 || dayOf(rows[i - 1] as number) <= dayOf(row));
  return isSorted ? rows : rows.sort((a, b) => dayOf(a) - dayOf(b) || a - b);
}

/** @param sign −1 where the balance is a debt */
function breaksOf(
  rows: Uint32Array,
  { days, amounts, balances }: Bookings,
  sign: 1 | -1,
  minorPerMajor: number,
): Breaks {
  const small: Gaps = { bookings: 0, days: [] };
  const large: Gaps = { bookings: 0, days: [] };
  let judged = 0;
  let before: number | null = null;
  for (let from = 0; from < rows.length;) {
    const day = days[rows[from] as number] as number;
    let to = from;
    let sum = 0;
    for (; to < rows.length && days[rows[to] as number] === day; to++)
      sum += amounts[rows[to] as number] as number;
    const last = balances[rows[to - 1] as number] as number;
    if (before === null) before = last;
    else {
      const expected: number = before + sign * sum;
      let gap = Infinity;
      let nearest = last;
      for (const row of rows.subarray(from, to)) {
        const difference = Math.abs((balances[row] as number) - expected);
        if (difference >= gap) continue;
        gap = difference;
        nearest = balances[row] as number;
      }
      judged += to - from;
      const isSmall = gap <= minorPerMajor;
      before = isSmall ? nearest : last;
      if (gap >= 0.5) {
        const gaps = isSmall ? small : large;
        gaps.bookings += to - from;
        gaps.days.push(day);
      }
    }
    from = to;
  }
  return { small, large, judged };
}
