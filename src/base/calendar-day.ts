/** A calendar day as the number of days since 1970-01-01 (proleptic Gregorian, no time zone). */
export type Day = number;
/** A calendar month as the number of months since 1970-01. */
export type Month = number;

/**
 * Days since 1970-01-01 of a proleptic Gregorian date. The caller checks the ranges.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Source: H. Hinnant, civil_from_days. */
export function civilOf(value: Day): { year: number; month: number; day: number } {
  const z = value + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

export function monthOfDay(day: Day): Month {
  const { year, month } = civilOf(day);
  return (year - 1970) * 12 + month - 1;
}

export function firstDayOfMonth(month: Month): Day {
  return dayOf(1970 + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

export function lastDayOfMonth(month: Month): Day {
  return firstDayOfMonth(month + 1) - 1;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The day that a clock shows where it stands. */
export const localDay = (clock: Date): Day =>
  dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());

/** `2026-06-30` */
export function isoDay(value: Day): string {
  const { year, month, day } = civilOf(value);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `2026-06` */
export function isoMonth(value: Month): string {
  return `${pad(1970 + Math.floor(value / 12), 4)}-${pad((((value % 12) + 12) % 12) + 1, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayOf(year, month, 1);
}

export function isValidDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of `2026-06-30`, or null. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isValidDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** The month of `2026-06`, or null. */
export function parseIsoMonth(text: string): Month | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return month >= 1 && month <= 12 ? (year - 1970) * 12 + month - 1 : null;
}
