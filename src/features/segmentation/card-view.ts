import type { PeriodText } from '../../dataset/period-text';
import type { Formats } from '../../i18n/formats';
import type { Language } from '../../i18n/language';
import type { ResultBase } from '../task';
import type { SegmentationKey } from './messages';

export type { CardView } from '../../charts/chart-card-props';

export type Speech = Language<SegmentationKey>;

/** Below this number of customers a figure is called a small sample. */
const smallSample = 30;

/** `n = 86,210 · as of 30 Jun 2026 · equal values share a score` */
export function footerOf(
  { n, asOf }: Pick<ResultBase, 'n' | 'asOf'>,
  { t, f }: Speech,
  more: readonly string[] = [],
): string {
  const text = t('footer.customers', { n: f.count(n, 'exact'), date: f.day(asOf) });
  return [text, ...(n < smallSample ? [t('footer.small')] : []), ...more].join(' · ');
}

/** `Jul 2025–Jun 2026` */
export function windowName(window: PeriodText | null, f: Formats): string {
  return window === null ? f.missing : f.monthRange(window.from.slice(0, 7), window.to.slice(0, 7));
}

/** The share of a total; null when there is none. */
export function shareOf(part: number, total: number): number | null {
  return total > 0 ? part / total : null;
}
