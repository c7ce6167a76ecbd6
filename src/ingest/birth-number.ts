import { dayOf, isValidDate, type Day } from '../base/calendar-day';

export type Birth = { readonly day: Day; readonly gender: 'male' | 'female' };

/**
 * Birth date and gender in a Czech birth number `yymmdd…`: a woman's month is raised by 50. Numbers of nine digits (or
 * the first six of them) were given out before 1954 and mean 19yy; with ten digits, years up to 53 are 20yy.
 * Source: zákon č. 133/2000 Sb., § 13; PKDD'99 Discovery Challenge, relation client.
 *
 * @returns null when the text is no such number
 * @example readBirthNumber('706213') // 1970-12-13, female
 */
export function readBirthNumber(text: string): Birth | null {
  const match = /^(\d{2})(\d{2})(\d{2})(?:\/?\d{3,4})?$/.exec(text.trim());
  if (!match) return null;
  const [yy, mm, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isTenDigits = text.replace('/', '').trim().length === 10;
  const year = isTenDigits && yy < 54 ? 2000 + yy : 1900 + yy;
  const month = mm > 50 ? mm - 50 : mm;
  if (!isValidDate(year, month, day)) return null;
  return { day: dayOf(year, month, day), gender: mm > 50 ? 'female' : 'male' };
}
