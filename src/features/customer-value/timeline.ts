import { distinctPeriods, type DistinctPeriods } from '../../algorithms/lifetime-value/distinct-periods';
import { historiesOfEvents, type Calibration } from '../../algorithms/lifetime-value/histories-of-events';
import type { Day } from '../../base/calendar-day';
import type { BtydInput } from './btyd-input';
import { daysPer } from './btyd-settings';
import { calibrationEndOf, medianGap } from './calibration-end';

/** Dated events in whole periods of `days` days that end with the day `anchor`: period 0 ends there. */
export type Timeline = {
  readonly anchor: Day;
  readonly days: number;
  readonly calibration: Calibration;
  readonly periods: DistinctPeriods;
};

/** The last day of a period. */
export function endOfPeriod({ anchor, days }: Pick<Timeline, 'anchor' | 'days'>, period: number): Day {
  return anchor + period * days;
}

export type Histories = {
  /** Histories up to the end of the calibration and what came after. */
  readonly then: Timeline;
  /** Histories up to the as-of day. */
  readonly now: Timeline;
  /** Whole periods after the calibration; null = none. */
  readonly holdoutPeriods: number | null;
  readonly grain: 'day' | 'week';
  /** Days of one unit of time. */
  readonly unitDays: number;
  /** Days between an event and the next one, in the middle of all. */
  readonly gap: number | null;
  /** All transactions of a bank, not purchases. */
  readonly isRaw: boolean;
};

/** A usual gap between events below this many days shows the account of a bank's customer, not purchases. */
const rawGap = 7;

/** What each customer did up to the end of the calibration, after it, and up to the as-of day. O(events · log) */
export function historiesOf({ events, settings, customers, last }: BtydInput): Histories {
  const days = distinctPeriods({ customer: events.customer, period: events.day }, customers);
  const gap = medianGap(days);
  const to = last ?? 0;
  const first = days.periods.reduce((least, day) => Math.min(least, day), to);
  const end = Math.min(to, settings.calibrationEnd ?? calibrationEndOf(first, to, gap));
  const grain = settings.grain !== 'auto' ? settings.grain : events.kind === 'all' ? 'day' : 'week';
  const unitDays = daysPer[settings.unit];
  const ahead = Math.floor((to - end) / daysPer[grain]);
  const holdoutPeriods = ahead > 0 ? ahead : null;
  const timelineAt = (anchor: Day, holdoutEnd: number | null): Timeline => {
    const period = events.day.map((day) => Math.ceil((day - anchor) / daysPer[grain]));
    const list = { customer: events.customer, period };
    const periodsPerUnit = unitDays / daysPer[grain];
    return {
      anchor,
      days: daysPer[grain],
      calibration: historiesOfEvents(list, { customers, calibrationEnd: 0, holdoutEnd, periodsPerUnit }),
      periods: distinctPeriods(list, customers),
    };
  };
  return {
    then: timelineAt(end, holdoutPeriods),
    now: timelineAt(to, null),
    holdoutPeriods,
    grain,
    unitDays,
    gap,
    isRaw: events.kind === 'all' && (events.isRaw || (gap !== null && gap < rawGap)),
  };
}
