import {
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  parseIsoMonth,
  type Day,
  type Month,
} from '../base/calendar-day';
import { isNull, type Int32Column } from '../columns/column';

export type DaySpan = { readonly first: Day; readonly last: Day };

/** First and last day of a column of days, or null when none is known. @param latest later days do not count */
export function spanOf(days: Int32Column, latest: Day = Infinity): DaySpan | null {
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < days.values.length; row++) {
    if (days.nulls !== null && isNull(days.nulls, row)) continue;
    const day = days.values[row] as number;
    if (day > latest) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return last === -Infinity ? null : { first, last };
}

/** The month of each day; null where the day is. One calendar computation per day of the span, not per row. */
export function monthsOfDays(days: Int32Column): Int32Column {
  const span = spanOf(days);
  const values = new Int32Array(days.values.length);
  if (span === null) return { kind: 'int32', values, nulls: days.nulls };
  const monthByDay = Int32Array.from({ length: span.last - span.first + 1 }, (_, index) =>
    monthOfDay(span.first + index),
  );
  for (let row = 0; row < values.length; row++) {
    values[row] = monthByDay[(days.values[row] as number) - span.first] ?? 0;
  }
  return { kind: 'int32', values, nulls: days.nulls };
}

/**
 * The last day of the last complete month: a month is complete when bookings reach its last day or when balances at
 * its end are given. Null when no month is complete.
 */
export function lastCompleteDay(bookings: DaySpan | null, lastBalanceMonth: number | null): Day | null {
  const complete: number[] = [];
  if (bookings !== null) {
    const month = monthOfDay(bookings.last);
    if (bookings.last === lastDayOfMonth(month)) complete.push(month);
    else if (bookings.first < firstDayOfMonth(month)) complete.push(month - 1);
  }
  if (lastBalanceMonth !== null) complete.push(lastBalanceMonth);
  return complete.length === 0 ? null : lastDayOfMonth(Math.max(...complete));
}

/** First and last of months that follow one another, in whatever order they are named; null when they do not. */
export function consecutiveMonths(texts: readonly string[]): { first: Month; last: Month } | null {
  const months = texts.map((text) => parseIsoMonth(text) ?? NaN).sort((a, b) => a - b);
  const [first] = months;
  if (first === undefined || !months.every((month, at) => month === first + at)) return null;
  return { first, last: first + months.length - 1 };
}
