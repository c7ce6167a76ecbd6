import type { ChartModel } from '../../charts/chart-model';
import type { Language } from '../../i18n/language';
import type { BtydResult } from './btyd-result';
import type { ValueKey } from './messages';

/** What a card says and draws, ready in the reader's language. */
export type CardView = {
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  readonly model: ChartModel;
};

export type Speech = Language<ValueKey>;

/** `n = 2,357 · MBG/NBD, learned until 31 Dec 1997` */
export function modelFooter({ n, model, calibrationEnd }: BtydResult, { t, f }: Speech): string {
  const words = { n: f.count(n, 'exact'), model: t(`model.${model}`), date: f.day(calibrationEnd) };
  return t('footer.model', words);
}

/** Whole customers or purchases: `812`. */
export const whole = (value: number, { f }: Speech): string => f.count(Math.round(value), 'exact');

/** The parts of a subtitle that say something. */
export function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
