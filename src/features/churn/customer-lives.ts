import type { Day } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import {
  accountFacts,
  customerCount,
  neverDay,
  noDay,
  sinceDays,
  transactionFacts,
} from '../../dataset/facts';
import { groupingOf } from '../../dataset/grouping';
import { countedNow } from '../../dataset/members';
import type { Scope } from '../../dataset/scope';
import { rhythmsOf } from './rhythm';
import { riskDefaults } from './risk-result';
import { stateOf } from './silence';
import type { CustomerEvent } from './survival-result';
import { refuse, type Lives, type Refused } from './table-lives';

/** Mean length of a Gregorian month. */
export const daysPerMonth = 365.2425 / 12;

/** When each customer left, as far as the data tell. */
type Departures = {
  /** {@link neverDay} = has not left. */
  readonly days: Int32Array;
  /** Last day on which a departure would have been seen. */
  readonly until: Day;
};

/**
 * How long each customer under the filters has been with the bank, in months, until the last account is closed or the
 * customer falls silent. Watching begins on the first day of the data, or of a known closing: who was there before
 * enters late (left truncation), who had left before is not seen.
 *
 * @param event what counts as leaving; '' = the closing where the data know such days, else the silence
 * @param group a grouping of customers (`branch`, `age`); '' = none
 */
export async function livesOfCustomers(
  scope: Scope,
  event: CustomerEvent | '',
  group: string,
  control: Control,
): Promise<Lives | Refused> {
  const { dataset } = scope;
  const asOf = scope.asOf ?? dataset.lastDay;
  const since = sinceDays(dataset);
  if (since.every((day) => day === noDay)) return refuse('no-dates', 'customer');
  if (asOf === null) return refuse('no-last-day', 'transaction');
  const closings = closingDays(scope);
  const kind = event === '' ? (closings === null ? 'silence' : 'closing') : event;
  if (kind === 'closing' && closings === null) return refuse('no-closings', 'account.close_date');
  if (kind === 'silence' && transactionFacts(dataset) === null)
    return refuse('no-closings', 'account.close_date');
  const grouping = group === '' ? null : groupingOf(scope, group);
  if (group !== '' && grouping?.kind !== 'customers') return refuse('group-unknown', group);
  const departures: Departures =
    kind === 'closing' && closings !== null
      ? { days: closings, until: asOf }
      : await silencesOf(scope, closings, asOf, control);
  const counted = countedNow(scope);
  const keys = grouping?.keys.slice(0, -1) ?? [];
  const places = grouping?.kind === 'customers' ? grouping.places.subarray(0, since.length) : null;
  return {
    ...watched(since, departures, watchedFrom(dataset.firstDay, closings), counted),
    unit: 'months',
    customerEvent: kind,
    asked: counted.reduce((sum, one) => sum + one, 0),
    keys,
    group: places && places.map((place) => (place < keys.length ? place : -1)),
  };
}

function watched(
  since: Int32Array,
  { days, until }: Departures,
  begin: Day,
  counted: Uint8Array,
): Pick<Lives, 'time' | 'event' | 'entry'> {
  const [time, entry] = [new Float64Array(since.length).fill(NaN), new Float64Array(since.length)];
  const event = new Uint8Array(since.length);
  for (let row = 0; row < since.length; row++) {
    const opened = since[row] as Day;
    const hasLeft = (days[row] as Day) <= until;
    const end = hasLeft ? (days[row] as Day) : until;
    if (counted[row] !== 1 || opened === noDay || opened > until || end < begin) continue;
    time[row] = (end - opened) / daysPerMonth;
    entry[row] = Math.max(0, begin - 1 - opened) / daysPerMonth;
    event[row] = hasLeft ? 1 : 0;
  }
  return { time, event, entry };
}

/**
 * The last day on which customers who count as lost acted, by the default rule of the risk; a closing counts too. Of the
 * last days before the as-of day nobody can say yet whether they are silent for good: watching ends before them.
 */
async function silencesOf(
  scope: Scope,
  closings: Int32Array | null,
  asOf: Day,
  control: Control,
): Promise<Departures> {
  const [now] = await rhythmsOf(scope.dataset, [asOf], control);
  const days = new Int32Array(customerCount(scope.dataset)).fill(neverDay);
  for (let row = 0; now && row < days.length; row++) {
    const closed = closings?.[row] ?? neverDay;
    const state = stateOf(now, row, closed, riskDefaults);
    if (state === 'lost') days[row] = now.last[row] as Day;
    else if (state === 'closed') days[row] = closed;
  }
  return { days, until: asOf - riskDefaults.lostDays };
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
function watchedFrom(firstDay: Day | null, closings: Int32Array | null): Day {
  const first = firstDay ?? neverDay;
  return closings === null ? first : closings.reduce((least, day) => Math.min(least, day), first);
}
