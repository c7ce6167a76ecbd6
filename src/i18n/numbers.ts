import type { UnitSystem } from './locale';

/** What stands for a number that is not known. Never 0, never blank. */
export const missing = '—';

/** Grouping by threes with at most `digits` decimals, U+2212 for minus, never `-0`. */
export function grouped(value: number, digits: number, minimum = 0): string {
  const key = `${String(minimum)}-${String(digits)}`;
  let format = cache.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: minimum,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    });
    cache.set(key, format);
  }
  return format.format(value).replace('-', '−');
}
const cache = new Map<string, Intl.NumberFormat>();

/** The same with a sign in any case: `+3.1`, `−0.9`, `0`. */
export function signed(value: number, digits: number, minimum = 0): string {
  const text = grouped(value, digits, minimum);
  return value > 0 && Number(text.replace(/,/g, '')) !== 0 ? `+${text}` : text;
}

export type Magnitude = { readonly divide: number; readonly suffix: string; readonly word: string };

/** Steps of the two ways to abbreviate, smallest first. Below the first step numbers are written in full. */
export const magnitudes: Readonly<Record<UnitSystem, readonly Magnitude[]>> = {
  wan: [
    { divide: 1e4, suffix: '万', word: '万' },
    { divide: 1e8, suffix: '亿', word: '亿' },
    { divide: 1e12, suffix: '万亿', word: '万亿' },
  ],
  kmb: [
    { divide: 1e3, suffix: 'K', word: 'thousand' },
    { divide: 1e6, suffix: 'M', word: 'million' },
    { divide: 1e9, suffix: 'B', word: 'billion' },
    { divide: 1e12, suffix: 'T', word: 'trillion' },
  ],
};

/** Abbreviation starts at ten thousand in both systems (ux.md §4.6). */
const abbreviatedFrom = 10_000;

const whole: Magnitude = { divide: 1, suffix: '', word: '' };

/** Decimals that leave three significant digits, none from 100 on. */
export function decimalsFor(size: number): number {
  if (size === 0) return 0;
  if (size >= 99.95) return 0;
  if (size >= 9.995) return 1;
  if (size >= 1) return 2;
  return Math.min(6, 2 - Math.floor(Math.log10(size)));
}

/** The step in which a number is written; a number that would round up to the next step takes that one. */
export function magnitudeOf(value: number, units: UnitSystem): Magnitude {
  const size = Math.abs(value);
  if (size < abbreviatedFrom) return whole;
  const steps = magnitudes[units];
  let chosen = whole;
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    const isReached =
      before === undefined
        ? size >= step.divide
        : Math.round(size / before.divide) >= step.divide / before.divide;
    if (isReached) chosen = step;
  }
  return chosen;
}

/** Three significant digits with the step's letter: `12.3K`, `1,234万`, `9,999`, `0.034`. */
export function abbreviated(value: number, units: UnitSystem): string {
  const { divide, suffix } = magnitudeOf(value, units);
  const scaled = value / divide;
  return grouped(scaled, decimalsFor(Math.abs(scaled))) + suffix;
}
