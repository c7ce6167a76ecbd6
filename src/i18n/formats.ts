import type { Unit } from '../base/units';
import { axisUnitFor, type AxisUnit } from './axis-unit';
import { arrows, judgementOf, signOf, toneClass, type Change, type Judgement, type Sign } from './change';
import { currencyDecimals, currencyMark, currencyName } from './currency';
import { dateFormatsFor, type DateFormats } from './dates';
import type { Locale, UnitSystem } from './locale';
import { abbreviated, decimalsFor, grouped, magnitudes, missing, signed } from './numbers';

export type FormatSettings = {
  readonly locale: Locale;
  readonly units: UnitSystem;
  /** ISO 4217; `XXX` when the files do not say. */
  readonly currency: string;
};

/** `compact`: three significant digits, for tiles and labels. `exact`: for tables, tooltips, exports. */
export type Precision = 'compact' | 'exact';

type Figure = number | null;

/** A change in words: `▲ +6.2% better`. The parts are for markup, `text` for sentences. */
export type ChangeText = {
  readonly sign: Sign;
  readonly judgement: Judgement;
  readonly arrow: string;
  /** `+6.2%`; `about the same` when nothing changed; `—` when not known. */
  readonly amount: string;
  /** `better`, `worse` or empty. */
  readonly word: string;
  readonly text: string;
  readonly className: string;
};

/** All numbers, money and dates of the interface. A value is in major units; percent, points are fractions. */
export type Formats = FormatSettings &
  DateFormats & {
    readonly value: (value: Figure, unit: Unit, precision?: Precision) => string;
    readonly count: (value: Figure, precision?: Precision) => string;
    readonly money: (value: Figure, precision?: Precision) => string;
    /** Amount without currency, for columns whose header names it. */
    readonly amount: (value: Figure) => string;
    readonly percent: (value: Figure, precision?: Precision) => string;
    readonly points: (value: Figure) => string;
    readonly ratio: (value: Figure) => string;
    readonly days: (value: Figure) => string;
    readonly score: (value: Figure) => string;
    readonly delta: (change: Change, materiality?: number) => ChangeText;
    /** For screen readers: units as words, nothing abbreviated. */
    readonly spoken: (value: Figure, unit: Unit) => string;
    readonly spokenDelta: (change: Change) => string;
    readonly axisUnit: (max: number, unit: Unit) => AxisUnit;
    readonly fileSize: (bytes: number) => string;
    readonly seconds: (seconds: number) => string;
    readonly list: (items: readonly string[]) => string;
    readonly missing: string;
    readonly notApplicable: string;
  };

const isKnown = (value: Figure): value is number => value !== null && Number.isFinite(value);

