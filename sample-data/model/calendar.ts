import { dayOf, firstDayOfMonth, parseIsoMonth, type Day, type Month } from '../../src/base/calendar-day';

/** The last month of the sample bank, whatever the clock says. */
export const LAST_MONTH: Month = parseIsoMonth('2026-06') ?? 0;

/** First days of the lunar year that fall into the longest window (60 months). */
const springFestivals: readonly Day[] = [
  dayOf(2022, 2, 1),
  dayOf(2023, 1, 22),
  dayOf(2024, 2, 10),
  dayOf(2025, 1, 29),
  dayOf(2026, 2, 17),
];

/** How much people spend in each month of the year: new year, 618, Double Eleven, year-end. */
const spending = [1.1, 1.02, 0.95, 0.96, 1.0, 1.07, 0.95, 0.96, 1.0, 1.04, 1.16, 1.12] as const;

/** One month of the window. Days are counted from 0 inside the month. */
export type SampleMonth = {
  /** Position in the window, 0 = first. */
  readonly index: number;
  readonly month: Month;
  readonly firstDay: Day;
  readonly days: number;
  /** 0 = January. */
  readonly monthOfYear: number;
  readonly isQuarterEnd: boolean;
  /** The three weeks before the Spring Festival are mostly in this month. */
  readonly isBeforeSpringFestival: boolean;
  /** Day of the month on which the Spring Festival begins, −1 in other months. */
  readonly springFestivalDay: number;
  readonly spending: number;
};

export function monthsOfWindow(months: number): readonly SampleMonth[] {
  return Array.from({ length: months }, (_, index) => {
    const month = LAST_MONTH - months + 1 + index;
    const firstDay = firstDayOfMonth(month);
    const days = firstDayOfMonth(month + 1) - firstDay;
    const inMonth = (day: Day): boolean => day >= firstDay && day < firstDay + days;
    const festival = springFestivals.find(inMonth);
    return {
      index,
      month,
      firstDay,
      days,
      monthOfYear: month % 12,
      isQuarterEnd: month % 3 === 2,
      isBeforeSpringFestival: springFestivals.some((day) => inMonth(day - 12)),
      springFestivalDay: festival === undefined ? -1 : festival - firstDay,
      spending: spending[month % 12] ?? 1,
    };
  });
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: Day): number {
  return (day + 4) % 7;
}

/** The day of the month itself on a working day, else the Friday before, else the Monday after. */
export function workingDay(month: SampleMonth, day: number): number {
  const name = weekday(month.firstDay + day);
  const back = name === 6 ? 1 : name === 0 ? 2 : 0;
  if (back === 0) return day;
  return day - back >= 0 ? day - back : day + 3 - back;
}
