import type { Formats } from './formats';
import { defineMessages, translator } from './translate';

export const footerMessages = defineMessages({
  n: { en: 'n = {n}', zh: 'n = {n}' },
  counting: { en: 'n updating', zh: 'n 更新中' },
  date: { en: 'as of {date}', zh: '截至 {date}' },
  small: { en: 'small sample', zh: '样本少' },
});

/** Below this number of customers a figure is called a small sample. */
const smallSample = 30;

/** `n` null while it is still to be counted. */
type Counted = { readonly n: number | null; readonly asOf: string | null };

/** `n = 86,210 · as of 30 Jun 2026 · equal values share a score`; what has no day says none. */
export function footerText(
  { n, asOf }: Counted,
  { f }: { readonly f: Formats },
  more: readonly string[] = [],
): string {
  const t = translator(footerMessages, f.locale);
  return [
    n === null ? t('counting') : t('n', { n: f.count(n, 'exact') }),
    ...(asOf === null ? [] : [t('date', { date: f.day(asOf) })]),
    ...(n !== null && n < smallSample ? [t('small')] : []),
    ...more,
  ].join(' · ');
}