/** The formats of one reader. Creating them is cheap; the number formatters behind them are shared. */
export function formatsFor(settings: FormatSettings): Formats {
  const { locale, units, currency } = settings;
  const isChinese = locale === 'zh';
  const mark = currencyMark(currency, locale);

  const withCurrency = (value: number, digits: string): string =>
    value < 0 && digits.startsWith('−')
      ? `−${mark.before}${digits.slice(1)}${mark.after}`
      : `${mark.before}${digits}${mark.after}`;
  const plain = (value: number): string =>
    grouped(value, Number.isInteger(value) ? 0 : Math.max(2, Math.min(4, decimalsFor(Math.abs(value)))));

  const count = (value: Figure, precision: Precision = 'compact'): string => {
    if (!isKnown(value)) return missing;
    if (precision === 'exact') return plain(value);
    return Math.abs(value) < 10_000 && Number.isInteger(value)
      ? grouped(value, 0)
      : abbreviated(value, units);
  };
  const money = (value: Figure, precision: Precision = 'compact'): string => {
    if (!isKnown(value)) return missing;
    const decimals = currencyDecimals(currency);
    if (precision === 'exact') return withCurrency(value, grouped(value, decimals, decimals));
    const isSmall = Math.abs(value) < 10_000;
    return withCurrency(
      value,
      isSmall ? grouped(value, Math.abs(value) < 100 ? decimals : 0) : abbreviated(value, units),
    );
  };
  const percent = (value: Figure, precision: Precision = 'compact'): string => {
    if (!isKnown(value)) return missing;
    const digits = precision === 'exact' ? 2 : 1;
    const least = 10 ** -digits;
    const share = value * 100;
    if (share !== 0 && Math.abs(share) < least) return `${share < 0 ? '>−' : '<'}${grouped(least, digits)}%`;
    return `${grouped(share, digits)}%`;
  };
  const points = (value: Figure): string =>
    isKnown(value) ? `${signed(value * 100, 1, 1)}${isChinese ? '个百分点' : ' pp'}` : missing;
  const ratio = (value: Figure): string =>
    isKnown(value) ? `${grouped(value, Math.abs(value) < 10 ? 2 : 1)}${isChinese ? ' 倍' : '×'}` : missing;
  const days = (value: Figure): string => {
    if (!isKnown(value)) return missing;
    const digits = grouped(value, 1);
    return isChinese ? `${digits} 天` : `${digits} ${digits === '1' ? 'day' : 'days'}`;
  };
  const score = (value: Figure): string =>
    isKnown(value) ? grouped(value, 2, Number.isInteger(value) ? 0 : 2) : missing;

  const value = (figure: Figure, unit: Unit, precision: Precision = 'compact'): string => {
    switch (unit) {
      case 'count':
        return count(figure, precision);
      case 'money':
        return money(figure, precision);
      case 'percent':
        return percent(figure, precision);
      case 'points':
        return points(figure);
      case 'ratio':
        return ratio(figure);
      case 'days':
        return days(figure);
      case 'score':
        return score(figure);
    }
  };

  const changeAmount = ({ value: change, unit }: Change): string => {
    if (!isKnown(change)) return missing;
    if (unit === 'percent') {
      const size = Math.abs(change) * 100;
      return `${signed(change * 100, size >= 100 ? 0 : 1, size >= 100 ? 0 : 1)}%`;
    }
    if (unit === 'points') return points(change);
    if (unit === 'ratio') return signed(change, 2);
    const digits = unit === 'money' ? money(change) : count(change);
    return change > 0 ? `+${digits}` : digits;
  };
  const words = isChinese
    ? { better: '向好', worse: '转差', plain: '', same: '基本持平' }
    : { better: 'better', worse: 'worse', plain: '', same: 'about the same' };
  const delta = (change: Change, materiality?: number): ChangeText => {
    const known = isKnown(change.value);
    const sign = signOf(change, materiality);
    const judgement = judgementOf(sign, change.direction);
    const arrow = known ? arrows[sign] : '';
    const amount = known && sign === 'same' ? words.same : changeAmount(change);
    const word = words[judgement];
    return {
      sign,
      judgement,
      arrow,
      amount,
      word,
      text: [arrow, amount, word].filter((part) => part !== '').join(' '),
      className: toneClass(sign, judgement),
    };
  };

  const spoken = (figure: Figure, unit: Unit): string => {
    if (!isKnown(figure)) return isChinese ? '未知' : 'not known';
    if (isChinese) return value(figure, unit).replace('−', '负');
    const minus = figure < 0 ? 'minus ' : '';
    const size = Math.abs(figure);
    const step = [...magnitudes.kmb].reverse().find(({ divide }) => size >= divide && size >= 10_000);
    const number = step
      ? `${grouped(size / step.divide, decimalsFor(size / step.divide))} ${step.word}`
      : grouped(size, Number.isInteger(size) ? 0 : 2);
    if (unit === 'money') return `${minus}${number} ${currencyName(currency, locale)}`.trimEnd();
    if (unit === 'percent') return `${minus}${grouped(size * 100, 1)} percent`;
    if (unit === 'points') return `${minus}${grouped(size * 100, 1)} percentage points`;
    if (unit === 'ratio') return `${minus}${number} times`;
    if (unit === 'days') return `${minus}${number} ${size === 1 ? 'day' : 'days'}`;
    return minus + number;
  };
  const spokenDelta = (change: Change): string => {
    const { sign, word } = delta(change);
    if (!isKnown(change.value)) return '';
    if (sign === 'same') return words.same;
    const size: Change['value'] = Math.abs(change.value);
    const amount =
      change.unit === 'percent'
        ? isChinese
          ? `${grouped(size * 100, 1)}%`
          : `${grouped(size * 100, 1)} percent`
        : change.unit === 'points'
          ? isChinese
            ? `${grouped(size * 100, 1)}个百分点`
            : `${grouped(size * 100, 1)} percentage points`
          : spoken(size, change.unit);
    const moved = isChinese
      ? `${sign === 'rise' ? '上升' : '下降'} ${amount}`
      : `${sign === 'rise' ? 'up' : 'down'} ${amount}`;
    return word === '' ? moved : `${moved}${isChinese ? '，' : ', '}${word}`;
  };

  return {
    ...settings,
    ...dateFormatsFor(locale),
    value,
    count,
    money,
    amount: (figure) => {
      const decimals = currencyDecimals(currency);
      return isKnown(figure) ? grouped(figure, decimals, decimals) : missing;
    },
    percent,
    points,
    ratio,
    days,
    score,
    delta,
    spoken,
    spokenDelta,
    axisUnit: (max, unit) => axisUnitFor(settings, max, unit),
    fileSize: (bytes) => {
      const steps = ['B', 'kB', 'MB', 'GB'];
      const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
      const scaled = bytes / 1000 ** power;
      return `${grouped(scaled, power === 0 ? 0 : Math.min(1, decimalsFor(scaled)))} ${steps[power] ?? ''}`;
    },
    seconds: (seconds) => {
      const digits = grouped(seconds, seconds < 10 ? 1 : 0);
      return isChinese ? `${digits} 秒` : `${digits} s`;
    },
    list: (items) => lists[locale].format(items),
    missing,
    notApplicable: isChinese ? '不适用' : 'n/a',
  };
}

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  zh: new Intl.ListFormat('zh-CN', { type: 'conjunction' }),
};
