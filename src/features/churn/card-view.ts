import type { Language } from '../../i18n/language';
import type { ResultBase } from '../task';
import type { ChurnKey } from './messages';

export type { CardView } from '../../charts/chart-card-props';

export type Speech = Language<ChurnKey>;

/** Below this number of customers a figure is called a small sample. */
const smallSample = 30;

/** `n = 86,210 · as of 30 Jun 2026`; rows of a table of one's own have no day. */
export function footerOf({ n, asOf }: Pick<ResultBase, 'n' | 'asOf'>, { t, f }: Speech): string {
  const counted = t('footer.n', { n: f.count(n, 'exact') });
  const dated = asOf === null ? counted : `${counted} · ${t('footer.date', { date: f.day(asOf) })}`;
  return n < smallSample ? `${dated} · ${t('footer.small')}` : dated;
}
