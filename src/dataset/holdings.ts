import { lastDayOfMonth, monthOfDay, type Day, type Month } from '../base/calendar-day';
import { rowsOf } from '../cube/rows-by-key';
import { isAssetProduct } from './assets';
import {
  accountFacts,
  balanceFacts,
  customerCount,
  neverDay,
  type AccountFacts,
  type BalanceFacts,
} from './facts';
import type { Span } from './period';
import { ofScope, type Scope } from './scope';

export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}

/** Balances by customer; a customer without any row has 0 in `rows`. */
export type CustomerAssets = { readonly values: Float64Array; readonly rows: Int32Array };

/**
 * The month whose end counts on a day: that month when the day is its last, else the one before; where there are no
 * balances the latest month before it that has some. Null when none has.
 */
export function balanceMonthAt(scope: Scope, day: Day): Month | null {
  const facts = balanceFacts(scope.dataset);
  if (facts === null) return null;
  const wanted = wantedMonth(day);
  return facts.months.findLast((month) => month <= wanted) ?? null;
}

export function wantedMonth(day: Day): Month {
  const month = monthOfDay(day);
  return day === lastDayOfMonth(month) ? month : month - 1;
}

/** The month at whose end the period's assets stand; null without balances. */
export function closingMonth(scope: Scope): Month | null {
  const { span, isWhole } = scope.period;
  const facts = balanceFacts(scope.dataset);
  if (facts === null) return null;
  return isWhole || span === null ? (facts.months.at(-1) ?? null) : balanceMonthAt(scope, span.to);
}

/** Which places of the product are assets; the last (unknown) is. */
export function assetPlaces(facts: BalanceFacts): Uint8Array | null {
  return facts.product && Uint8Array.from([...facts.product.names.map(isAssetProduct), true], Number);
}

/** Assets under management of each customer at the end of a month, minor units. */
export function assetsByCustomer(scope: Scope, month: Month): CustomerAssets {
  return ofScope(scope, `assets ${String(month)}`, () => {
    const size = customerCount(scope.dataset) + 1;
    const [values, rows] = [new Float64Array(size), new Int32Array(size)];
    const facts = balanceFacts(scope.dataset);
    if (facts === null) return { values, rows };
    eachAsset(scope, facts, month, (row) => {
      const customer = facts.customer.codes[row] as number;
      values[customer] = (values[customer] as number) + (facts.balances[row] as number);
      rows[customer] = (rows[customer] as number) + 1;
    });
    return { values, rows };
  });
}

/** Calls `visit` with every row of assets of the scope at the end of a month. */
export function eachAsset(
  scope: Scope,
  facts: BalanceFacts,
  month: Month,
  visit: (row: number) => void,
): void {
  const mask = scope.balanceMask;
  const isAsset = assetPlaces(facts);
  const products = facts.product?.codes;
  const rows = rowsOf(facts.byMonth, month - facts.firstMonth);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (mask !== null && mask[row] === 0) continue;
    if (isAsset !== null && products && isAsset[products[row] as number] === 0) continue;
    visit(row);
  }
}

/** Calls `visit` with every row of balances of the scope in the months of a span; null = all months. */
export function eachBalance(
  scope: Scope,
  facts: BalanceFacts,
  span: Span | null,
  visit: (row: number, month: Month) => void,
): void {
  const mask = scope.balanceMask;
  const [from, to] = span === null ? [-Infinity, Infinity] : [monthOfDay(span.from), monthOfDay(span.to)];
  for (const month of facts.months) {
    if (month < from || month > to) continue;
    const rows = rowsOf(facts.byMonth, month - facts.firstMonth);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if (mask === null || mask[row] !== 0) visit(row, month);
    }
  }
}

/** All assets at the end of a month, minor units; null when there are no balances that month. */
export function assetsAt(scope: Scope, month: Month | null): number | null {
  if (month === null) return null;
  const facts = balanceFacts(scope.dataset);
  if (facts === null || !facts.months.includes(month)) return null;
  return ofScope(scope, `all assets ${String(month)}`, () => sumOf(assetsByCustomer(scope, month).values));
}

/** Whether an account was open on some day of a span; null = ever. */
export function wasOpenIn(facts: AccountFacts, row: number, span: Span | null): boolean {
  if (span === null) return true;
  return (facts.opened[row] as number) <= span.to && (facts.closed[row] as number) >= span.from;
}

/** Whether an account is open at the end of a day; null = whether it is not closed at all. */
export function isOpenAt(facts: AccountFacts, row: number, day: Day | null): boolean {
  if (day === null) return facts.closed[row] === neverDay;
  return (facts.opened[row] as number) <= day && (facts.closed[row] as number) > day;
}

/** Accounts of the scope that were open in a span, by owner; the place after the last customer = no owner. */
export function accountsByCustomer(scope: Scope, span: Span | null): Int32Array {
  const counts = new Int32Array(customerCount(scope.dataset) + 1);
  const facts = accountFacts(scope.dataset);
  if (facts === null) return counts;
  const mask = scope.accountMask;
  for (let row = 0; row < facts.rowCount; row++) {
    if ((mask !== null && mask[row] === 0) || !wasOpenIn(facts, row, span)) continue;
    const customer = facts.customer.codes[row] as number;
    counts[customer] = (counts[customer] as number) + 1;
  }
  return counts;
}

/**
 * Distinct products that each customer holds at the end of a day (null = in accounts that are not closed), from open
 * accounts; null when accounts or their products are not known.
 */
export function productsByCustomer(scope: Scope, day: Day | null): Int32Array | null {
  return ofScope(scope, `products ${String(day)}`, () => {
    const facts = accountFacts(scope.dataset);
    if (facts === null || facts.product === null) return null;
    const { codes, size, unknown } = facts.product;
    const counts = new Int32Array(customerCount(scope.dataset) + 1);
    const seen = new Uint8Array(counts.length * size);
    const mask = scope.accountMask;
    for (let row = 0; row < facts.rowCount; row++) {
      if ((mask !== null && mask[row] === 0) || !isOpenAt(facts, row, day)) continue;
      const product = codes[row] as number;
      const customer = facts.customer.codes[row] as number;
      const pair = customer * size + product;
      if (product === unknown || seen[pair] === 1) continue;
      seen[pair] = 1;
      counts[customer] = (counts[customer] as number) + 1;
    }
    return counts;
  });
}
