import { isoMonth, monthOfDay, parseIsoDay, parseIsoMonth, type Month } from '../../base/calendar-day';
import { rangeTotals, type ViewTotals } from '../../cube/linked-views';
import { additive, type Measured } from '../../dataset/measure-by';
import type { MetricId } from '../../dataset/measures';
import type { Name } from '../../dataset/names';
import { resolvePeriod, textOfSpan, type Span } from '../../dataset/period';
import type { Compare } from '../../model/filters';
import type { BreakdownResult } from './breakdown';
import { rankedParts } from './ranked-parts';

/** Totals by place of all rows in months before `first` + b, in block b of each list: b = 0 … `months`. */
export type MonthTables = {
  readonly first: Month;
  readonly months: number;
  readonly counts: readonly number[];
  readonly sums: readonly number[];
};

/** A breakdown over any months: its parts are subtractions. */
export type Follower = {
  readonly metric: MetricId;
  readonly top: number;
  readonly keys: readonly string[];
  readonly names: readonly Name[];
  /** Minor units of a major one; 1 for counts. */
  readonly scale: number;
  /** Transactions; sums are those of the metric when it is a flow of money. */
  readonly flows: MonthTables | null;
  /** Whether customers of a place are those with a transaction there; else balances and open accounts make some too. */
  readonly needsTransaction: boolean;
  /** Balances; sums are those of assets. */
  readonly levels: MonthTables | null;
  /** Accounts by the month in which they were opened, and closed; those of before stand in the first. */
  readonly opened: MonthTables | null;
  readonly closed: MonthTables | null;
  /** Customers of each place and of all when months do not matter; else null: they are counted when the hand rests. */
  readonly customers: readonly number[] | null;
  readonly n: number | null;
};

/** How far the data reach, ISO days: what a period is measured against. */
export type Reach = {
  readonly asOf: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Months that have balances, ascending. */
  readonly balances: readonly string[];
};

/** A breakdown as far as it is known while the hand moves. */
export type FollowedBreakdown = Omit<BreakdownResult, 'n'> & { readonly n: number | null };

/**
 * What a breakdown shows over months `from` … `to`: the answer that its task gives to that period, without the customers
 * that must be counted anew. Null when the comparison is not whole months. O(months and places of the view)
 *
 * @param last the last answer, for what does not depend on the months
 */
export function followed(
  follower: Follower,
  reach: Reach,
  months: { readonly from: string; readonly to: string; readonly compare: Compare },
  last: BreakdownResult,
): FollowedBreakdown | null {
  const day = (text: string | null) => (text === null ? null : parseIsoDay(text));
  const { span, comparison } = resolvePeriod({
    p: `${months.from}..${months.to}`,
    c: months.compare,
    asOf: null,
    data: { asOf: day(reach.asOf), firstDay: day(reach.firstDay), lastDay: day(reach.lastDay) },
  });
  if (span === null || (comparison !== null && !isWholeMonths(comparison))) return null;
  const current = measuredIn(follower, span, reach);
  const earlier = comparison && measuredIn(follower, comparison, reach);
  const { keys, names, customers, scale, top } = follower;
  const nameOf = new Map(keys.map((key, place) => [key, names[place]]));
  const total = (measured: Measured | null) => measured && measured.together(() => true) / scale;
  return {
    ...last,
    n: follower.n,
    ...(current === null
      ? { rows: [], rest: null }
      : rankedParts({
          keys,
          nameOf: (key) => nameOf.get(key) ?? { name: null, nameEn: null },
          current,
          earlier,
          customers: customers && additive(Float64Array.from(customers)),
          transactions: countsIn(follower.flows, keys.length, span),
          isThere: customers ? (place) => (customers[place] ?? 0) > 0 : thereIn(follower, span),
          scale,
          top,
        })),
    total: { value: total(current), comparison: total(earlier), customers: follower.n },
    period: textOfSpan(span),
    comparison: comparison && textOfSpan(comparison),
  };
}

function isWholeMonths({ from, to }: Span): boolean {
  return monthOfDay(from - 1) !== monthOfDay(from) && monthOfDay(to + 1) !== monthOfDay(to);
}

/** Flows of the months; of a level what stood at the end of the last month until then that has balances. */
function measuredIn(follower: Follower, span: Span, { balances }: Reach): Measured | null {
  const { metric, keys, flows, levels } = follower;
  if (metric === 'transactions') return countsIn(flows, keys.length, span);
  if (metric !== 'aum') return flows && additive(totalsIn(flows, keys.length, span).sums);
  const until = isoMonth(monthOfDay(span.to));
  const month = parseIsoMonth(balances.findLast((one) => one <= until) ?? '');
  if (levels === null || month === null) return null;
  return additive(totalsOf(levels, keys.length, month, month).sums);
}

function countsIn(tables: MonthTables | null, places: number, span: Span): Measured | null {
  return tables && additive(Float64Array.from(totalsIn(tables, places, span).counts));
}

/** Whether a place has a transaction, a balance or an open account in the months. */
function thereIn(follower: Follower, span: Span): (place: number) => boolean {
  const { flows, levels, opened, closed, needsTransaction } = follower;
  const places = follower.keys.length;
  const rows = [flows, needsTransaction ? null : levels].flatMap((tables) =>
    tables === null ? [] : [totalsIn(tables, places, span).counts],
  );
  const until = (tables: MonthTables | null, month: Month) =>
    tables && totalsOf(tables, places, tables.first, month).counts;
  const begun = until(opened, monthOfDay(span.to));
  const ended = until(closed, monthOfDay(span.from) - 1);
  return (place) =>
    rows.some((counts) => (counts[place] ?? 0) > 0) || (begun?.[place] ?? 0) > (ended?.[place] ?? 0);
}

const totalsIn = (tables: MonthTables, places: number, { from, to }: Span): ViewTotals =>
  totalsOf(tables, places, monthOfDay(from), monthOfDay(to));

/** Totals of months `from` … `to`, those of them that the tables know. */
function totalsOf(tables: MonthTables, places: number, from: Month, to: Month): ViewTotals {
  const block = (month: Month) => Math.max(0, Math.min(tables.months, month - tables.first));
  return rangeTotals(tables, places, block(from), Math.max(block(from), block(to + 1)));
}
