import type { MultiplesModel, Panel } from '../chart-model';

const keys = Array.from({ length: 24 }, (_, index) => {
  const month = 6 + index;
  return `${String(2024 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** A seeded walk: the same values in every run. */
function walk(seed: number, start: number, step: number): number[] {
  let state = seed;
  let value = start;
  return keys.map(() => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    value += (state / 2_147_483_648 - 0.4) * step;
    return Math.round(value * 1e6) / 1e6;
  });
}

const panel = (label: string, values: readonly (number | null)[], more: Partial<Panel> = {}): Panel => ({
  key: label.toLowerCase().replaceAll(' ', '-'),
  label,
  unit: 'count',
  values,
  ...more,
});

const model = (panels: readonly Panel[], more: Partial<MultiplesModel> = {}): MultiplesModel => ({
  kind: 'multiples',
  form: 'line',
  keys,
  labels: keys,
  keyLabel: 'Month',
  panels,
  sharesScale: false,
  isBrushable: true,
  ...more,
});

const stages = ['New', 'Active', 'Dormant', 'Lost', 'Back'].map((label, index) =>
  panel(
    label,
    walk(index + 3, 900 * (index + 1), 160).map((value) => Math.max(0, Math.round(value))),
  ),
);
const before = (values: readonly number[]) => values.map((value) => value * 0.93);
const customers = walk(4, 81_000, 900).map(Math.round);
const aum = walk(3, 42e9, 0.9e9);
const churn = walk(11, 0.041, 0.004);

/** Named and seeded: contract tests draw these. */
export const multiplesExamples = {
  zero: model([], { keys: [], labels: [] }),
  'no-panels': model([]),
  one: model([panel('Customers', [214])], { keys: ['2026-06'], labels: ['2026-06'] }),
  single: model([panel('Customers', customers)]),
  trends: model(
    [
      panel('Customers', customers, { comparison: before(customers).map(Math.round) }),
      panel('AUM', aum, { unit: 'money', comparison: before(aum) }),
      panel('Churn rate', churn, { unit: 'percent', comparison: before(churn) }),
      panel('Products per customer', walk(7, 2.1, 0.03), { unit: 'ratio' }),
    ],
    { comparisonLabel: 'Year before' },
  ),
  stages: model(stages, { sharesScale: true }),
  bars: model(stages, { form: 'bar', sharesScale: true, partial: 23 }),
  'bars-compared': model(
    stages.slice(0, 3).map((one) => ({ ...one, comparison: one.values.map((value) => (value ?? 0) * 0.9) })),
    { form: 'bar', comparisonLabel: 'Year before' },
  ),
  negative: model(
    ['Mobile', 'Counter'].map((label, index) =>
      panel(
        label,
        walk(index + 8, 1e6, 5e6).map((value) => value - 1.6e6),
        { unit: 'money' },
      ),
    ),
    { form: 'bar', sharesScale: true },
  ),
  gaps: model([
    panel(
      'Customers',
      customers.map((value, at) => (at === 5 || at === 14 || at === 16 ? null : value)),
    ),
    panel(
      'Accounts',
      keys.map(() => null),
    ),
  ]),
  equal: model(
    ['A', 'B', 'C'].map((label) =>
      panel(
        `Tier ${label}`,
        keys.map(() => 40),
      ),
    ),
    { sharesScale: true },
  ),
  'all-unknown': model([
    panel(
      'Customers',
      keys.map(() => null),
    ),
  ]),
  many: model(
    Array.from({ length: 14 }, (_, index) =>
      panel(`Branch ${String(index + 1)}`, walk(index + 50, 9e6, 2e6), { unit: 'money' }),
    ),
    { form: 'bar', sharesScale: true },
  ),
  'long-names-en': model(
    ['Shanghai Pudong Lujiazui Branch', 'Guangzhou Tianhe Sports Center'].map((label, index) =>
      panel(label, walk(index + 60, 30e6, 2e6), { unit: 'money' }),
    ),
  ),
  'long-names-zh': model(
    ['上海浦东陆家嘴环路金融中心支行', '广州天河体育中心广场北路二支行'].map((label, index) =>
      panel(label, walk(index + 60, 30e6, 2e6), { unit: 'money' }),
    ),
    { keyLabel: '月份' },
  ),
} as const satisfies Readonly<Record<string, MultiplesModel>>;
