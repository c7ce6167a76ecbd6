import { isoDay } from '../../base/calendar-day';

const SECONDS_PER_DAY = 86_400n;

/**
 * A time of day, or a duration, as `hh:mm:ss` with as much of a fraction as there is.
 *
 * @param perSecond units that a second has: 1, 1000, 1,000,000 or 1,000,000,000
 */
export function clockText(value: bigint, perSecond: bigint): string {
  const whole = value < 0n ? -value : value;
  const two = (part: bigint): string => String(part).padStart(2, '0');
  const seconds = whole / perSecond;
  const fraction = String(whole % perSecond)
    .padStart(String(perSecond).length - 1, '0')
    .replace(/0+$/, '');
  const clock = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  return `${value < 0n ? '-' : ''}${clock}${perSecond > 1n && fraction !== '' ? `.${fraction}` : ''}`;
}

/**
 * A moment since 1970 in ISO text. One at midnight is a day: sources that know days only write them so.
 *
 * @example momentText(1706659200n, 1n) // '2024-01-31'
 */
export function momentText(value: bigint, perSecond: bigint): string {
  const perDay = SECONDS_PER_DAY * perSecond;
  const rest = ((value % perDay) + perDay) % perDay;
  const day = isoDay(Number((value - rest) / perDay));
  return rest === 0n ? day : `${day}T${clockText(rest, perSecond)}`;
}
