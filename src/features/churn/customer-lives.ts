import type { Day } from '../../base/calendar-day';
import { accountFacts, customerCount, neverDay, noDay, sinceDays } from '../../dataset/facts';
import { groupingOf } from '../../dataset/grouping';
import { countedNow } from '../../dataset/members';
import type { Scope } from '../../dataset/scope';
import { refuse, type Lives, type Refused } from './table-lives';

/** Mean length of a Gregorian month. */
export const daysPerMonth = 365.2425 / 12;

/**
 * How long each customer under the filters has been with the bank, in months: the event is the closing of the last
 * account, watching ends on the as-of day. Watching begins on the first day of the data, or of a known closing: who was
 * there before enters late (left truncation), who had left before is not seen.
 *
 * @param group a grouping of customers (`branch`, `age`); '' = none
 */
export function livesOfCustomers(scope: Scope, group: string): Lives | Refused {
  const { dataset } = scope;
  const until = scope.asOf ?? dataset.lastDay;
  const since = sinceDays(dataset);
  if (until === null || since.every((day) => day === noDay)) return refuse('no-dates', 'customer');
  const closings = closingDays(scope);
  if (closings === null) return refuse('no-closings', 'account.close_date');
  const grouping = group === '' ? null : groupingOf(scope, group);
  if (group !== '' && grouping?.kind !== 'customers') return refuse('group-unknown', group);
  const begin = watchedFrom(dataset.firstDay, closings);
  const counted = countedNow(scope);
  const count = customerCount(dataset);
  const [time, entry] = [new Float64Array(count).fill(NaN), new Float64Array(count)];
  const event = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const opened = since[row] as Day;
    const closed = closings[row] as Day;
    const isClosed = closed <= until;
    const end = isClosed ? closed : until;
    if (counted[row] !== 1 || opened === noDay || opened > until || end < begin) continue;
    time[row] = (end - opened) / daysPerMonth;
    entry[row] = Math.max(0, begin - 1 - opened) / daysPerMonth;
    event[row] = isClosed ? 1 : 0;
  }
  const keys = grouping?.keys.slice(0, -1) ?? [];
  const places = grouping?.kind === 'customers' ? grouping.places.subarray(0, count) : null;
  return {
    time,
    event,
    entry,
    unit: 'months',
    asked: counted.reduce((sum, one) => sum + one, 0),
    keys,
    group: places && places.map((place) => (place < keys.length ? place : -1)),
  };
}

/**
 * The day on which each customer's last account was closed, {@link neverDay} = an account is open or none was; null when
 * the data know no closing days.
 */
export function closingDays({ dataset }: Scope): Int32Array | null {
  const facts = accountFacts(dataset);
  if (facts === null || dataset.tables['account']?.columns['close_date'] === undefined) return null;
  const count = customerCount(dataset);
  const last = new Int32Array(count + 1).fill(noDay);
  const { codes } = facts.customer;
  for (let row = 0; row < facts.rowCount; row++) {
    const customer = codes[row] as number;
    last[customer] = Math.max(last[customer] as Day, facts.closed[row] as Day);
  }
  return last.subarray(0, count).map((day) => (day === noDay ? neverDay : day));
}

/** The first day on which a closing would have been seen. */
function watchedFrom(firstDay: Day | null, closings: Int32Array): Day {
  return closings.reduce((first, day) => Math.min(first, day), firstDay ?? neverDay);
}
