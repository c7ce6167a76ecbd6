import {
  firstDayOfMonth,
  isoDay,
  isoMonth,
  lastDayOfMonth,
  monthOfDay,
  parseIsoDay,
  parseIsoMonth,
  type Day,
  type Month,
} from '../base/calendar-day';
import type { Compare, Period } from '../model/filters';
import type { Assumption } from './dataset';
import type { PeriodText } from './period-text';

/** Days `from` … `to`, both included. */
export type Span = { readonly from: Day; readonly to: Day };

export type ResolvedPeriod = {
  /** Null when the data know no dates. */
  readonly span: Span | null;
  /** All of the data: rows without a date count too. */
  readonly isWhole: boolean;
  /** The last month when it is not complete. */
  readonly partial: Month | null;
  /** Null when not asked for, or when the data do not reach back over all of it. */
  readonly comparison: Span | null;
  readonly warnings: readonly Assumption[];
};

/** What is asked, and how far the data reach. */
export type PeriodQuestion = {
  readonly p: Period | undefined;
  readonly c: Compare | undefined;
  /** Last day that counts; null = the data's own. */
  readonly asOf: Day | null;
  readonly data: { readonly asOf: Day | null; readonly firstDay: Day | null; readonly lastDay: Day | null };
};

const lastMonths: Readonly<Record<string, number>> = { L3M: 3, L6M: 6, L12M: 12, L24M: 24 };

/** Months of the current unit: month, quarter, year to date. */
const toDate: Readonly<Record<string, number>> = { MTD: 1, QTD: 3, YTD: 12 };

/** Months by which the previous period lies earlier. */
function lengthOf(p: Period | undefined, span: Span): number {
  return lastMonths[p ?? ''] ?? toDate[p ?? ''] ?? monthOfDay(span.to) - monthOfDay(span.from) + 1;
}

/**
 * The days that a period and its comparison mean.
 *
 * Presets end on the as-of day. `all` (or none) without an as-of day is everything, rows without a date included. The
 * comparison has the same length: its last day is the end of the month when that of the period is, else the same day
 * of an earlier month, so that a partial month is compared with as many days. Where the data begin later than the
 * comparison there is none, and a warning says why.
 */
export function resolvePeriod(question: PeriodQuestion): ResolvedPeriod {
  const { p, asOf, data } = question;
  const end = asOf ?? data.asOf ?? data.lastDay;
  const { firstDay } = data;
  if (end === null || firstDay === null) {
    return { span: null, isWhole: true, partial: null, comparison: null, warnings: [] };
  }
  const warnings: Assumption[] = [];
  const named = p === undefined || p === 'all' ? null : namedSpan(p, end, firstDay);
  if (named === null && p !== undefined && p !== 'all') {
    warnings.push({ code: 'filter.unreadable', values: { field: 'p', value: p } });
  }
  const isWhole = named === null && asOf === null;
  const to = isWhole ? (data.lastDay ?? end) : end;
  const span = named ?? { from: Math.min(firstDay, to), to };
  if (span.to < firstDay || span.from > (data.lastDay ?? end)) {
    warnings.push({
      code: 'period.not-in-data',
      values: { ...textOfSpan(span), first: isoDay(firstDay), last: isoDay(data.lastDay ?? end) },
    });
  }
  const partial = partialMonth(span.to, data.asOf);
  if (partial !== null) {
    const day = isoDay(Math.min(span.to, data.lastDay ?? span.to));
    warnings.push({ code: 'period.partial-month', values: { month: isoMonth(partial), day } });
  }
  return { span, isWhole, partial, comparison: comparisonOf(question, span, isWhole, warnings), warnings };
}

function partialMonth(to: Day, completeTo: Day | null): Month | null {
  const month = monthOfDay(to);
  const isCut = to < lastDayOfMonth(month);
  return isCut || (completeTo !== null && month > monthOfDay(completeTo)) ? month : null;
}

function namedSpan(p: Period, end: Day, firstDay: Day): Span | null {
  const month = monthOfDay(end);
  const unit = toDate[p];
  if (unit !== undefined) return { from: firstDayOfMonth(Math.floor(month / unit) * unit), to: end };
  const months = lastMonths[p];
  if (months !== undefined) return { from: firstDayOfMonth(month - months + 1), to: end };
  return parseRange(p, firstDay, end);
}

/** `2025-07..2026-06` or days `2025-07-01..2026-06-15`; an open end is that of the data. */
export function parseRange(text: string, first: Day, last: Day): Span | null {
  const [left, right, ...more] = text.split('..');
  if (left === undefined || right === undefined || more.length > 0 || (left === '' && right === ''))
    return null;
  const month = (part: string, edge: (month: Month) => Day): Day | null => {
    const found = parseIsoMonth(part);
    return found === null ? parseIsoDay(part) : edge(found);
  };
  const from = left === '' ? first : month(left, firstDayOfMonth);
  const to = right === '' ? last : month(right, lastDayOfMonth);
  return from === null || to === null || from > to ? null : { from, to };
}

function comparisonOf(
  { p, c, data }: PeriodQuestion,
  span: Span,
  isWhole: boolean,
  warnings: Assumption[],
): Span | null {
  if (c === undefined || c === 'none') return null;
  if (c === 'tgt') {
    warnings.push({ code: 'comparison.no-targets', values: {} });
    return null;
  }
  const firstDay = data.firstDay ?? span.from;
  if (c === 'py' || c === 'pp') {
    if (isWhole) {
      warnings.push({ code: 'comparison.whole-data', values: {} });
      return null;
    }
    const shifted = shiftSpan(span, c === 'py' ? 12 : lengthOf(p, span));
    return covered(shifted, firstDay, warnings);
  }
  const given = parseRange(c, firstDay, data.lastDay ?? span.to);
  if (given === null) {
    warnings.push({ code: 'filter.unreadable', values: { field: 'c', value: c } });
    return null;
  }
  return covered(given, firstDay, warnings);
}

function covered(span: Span, firstDay: Day, warnings: Assumption[]): Span | null {
  if (span.from >= firstDayOfMonth(monthOfDay(firstDay))) return span;
  warnings.push({
    code: 'comparison.not-in-data',
    values: { ...textOfSpan(span), first: isoDay(firstDay) },
  });
  return null;
}

/** The same days so many months earlier; the end of a month stays the end of a month. */
export function shiftSpan(span: Span, months: number): Span {
  return { from: shiftDay(span.from, months, false), to: shiftDay(span.to, months, true) };
}

function shiftDay(day: Day, months: number, keepsEnd: boolean): Day {
  const month = monthOfDay(day);
  const end = lastDayOfMonth(month - months);
  if (keepsEnd && day === lastDayOfMonth(month)) return end;
  return Math.min(firstDayOfMonth(month - months) + day - firstDayOfMonth(month), end);
}

export function textOfSpan(span: Span): PeriodText {
  return { from: isoDay(span.from), to: isoDay(span.to) };
}
