import type { MoneyUnit } from '../model/mapping';
import type { Locale } from './locale';
import { defineMessages, translator } from './translate';

/** In what unit a file writes amounts. */
export const moneyUnitMessages = defineMessages({
  yuan: { en: 'Full units', zh: '元' },
  fen: { en: 'Hundredths', zh: '分' },
  thousand: { en: 'Thousands', zh: '千元' },
  wan: { en: 'Ten thousands', zh: '万元' },
  million: { en: 'Millions', zh: '百万元' },
  yi: { en: 'Hundred millions', zh: '亿元' },
});

export const moneyUnitName = (unit: MoneyUnit, locale: Locale): string =>
  translator(moneyUnitMessages, locale)(unit);
