import type { StepGroup, StepModel } from '../chart-model';

const readings = [0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60];

const months = Array.from({ length: 61 }, (_, month) => month);

/** A life table by a seeded hazard: steps each month, somebody leaves the watch each month. */
function group(label: string, n: number, hazard: number, seed: number, end = 60, at = readings): StepGroup {
  let state = seed;
  let atRisk = n;
  let value = 1;
  let variance = 0;
  const times: number[] = [];
  const values: number[] = [];
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  const left = [n];
  for (let month = 1; month <= end; month++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const events = Math.min(atRisk - 1, Math.round(atRisk * hazard * (0.4 + (1.2 * state) / 2_147_483_648)));
    value *= 1 - events / atRisk;
    variance += events / (atRisk * (atRisk - events));
    const half = 1.96 * value * Math.sqrt(variance);
    times.push(month);
    values.push(value);
    lower.push(variance > 0 ? Math.max(0, value - half) : null);
    upper.push(variance > 0 ? Math.min(1, value + half) : null);
    atRisk = Math.max(1, atRisk - events - Math.round(n * 0.006));
    left.push(atRisk);
  }
  return {
    key: label.toLowerCase().replaceAll(' ', '-'),
    label,
    times,
    values,
    lower,
    upper,
    censored: times.filter((month) => month % 5 === 0),
    atRisk: at.map((month) => left[month] ?? 0),
  };
}

const model = (groups: readonly StepGroup[], more: Partial<StepModel> = {}): StepModel => ({
  kind: 'step',
  unit: 'percent',
  groups,
  start: 1,
  readings,
  readingLabels: readings.map((month) => `${String(month)} months`),
  timeLabel: 'Months with the bank',
  valueLabel: 'Still active',
  groupLabel: 'Tier',
  ...more,
});

const nobody = (label: string): StepGroup => ({
  key: label,
  label,
  times: [],
  values: [],
  atRisk: readings.map(() => 0),
});

const { key, label, times, values, atRisk } = group('Left', 2000, 0.02, 4);
const left = { key, label, times, values, atRisk };

/** Named and seeded: contract tests draw these. */
export const stepExamples = {
  zero: model([], { readings: [], readingLabels: [] }),
  'no-groups': model([]),
  one: model(
    [{ key: 'all', label: 'All', times: [0], values: [1], lower: [null], upper: [null], atRisk: [1] }],
    {
      readings: [0],
      readingLabels: ['0 months'],
    },
  ),
  single: model([group('All customers', 12_480, 0.018, 7)], { reference: { value: 0.5, label: 'median' } }),
  'no-event': model([
    {
      key: 'all',
      label: 'All',
      times: [18, 60],
      values: [1, 1],
      censored: [18, 60],
      atRisk: readings.map(() => 40),
    },
  ]),
  two: model([group('Salary paid in', 840, 0.011, 3), group('No salary', 920, 0.027, 5)], {
    groupLabel: 'Salary',
    reference: { value: 0.5, label: 'median' },
  }),
  tiers: model(
    [
      ['Tier A', 450, 0.006],
      ['Tier B', 1240, 0.011],
      ['Tier C', 3105, 0.016],
      ['Tier D', 4020, 0.024],
      ['Tier E', 5170, 0.037],
    ].map(([label, n, hazard], index) => group(String(label), Number(n), Number(hazard), index + 11)),
  ),
  'ends-early': model([group('Current rules', 300, 0.02, 9, 33), nobody('New rules')], {
    groupLabel: 'Rules',
  }),
  cumulative: model([{ ...left, values: left.values.map((value) => -Math.log(value ?? 1)) }], {
    unit: 'ratio',
    start: 0,
    valueLabel: 'Cumulative hazard',
  }),
  many: model(
    Array.from({ length: 5 }, (_, index) =>
      group(`Group ${String(index + 1)}`, 2000, 0.01 + index / 100, index + 31, 60, months),
    ),
    { readings: months, readingLabels: months.map((month) => `${String(month)} months`) },
  ),
  'all-unknown': model([nobody('Pudong'), nobody('Xuhui')], { groupLabel: 'Branch' }),
  'long-names-en': model(
    [
      group('Shanghai Pudong Lujiazui Branch', 900, 0.012, 21),
      group('Guangzhou Tianhe Sports Center', 700, 0.02, 22),
    ],
    { groupLabel: 'Branch' },
  ),
  'long-names-zh': model(
    [
      group('上海浦东陆家嘴环路金融中心支行', 900, 0.012, 21),
      group('广州天河体育中心广场北路二支行', 700, 0.02, 22),
    ],
    { groupLabel: '支行', timeLabel: '入行月数', valueLabel: '仍活跃' },
  ),
} as const satisfies Readonly<Record<string, StepModel>>;
