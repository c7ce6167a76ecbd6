import { parseIsoDay } from '../base/calendar-day';
import type { DatasetInfo } from '../dataset/dataset-info';
import { resolvePeriod, type ResolvedPeriod } from '../dataset/period';
import type { Compare, Filters, Period } from '../model/filters';

const dayOf = (text: string | null | undefined) => (text == null ? null : parseIsoDay(text));

/** The days that a period and a comparison mean in these data. */
export function periodOf(info: DatasetInfo, filters: Pick<Filters, 'p' | 'c' | 'asof'>): ResolvedPeriod {
  return resolvePeriod({
    p: filters.p,
    c: filters.c,
    asOf: dayOf(filters.asof),
    data: { asOf: dayOf(info.asOf), firstDay: dayOf(info.firstDay), lastDay: dayOf(info.lastDay) },
  });
}

/**
 * Period and comparison where the reader chose none. Where the data do not reach back over the default comparison, the
 * period before is compared with, else nothing.
 */
export function defaultFilters(
  info: DatasetInfo,
  chosen: Pick<Filters, 'p' | 'asof'>,
): { readonly p: Period; readonly c: Compare } {
  const p = chosen.p ?? info.defaults.p;
  const isCovered = (c: Compare) => periodOf(info, { ...chosen, p, c }).comparison !== null;
  if (chosen.p === undefined && chosen.asof === undefined) return { p, c: info.defaults.c };
  const c = ([info.defaults.c, 'py', 'pp'] as const).find((one) => one !== 'none' && isCovered(one));
  return { p, c: c ?? 'none' };
}
