import { isoDay } from '../../../base/calendar-day';
import { clockText } from '../clock-text';

/** What a number format shows a number as. */
export type Shown = 'number' | 'moment' | 'duration';

/**
 * Built-in formats for dates and times. Source: ECMA-376 part 1, §18.8.30 (numFmt), with the ones of East Asia, 27–36 and
 * 50–58.
 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** What a format shows, by its built-in number or its code: `yyyy-mm-dd`, `[h]:mm`, `0.00"m"`. */
export function shownAs(id: number, code: string | undefined): Shown {
  if (code === undefined) return id === 46 ? 'duration' : isBuiltInDate(id) ? 'moment' : 'number';
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./gu, '').split(';');
  if (/\[(?:h+|m+|s+)\]/iu.test(first)) return 'duration';
  const bare = first.replace(/\[[^\]]*\]/gu, '');
  return !/general/iu.test(bare) && /[ymdhs]/iu.test(bare) ? 'moment' : 'number';
}

const DAY = 86_400_000;
/** 9999-12-31 */
const LAST_SERIAL = 2_958_465;
/** 1899-12-30 and 1904-01-01 as days since 1970. */
const epochs = { 1900: -25_569, 1904: -24_107 } as const;
/** Excel counts a 29 February 1900 that never was: days before it are one later. */
const INVENTED_DAY = 60;

/**
 * A serial number as ISO text: a day, a day with its time, or a time alone; null for what is no date in that system.
 *
 * @example serialText(45322.5, 1900) // '2024-01-31T12:00:00'
 */
export function serialText(serial: number, system: 1900 | 1904): string | null {
  if (!(serial >= 0) || serial > LAST_SERIAL) return null;
  const milliseconds = Math.round(serial * DAY);
  const whole = Math.floor(milliseconds / DAY);
  const rest = milliseconds - whole * DAY;
  if (whole === 0 && (system === 1900 || rest > 0)) return rest > 0 ? clockText(BigInt(rest), 1000n) : null;
  if (system === 1900 && whole === INVENTED_DAY) return null;
  const day = isoDay(epochs[system] + whole + (system === 1900 && whole < INVENTED_DAY ? 1 : 0));
  return rest === 0 ? day : `${day}T${clockText(BigInt(rest), 1000n)}`;
}

/** Days as hours, minutes and seconds: 1.5 is `36:00:00`. */
export function durationText(days: number): string {
  return clockText(BigInt(Math.round(days * DAY)), 1000n);
}
