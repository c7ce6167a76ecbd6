import type { HeatCell, HeatHeading, HeatModel } from '../chart-model';

const headings = (labels: readonly string[]): readonly HeatHeading[] =>
  labels.map((label) => ({ key: label.toLowerCase().replaceAll(' ', '-'), label }));

/** Cells whose values come from their place. */
function grid(
  rows: readonly HeatHeading[],
  columns: readonly HeatHeading[],
  values: (row: number, column: number) => readonly (number | null)[] | null,
): HeatModel['cells'] {
  return rows.map((row, at) =>
    columns.map((column, index): HeatCell | null => {
      const found = values(at, index);
      return found === null ? null : { key: `${row.key}.${column.key}`, values: found };
    }),
  );
}

const recency = headings(['5 · recent', '4', '3', '2', '1 · long ago']);
const frequency = headings(['1 · rare', '2', '3', '4', '5 · often']);
const counts = [
  [1180, 1960, 3020, 4480, 6602],
  [1720, 2760, 3900, 4640, 4222],
  [2680, 3860, 4260, 3820, 2622],
  [4460, 4540, 3560, 2640, 2042],
  [7202, 4122, 2502, 1662, 1754],
];

const model = (
  rows: readonly HeatHeading[],
  columns: readonly HeatHeading[],
  cells: HeatModel['cells'],
  more: Partial<HeatModel> = {},
): HeatModel => ({
  kind: 'heatmap',
  rows,
  columns,
  rowLabel: 'Recency',
  columnLabel: 'Frequency',
  cells,
  measures: [{ label: 'Customers', unit: 'count' }],
  colour: { measure: 0, scale: 'blue' },
  ...more,
});

const rfm = model(
  recency,
  frequency,
  grid(recency, frequency, (row, column) => [counts[row]?.[column] ?? null]),
);

const products = headings(['Deposit', 'Wealth', 'Fund', 'Insurance', 'Loan']);
const tiers = headings(['Tier A', 'Tier B', 'Tier C', 'Tier D', 'Tier E']);

const eight = (
  names: readonly string[],
  rows: readonly string[],
  columns: readonly string[],
  labels: string,
): HeatModel => {
  const sides = headings(rows);
  const pairs = headings(columns);
  return model(
    sides,
    pairs,
    sides.map((side, row) =>
      pairs.map((pair, column) => {
        const at = row * 4 + column;
        const count = [8098, 2110, 4300, 1240, 15_304, 3020, 9800, 20_118][at] ?? 0;
        return {
          key: `${side.key}.${pair.key}`,
          label: names[at] ?? '',
          values: [count, 4.1e9 / (at + 1)],
        };
      }),
    ),
    {
      rowLabel: labels,
      columnLabel: 'R · F',
      cellLabel: 'Group',
      measures: [
        { label: 'Customers', unit: 'count' },
        { label: 'AUM', unit: 'money' },
      ],
    },
  );
};

