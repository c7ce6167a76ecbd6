import type { LineModel, LineSeries } from '../chart-model';

const keys = Array.from({ length: 24 }, (_, index) => {
  const month = 6 + index;
  return `${String(2024 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** A seeded walk: the same values in every run. */
function walk(count: number, seed: number, start: number, step: number): number[] {
  let state = seed;
  let value = start;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    value += (state / 2_147_483_648 - 0.4) * step;
    return Math.round(value * 1e6) / 1e6;
  });
}

const series = (
  key: string,
  values: readonly (number | null)[],
  more: Partial<LineSeries> = {},
): LineSeries => ({
  key,
  label: key,
  values,
  style: 'primary',
  ...more,
});

const model = (all: readonly LineSeries[], more: Partial<LineModel> = {}): LineModel => ({
  kind: 'line',
  unit: 'money',
  keys,
  labels: keys,
  keyLabel: 'Month',
  series: all,
  zeroBased: false,
  isBrushable: true,
  ...more,
});

const aum = walk(24, 3, 42e9, 0.9e9);

/** Named and seeded: gallery, snapshots and contract tests draw these. */
export const lineExamples = {
  zero: model([], { keys: [], labels: [] }),
  one: model([series('AUM', [48.2e9])], { keys: ['2026-06'], labels: ['2026-06'] }),
  single: model([series('AUM', aum)]),
  compared: model([
    series('AUM', aum),
    series(
      'Year before',
      aum.map((value) => value * 0.93),
      { style: 'comparison' },
    ),
  ]),
  percent: model(
    [
      series('Churn rate', walk(24, 11, 0.041, 0.004)),
      series('Year before', walk(24, 5, 0.039, 0.003), { style: 'comparison' }),
    ],
    { unit: 'percent' },
  ),
  gaps: model(
    [
      series(
        'Transactions',
        walk(24, 9, 52_000, 4000).map((value, at) =>
          at === 5 || at === 14 || at === 16 ? null : Math.round(value),
        ),
      ),
    ],
    {
      unit: 'count',
      zeroBased: true,
    },
  ),
  partial: model([series('Inflow', walk(24, 2, 24e6, 3e6))], { zeroBased: true, partial: 23 }),
  negative: model(
    [
      series(
        'Net flow',
        walk(24, 8, 1e6, 5e6).map((value) => value - 1.6e6),
      ),
    ],
    { zeroBased: true },
  ),
  several: model(
    ['Mobile', 'Internet', 'Counter', 'ATM', 'Card terminal'].map((label, index) =>
      series(label, walk(24, index + 20, 9000 + index * 4000, 900), { style: 'other', slot: index + 1 }),
    ),
    { unit: 'count', zeroBased: true },
  ),
  stacked: model(
    ['Term deposit', 'Wealth product', 'Fund', 'Current account'].map((label, index) =>
      series(label, walk(24, index + 40, 1.8e6 / (index + 1), 0.1e6), { style: 'other' }),
    ),
    { zeroBased: true, isStacked: true },
  ),
  'all-unknown': model([
    series(
      'AUM',
      keys.map(() => null),
    ),
  ]),
  'long-names-en': model(
    ['Shanghai Pudong Lujiazui Branch', 'Guangzhou Tianhe Sports Center'].map((label, index) =>
      series(label, walk(24, index + 60, 30e6, 2e6), { style: 'other', slot: index + 1 }),
    ),
  ),
  'long-names-zh': model(
    ['上海浦东陆家嘴环路金融中心支行', '广州天河体育中心广场北路二支行'].map((label, index) =>
      series(label, walk(24, index + 60, 30e6, 2e6), { style: 'other', slot: index + 1 }),
    ),
  ),
} as const satisfies Readonly<Record<string, LineModel>>;
