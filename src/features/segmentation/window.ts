import { firstDayOfMonth, isoDay, monthOfDay, type Day } from '../../base/calendar-day';
import type { Span } from '../../dataset/period';
import type { Scope } from '../../dataset/scope';

/** The day that scores stand for, and the months up to it that they look at; null when the data know no dates. */
export function windowOf({ dataset, asOf }: Scope, months: number): Span | null {
  const to = asOf ?? dataset.lastDay;
  return to === null ? null : { from: firstDayOfMonth(monthOfDay(to) - months + 1), to };
}

/**
 * Whether values stand for the data's own as-of day: only those are published, so that a segment means the same on
 * every page and in every link.
 */
export function isOwnDay({ dataset }: Scope, day: Day | null): boolean {
  return day === (dataset.asOf ?? dataset.lastDay);
}

export const textOfDay = (day: Day | null): string | null => (day === null ? null : isoDay(day));
