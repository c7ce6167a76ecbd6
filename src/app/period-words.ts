import { isoDay, lastDayOfMonth, monthOfDay, isoMonth, parseIsoDay } from '../base/calendar-day';
import type { Compare, Period } from '../model/filters';
import type { ViewState } from '../project/view-state';
import { periodOf } from '../state/default-filters';
import type { AppKey } from './app.messages';
import type { Naming } from './field-names';

export const periodPresets = ['MTD', 'QTD', 'YTD', 'L3M', 'L6M', 'L12M', 'L24M', 'all'] as const;
type Preset = (typeof periodPresets)[number];

const isPreset = (p: Period): p is Preset => (periodPresets as readonly string[]).includes(p);

/** The days of a period in words: whole months by name. */
export function spanName(from: number, to: number, { f }: Pick<Naming, 'f'>): string {
  const isWhole = isoDay(from).endsWith('-01') && to === lastDayOfMonth(monthOfDay(to));
  return isWhole
    ? f.monthRange(isoMonth(monthOfDay(from)), isoMonth(monthOfDay(to)))
    : f.dayRange(isoDay(from), isoDay(to));
}

/** The period of a view in words: its months, as far as the data say which. */
export function periodName(state: Pick<ViewState, 'p' | 'asof'>, naming: Naming): string {
  const { info, t } = naming;
  const p = state.p ?? info?.defaults.p ?? 'L12M';
  if (!info) return isPreset(p) ? t(`period.${p}`) : p;
  const { span } = periodOf(info, {
    p,
    c: 'none',
    ...(state.asof === undefined ? {} : { asof: state.asof }),
  });
  return span === null ? t('period.none') : spanName(span.from, span.to, naming);
}

export function presetName(p: Preset, { t }: Pick<Naming, 't'>): string {
  return t(`period.${p}` satisfies AppKey);
}

export function compareName(c: Compare | undefined, naming: Naming): string {
  const { info, t, f } = naming;
  const chosen = c ?? info?.defaults.c ?? 'py';
  if (chosen === 'py' || chosen === 'pp' || chosen === 'none') return t(`compare.${chosen}`);
  const [from = '', to = ''] = chosen.split('..');
  return t('compare.range', { range: to === '' ? chosen : f.monthRange(from, to) });
}

/** The months that the data cover, the latest first. */
export function monthsOf({ info }: Pick<Naming, 'info'>): readonly string[] {
  const [first, last] = [info?.firstDay, info?.lastDay].map((day) => (day == null ? null : parseIsoDay(day)));
  if (first == null || last == null) return [];
  const [from, to] = [monthOfDay(first), monthOfDay(last)];
  return Array.from({ length: to - from + 1 }, (_, index) => isoMonth(to - index));
}

/** The last day of a month, as the `asof` of a view. */
export function endOfMonth(month: string): string {
  const first = parseIsoDay(`${month}-01`);
  return first === null ? month : isoDay(lastDayOfMonth(monthOfDay(first)));
}
