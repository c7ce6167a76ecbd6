import type { Random } from '../../src/base/random';
import type { SampleMonth } from './calendar';
import { weekday } from './calendar';
import { CHANNEL } from './codes';

/** The largest sum a person would name that is not above `amount`: the larger, the rounder. Minor units. */
export function believable(amount: number): number {
  const step =
    amount >= 1e8
      ? 1e6
      : amount >= 1e7
        ? 1e5
        : amount >= 1e6
          ? 5e4
          : amount >= 1e5
            ? 1e4
            : amount >= 1e4
              ? 1e3
              : 100;
  return Math.floor(amount / step) * step;
}

/** A moment inside a day of the month (0 = first) at which the channel is in use. */
export function secondOf(day: number, channel: number, random: Random): number {
  const clock =
    channel === CHANNEL.counter
      ? 32_400 + random.below(27_000)
      : channel === CHANNEL.system
        ? 7_200 + random.below(14_400)
        : 25_200 + random.below(57_600);
  return day * 86_400 + clock;
}

/** A day between two days of the month; the counter is closed on Sundays. */
export function dayBetween(
  month: SampleMonth,
  first: number,
  last: number,
  channel: number,
  random: Random,
): number {
  const day = random.between(first, last);
  if (channel !== CHANNEL.counter || weekday(month.firstDay + day) !== 0) return day;
  return day > first ? day - 1 : Math.min(last, day + 1);
}
