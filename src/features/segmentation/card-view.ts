import type { PeriodText } from '../../dataset/period-text';
import type { Formats } from '../../i18n/formats';
import type { Language } from '../../i18n/language';
import type { SegmentationKey } from './messages';

export type { CardView } from '../../charts/chart-card-props';

export type Speech = Language<SegmentationKey>;

/** `Jul 2025–Jun 2026` */
export function windowName(window: PeriodText | null, f: Formats): string {
  return window === null ? f.missing : f.monthRange(window.from.slice(0, 7), window.to.slice(0, 7));
}

/** The share of a total; null when there is none. */
export function shareOf(part: number, total: number): number | null {
  return total > 0 ? part / total : null;
}
