import type { Locale } from './locale';
import { missing } from './numbers';

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const chineseQuarters = ['一', '二', '三', '四'];

const parts = (iso: string): readonly [string, number, number] => {
  const [year = '', month = '1', day = '1'] = iso.split('-');
  return [year, Number(month), Number(day)];
};

const englishMonth = (month: number): string => englishMonths[month - 1] ?? '';

export type DateFormats = {
  /** `2026-06-30` → `30 Jun 2026` · `2026年6月30日` */
  readonly day: (iso: string | null) => string;
  /** `2026-06` → `Jun 2026` · `2026年6月` */
  readonly month: (iso: string | null) => string;
  /** `Jul 2025–Jun 2026` · `2025年7月–2026年6月`; an empty text where there is no month. */
  readonly monthRange: (from: string, to: string) => string;
  readonly dayRange: (from: string, to: string) => string;
  /** On an axis: `Jun` · `6月`, with the year on January and where asked for. */
  readonly monthTick: (iso: string, withYear?: boolean) => string;
  /** `Q2 2026` · `2026年二季度` for a month of the quarter. */
  readonly quarter: (iso: string) => string;
};

export function dateFormatsFor(locale: Locale): DateFormats {
  const isChinese = locale === 'zh';
  const day = (iso: string | null): string => {
    if (iso === null) return missing;
    const [year, month, date] = parts(iso);
    return isChinese
      ? `${year}年${String(month)}月${String(date)}日`
      : `${String(date)} ${englishMonth(month)} ${year}`;
  };
  const month = (iso: string | null): string => {
    if (iso === null) return missing;
    const [year, number] = parts(iso);
    return isChinese ? `${year}年${String(number)}月` : `${englishMonth(number)} ${year}`;
  };
  return {
    day,
    month,
    monthRange: (from, to) => (from === '' ? '' : from === to ? month(from) : `${month(from)}–${month(to)}`),
    dayRange: (from, to) => (from === to ? day(from) : `${day(from)}–${day(to)}`),
    monthTick: (iso, withYear = false) => {
      const [year, number] = parts(iso);
      if (!withYear && number !== 1) return isChinese ? `${String(number)}月` : englishMonth(number);
      return isChinese ? `${year.slice(2)}年${String(number)}月` : `${englishMonth(number)} ${year.slice(2)}`;
    },
    quarter: (iso) => {
      const [year, number] = parts(iso);
      const quarter = Math.floor((number - 1) / 3);
      return isChinese ? `${year}年${chineseQuarters[quarter] ?? ''}季度` : `Q${String(quarter + 1)} ${year}`;
    },
  };
}
