export type Locale = 'en' | 'zh';

/** How large numbers are abbreviated: 万/亿 or K/M/B. */
export type UnitSystem = 'wan' | 'kmb';

/** `<html lang>` of a locale; it also picks Simplified glyphs in shared fonts. */
export const htmlLang = { en: 'en', zh: 'zh-CN' } as const satisfies Record<Locale, string>;
