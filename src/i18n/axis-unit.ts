import type { Unit } from '../base/units';
import { currencyMark } from './currency';
import type { FormatSettings } from './formats';
import { decimalsFor, grouped, magnitudeOf, missing } from './numbers';

/** One unit for a whole axis. Money and percent are named once (`label`), numbers then stand bare. */
export type AxisUnit = {
  readonly divide: number;
  /** `¥B`, `亿元`, `%`; empty for counts, whose ticks carry the letter. */
  readonly label: string;
  /** A tick: `1.5`, `10K`. */
  readonly format: (value: number) => string;
  /** The ticks of an axis with as many decimals as the finest of them needs: `2.0`, `2.1`. */
  readonly ticks: (values: readonly number[]) => readonly string[];
  /** A direct label, with as many decimals as the largest value needs: `0.9`, `78.4`, `<0.1`. */
  readonly mark: (value: number | null) => string;
  /** A direct label with its sign: `+3.1`, `−0.9`. */
  readonly signedMark: (value: number) => string;
};

/** The unit in which an axis up to `max` (largest absolute value) is written. Percent and points are fractions. */
export function axisUnitFor(settings: FormatSettings, max: number, unit: Unit): AxisUnit {
  const { locale, units, currency } = settings;
  const isShare = unit === 'percent' || unit === 'points';
  const step = isShare ? { divide: 0.01, suffix: '' } : magnitudeOf(max, units);
  const mark = currencyMark(currency, locale);
  const isMoney = unit === 'money';
  const suffix = isMoney ? '' : step.suffix;
  const label = isMoney
    ? locale === 'zh'
      ? step.suffix + mark.after.trimStart()
      : (mark.before + step.suffix).trim()
    : unit === 'percent'
      ? '%'
      : unit === 'points'
        ? locale === 'zh'
          ? '百分点'
          : 'pp'
        : '';
  const digits = Math.min(isShare ? 1 : 3, decimalsFor(Math.abs(max) / step.divide));
  // Numbers below each other keep a common decimal; whole things keep none.
  const isWhole = !isMoney && !isShare && step.divide === 1;
  const plain = (value: number): string => {
    const scaled = value / step.divide;
    const text = grouped(scaled, digits, isWhole || scaled === 0 ? 0 : Math.min(1, digits));
    if (scaled === 0 || Number(text.replace('−', '')) !== 0) return text;
    const least = grouped(10 ** -digits, digits);
    return scaled > 0 ? `<${least}` : `−<${least}`;
  };
  const ownSuffix = unit === 'percent' ? '%' : suffix;
  const withSuffix = (text: string): string => (text === '0' && unit !== 'percent' ? text : text + ownSuffix);
  return {
    divide: step.divide,
    label,
    format: (value) => {
      const text = grouped(value / step.divide, 6);
      return text === '0' ? text : text + suffix;
    },
    ticks: (values) => {
      const scaled = values.map((value) => value / step.divide);
      const decimals = Math.max(0, ...scaled.map((value) => (grouped(value, 6).split('.')[1] ?? '').length));
      return scaled.map((value) => (value === 0 ? '0' : grouped(value, decimals, decimals) + suffix));
    },
    mark: (value) => {
      if (value === null) return missing;
      // A count below the first step is short enough to be exact; `<0.1K` would say less in more letters.
      if (suffix !== '' && !isShare && magnitudeOf(value, units).divide === 1 && Number.isInteger(value))
        return grouped(value, 0);
      return withSuffix(plain(value));
    },
    signedMark: (value) => (value > 0 ? '+' : '') + withSuffix(plain(value)),
  };
}