const hours = headings(Array.from({ length: 24 }, (_, hour) => String(hour)));
const weekdays = headings(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
const names = (start: string, count: number) =>
  headings(Array.from({ length: count }, (_, index) => `${start} ${String(index + 1)}`));
const branches = names('Branch', 40);
const months = names('Month', 12);
const longEn = headings(['Shanghai Pudong Lujiazui Branch', 'Guangzhou Tianhe Sports Center']);
const longZh = headings(['上海浦东陆家嘴环路金融中心支行', '广州天河体育中心广场北路二支行']);

/** Named: contract tests draw these. */
export const heatExamples = {
  zero: model([], [], []),
  one: model(headings(['All']), headings(['All']), [[{ key: 'all.all', values: [214] }]]),
  rfm,
  'rfm-by-amount': {
    ...rfm,
    cells: grid(recency, frequency, (row, column) => [
      row === 0 && column === 0 ? 0 : (counts[row]?.[column] ?? null),
      row === 0 && column === 0 ? null : 20_000 * (5 - row) * (column + 1),
    ]),
    measures: [
      { label: 'Customers', unit: 'count' },
      { label: 'Mean amount', unit: 'money' },
    ],
    colour: { measure: 1, scale: 'blue' },
    written: 1,
  },
  'eight-groups': eight(
    [
      'Key value',
      'Key to develop',
      'Key to keep',
      'Key to win back',
      'Usual value',
      'Usual to develop',
      'Usual to keep',
      'Usual to win back',
    ],
    ['Amount high', 'Amount low'],
    ['high · high', 'high · low', 'low · high', 'low · low'],
    'Amount',
  ),
  'eight-groups-zh': eight(
    [
      '重要价值客户',
      '重要发展客户',
      '重要保持客户',
      '重要挽留客户',
      '一般价值客户',
      '一般发展客户',
      '一般保持客户',
      '一般挽留客户',
    ],
    ['金额高', '金额低'],
    ['近 · 多', '近 · 少', '远 · 多', '远 · 少'],
    '金额',
  ),
  warm: model(
    [
      { key: 'hi', label: 'High', note: 'A, B' },
      { key: 'mid', label: 'Middle', note: 'C' },
      { key: 'lo', label: 'Low', note: 'D, E' },
    ],
    [
      { key: 'lo', label: 'Low', note: 'under 10%' },
      { key: 'mid', label: 'Medium', note: '10–30%' },
      { key: 'hi', label: 'High', note: '30% and up' },
    ],
    [
      [11_166, 690, 214],
      [18_350, 2180, 1020],
      [44_694, 5190, 2706],
    ].map((row, at) =>
      row.map((count, column) => ({
        key: `${['hi', 'mid', 'lo'][at] ?? ''}.${['lo', 'mid', 'hi'][column] ?? ''}`,
        values: [count, 32e9 / count, (26e3 * (column + 1) ** 3) / (at + 1) ** 2],
      })),
    ),
    {
      rowLabel: 'Value',
      columnLabel: 'Risk',
      measures: [
        { label: 'Customers', unit: 'count' },
        { label: 'AUM', unit: 'money' },
        { label: 'Expected loss each', unit: 'money' },
      ],
      colour: { measure: 2, scale: 'warm' },
    },
  ),
  gap: model(
    products,
    tiers,
    grid(products, tiers, (row, column) => [(row - 2) * 0.06 - (column - 2) * 0.07 + 0.013]),
    {
      rowLabel: 'Product',
      columnLabel: 'Tier',
      measures: [{ label: 'Gap to the bank', unit: 'points' }],
      colour: { measure: 0, scale: 'diverging', center: 0 },
    },
  ),
  triangle: model(
    names('2025-0', 6),
    months.slice(0, 6),
    grid(names('2025-0', 6), months.slice(0, 6), (row, column) =>
      row + column > 5 ? null : [1 - column * 0.06 - row * 0.01],
    ),
    {
      rowLabel: 'Joined',
      columnLabel: 'Months since',
      measures: [{ label: 'Still active', unit: 'percent' }],
    },
  ),
  unknown: model(
    recency,
    frequency,
    grid(recency, frequency, (row, column) => [(row + column) % 4 === 0 ? null : row * column * 120]),
  ),
  equal: model(
    recency,
    frequency,
    grid(recency, frequency, () => [40]),
  ),
  'all-unknown': model(
    recency,
    frequency,
    grid(recency, frequency, () => [null]),
  ),
  week: model(
    weekdays,
    hours,
    grid(weekdays, hours, (row, column) => [
      Math.round((row > 4 ? 300 : 900) * Math.max(0.02, Math.sin(((column - 6) / 16) * Math.PI))),
    ]),
    { rowLabel: 'Day', columnLabel: 'Hour', measures: [{ label: 'Transactions', unit: 'count' }] },
  ),
  many: model(
    branches,
    months,
    grid(branches, months, (row, column) => [((row * 37 + column * 101) % 199) * 1000]),
    { rowLabel: 'Branch', columnLabel: 'Month', measures: [{ label: 'Inflow', unit: 'money' }] },
  ),
  'long-names-en': model(
    longEn,
    longEn,
    grid(longEn, longEn, (row, column) => [row + column * 2400]),
    {
      rowLabel: 'Branch before',
      columnLabel: 'Branch after',
    },
  ),
  'long-names-zh': model(
    longZh,
    longZh,
    grid(longZh, longZh, (row, column) => [row + column * 2400]),
    {
      rowLabel: '原支行',
      columnLabel: '现支行',
    },
  ),
} as const satisfies Readonly<Record<string, HeatModel>>;
