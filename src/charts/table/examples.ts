import type { TableModel } from '../chart-model';

const columns = [
  { key: 'branch', label: 'Branch' },
  { key: 'contribution', label: 'Contribution', unit: 'money', hasBar: true },
  { key: 'change', label: 'vs last year', unit: 'delta' },
  { key: 'customers', label: 'Customers', unit: 'count' },
] as const satisfies TableModel['columns'];

const row = (name: string, value: number | null, change: number | null, customers: number) => ({
  key: name.toLowerCase(),
  cells: [
    name,
    value,
    change === null ? null : ({ value: change, unit: 'percent', direction: 'higher_better' } as const),
    customers,
  ],
});

/** Named: gallery, snapshots and contract tests draw these. */
export const tableExamples = {
  zero: { kind: 'table', columns, rows: [] },
  one: { kind: 'table', columns, rows: [row('Pudong', 78_400_000, 0.081, 3120)] },
  ranked: {
    kind: 'table',
    columns,
    rows: [
      row('Pudong', 78_400_000, 0.081, 3120),
      row('Xuhui', 61_200_000, -0.032, 2804),
      row("Jing'an", 54_800_000, 0.052, 2415),
      row('Huangpu', 49_300_000, 0.0002, 2190),
      row('Minhang', -4_200_000, -0.051, 1962),
    ],
    total: [
      '24 branches',
      612_000_000,
      { value: 0.044, unit: 'percent', direction: 'higher_better' },
      12_070,
    ],
  },
  unknown: { kind: 'table', columns, rows: [row('Pudong', null, null, 0), row('Xuhui', 0, 0.1, 12)] },
  many: {
    kind: 'table',
    columns,
    rows: Array.from({ length: 2000 }, (_, index) =>
      row(`Branch ${String(index + 1)}`, 1e7 / (index + 1), null, index),
    ),
  },
  'long-names-en': { kind: 'table', columns, rows: [row('Shanghai Pudong Lujiazui Branch', 1e6, 0.1, 12)] },
  'long-names-zh': { kind: 'table', columns, rows: [row('上海浦东陆家嘴环路金融中心支行', 1e6, 0.1, 12)] },
} as const satisfies Readonly<Record<string, TableModel>>;
