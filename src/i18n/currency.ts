import type { Locale } from './locale';

/** How a currency is written around a number: `¥123M`, `CZK 123M`, `1.23亿元`. */
export type CurrencyMark = { readonly before: string; readonly after: string };

/** JPY shares its sign with CNY, so it is written as a code. */
const signs: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' };

const chineseNames: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
  GBP: '英镑',
  AUD: '澳元',
  CZK: '捷克克朗',
  CHF: '瑞士法郎',
  SGD: '新加坡元',
};

const englishNames: Readonly<Record<string, string>> = {
  CNY: 'yuan',
  USD: 'US dollars',
  EUR: 'euros',
  HKD: 'Hong Kong dollars',
  JPY: 'Japanese yen',
  GBP: 'pounds',
  AUD: 'Australian dollars',
  CZK: 'Czech crowns',
  CHF: 'Swiss francs',
  SGD: 'Singapore dollars',
};

/** `XXX` is ISO 4217 for "no currency": the files do not say, so nothing is written. */
const unknownCurrency = 'XXX';

export function currencyMark(currency: string, locale: Locale): CurrencyMark {
  if (currency === unknownCurrency) return { before: '', after: '' };
  if (locale === 'zh') return { before: '', after: chineseNames[currency] ?? ` ${currency}` };
  return { before: signs[currency] ?? `${currency}\u00a0`, after: '' };
}

/** Name for speech and prose: `yuan`, `元`. */
export function currencyName(currency: string, locale: Locale): string {
  if (currency === unknownCurrency) return '';
  return (locale === 'zh' ? chineseNames : englishNames)[currency] ?? currency;
}

/** Decimals of an exact amount. */
export function currencyDecimals(currency: string): number {
  return currency === 'JPY' ? 0 : 2;
}
