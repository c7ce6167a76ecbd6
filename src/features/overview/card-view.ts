import type { PeriodText } from '../../dataset/period-text';
import type { Formats } from '../../i18n/formats';
import type { Language } from '../../i18n/language';
import type { Compare } from '../../model/filters';
import type { OverviewKey } from './messages';

export type { CardView } from '../../charts/chart-card-props';

export type Speech = Language<OverviewKey>;

/** `Jul 2025–Jun 2026`; whole months by name, other spans by day. */
export function periodName(period: PeriodText | null, f: Formats): string {
  if (period === null) return f.missing;
  const { from, to } = period;
  const isWholeMonths = from.endsWith('-01') && isMonthEnd(to);
  return isWholeMonths ? f.monthRange(from.slice(0, 7), to.slice(0, 7)) : f.dayRange(from, to);
}

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** `vs last year`, or what stands in its place when the data know no earlier period. */
export function versusName(compare: Compare, comparison: PeriodText | null, { t, f }: Speech): string {
  if (comparison === null) return t('vs.none');
  if (compare === 'py' || compare === 'pp') return t(`vs.${compare}`);
  return t('vs.range', { range: periodName(comparison, f) });
}

/** What a figure covers: a flow its whole period, a level the month in which it ends. */
export function scopeName(period: PeriodText | null, isLevel: boolean, f: Formats): string {
  if (period === null || !isLevel || !isMonthEnd(period.to)) return periodName(period, f);
  return f.month(period.to.slice(0, 7));
}

/** `last year` in a sentence. */
export function earlierName(compare: Compare, comparison: PeriodText, { t, f }: Speech): string {
  if (compare === 'py' || compare === 'pp') return t(`earlier.${compare}`);
  return t('earlier.range', { range: periodName(comparison, f) });
}

/** A name inside a sentence: `Transactions` → `transactions`, `AUM` as it is, `管理资产（AUM）` → `管理资产`. */
export function insideSentence(name: string, { locale }: Speech): string {
  if (locale === 'zh') return name.replace(/（[^）]*）$/, '');
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Change relative to the earlier value; null when there is none to compare with. */
export function relativeChange(value: number | null, earlier: number | null | undefined): number | null {
  if (value === null || earlier === null || earlier === undefined || earlier === 0) return null;
  return (value - earlier) / Math.abs(earlier);
}
