import type { BarItem, BarModel } from '../chart-model';

const model = (items: readonly BarItem[], more: Partial<BarModel> = {}): BarModel => ({
  kind: 'bar',
  orientation: 'horizontal',
  unit: 'money',
  items,
  categoryLabel: 'Branch',
  valueLabel: 'Contribution',
  ...more,
});

const item = (label: string, value: number | null, more: Partial<BarItem> = {}): BarItem => ({
  key: label.toLowerCase().replaceAll(' ', '-'),
  label,
  value,
  ...more,
});

/** A year of months by a seeded walk. */
function months(count: number, seed: number): { key: string; value: number }[] {
  let state = seed;
  return Array.from({ length: count }, (_, index) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const month = 6 + index;
    const key = `${String(2025 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { key, value: 12_000_000 + (state / 2_147_483_648) * 9_000_000 };
  });
}

const branches = [
  ['Pudong', 78.4, 72.5],
  ['Xuhui', 61.2, 63.2],
  ["Jing'an", 54.8, 52.1],
  ['Huangpu', 49.3, 48],
  ['Minhang', 42.6, 44.9],
  ['Changning', 38.1, 36],
  ['Hongkou', 33.9, 32.6],
  ['Yangpu', 30.4, 29.5],
  ['Putuo', 27.2, 26.9],
  ['Baoshan', 24.5, 25.8],
] as const;

const compared = branches.map(([label, now, before]) =>
  item(label, now * 1e6, {
    comparison: before * 1e6,
    delta: { value: now / before - 1, unit: 'percent', direction: 'higher_better' },
    n: Math.round(now * 40),
  }),
);

const flows = months(12, 7);

/** Named and seeded: gallery, snapshots and contract tests draw these. */
export const barExamples = {
  zero: model([]),
  one: model([item('Pudong', 78_400_000)]),
  ranked: model(
    [
      item('Tier A', 66),
      item('Tier B', 241),
      item('Tier C', 927),
      item('Tier D', 1490),
      item('Tier E', 1346),
    ],
    { unit: 'count', categoryLabel: 'Tier', valueLabel: 'Customers who left' },
  ),
  compared: model(compared, {
    comparisonLabel: 'vs last year',
    reference: { value: 19_600_000, label: 'branch median' },
  }),
  rest: model([
    ...compared.slice(0, 5).map(({ key, label, value }) => ({ key, label, value })),
    item('14 more branches', 172_000_000, { isRest: true, tone: 'rest' }),
  ]),
  negative: model(
    [
      item('Mobile', 4_200_000, { tone: 'fav' }),
      item('Counter', -3_100_000, { tone: 'unfav' }),
      item('Internet', 900_000, { tone: 'fav' }),
      item('Third party', -150_000, { tone: 'unfav' }),
    ],
    { categoryLabel: 'Channel', valueLabel: 'Net flow' },
  ),
  unknown: model([item('Pudong', 3_100_000), item('Xuhui', null), item('Minhang', 0)]),
  'all-zero': model([item('Pudong', 0), item('Xuhui', 0)], { unit: 'count' }),
  'long-names-en': model(
    [
      'Shanghai Pudong Lujiazui Branch',
      'Guangzhou Tianhe Sports Center',
      'Beijing Zhongguancun West Area',
    ].map((label, index) => item(label, 90_000_000 / (index + 1), { comparison: 80_000_000 / (index + 1) })),
    { comparisonLabel: 'vs same period last year' },
  ),
  'long-names-zh': model(
    [
      '上海浦东陆家嘴环路金融中心支行',
      '广州天河体育中心广场北路二支行',
      '北京中关村西区海淀大街科技支行',
    ].map((label, index) => item(label, 90_000_000 / (index + 1))),
    { categoryLabel: '支行', valueLabel: '综合贡献' },
  ),
  many: model(
    Array.from({ length: 40 }, (_, index) => item(`Branch ${String(index + 1)}`, 4_000_000 / (index + 1))),
  ),
  columns: model(
    [
      item('Current', 5210, { comparison: 4800 }),
      item('Savings', 3480, { comparison: 3600 }),
      item('Term', 2190, { comparison: 1900 }),
      item('Wealth', 1260, { comparison: 1310 }),
      item('Fund', 840, { comparison: 600 }),
    ],
    {
      orientation: 'vertical',
      unit: 'count',
      categoryLabel: 'Product',
      valueLabel: 'Holders',
      comparisonLabel: 'vs last year',
    },
  ),
  waterfall: model(
    [
      item('Opening', 45_400_000_000, { asText: true, note: '30 Jun 2025' }),
      item('New', 3_100_000_000, { base: 0, tone: 'fav', note: '5,840 joined', n: 5840 }),
      item('Grew', 2_200_000_000, { base: 3_100_000_000, tone: 'fav', note: '43,910 customers', n: 43_910 }),
      item('Shrank', -1_600_000_000, {
        base: 5_300_000_000,
        tone: 'unfav',
        note: '36,460 customers',
        n: 36_460,
      }),
      item('Left', -900_000_000, { base: 3_700_000_000, tone: 'unfav', note: '4,070 customers', n: 4070 }),
      item('Closing', 48_200_000_000, { asText: true, note: '30 Jun 2026' }),
    ],
    { orientation: 'vertical', isWaterfall: true, categoryLabel: 'Component', valueLabel: 'Change in AUM' },
  ),
  'in-and-out': model(
    flows.map(({ key, value }) => ({ key, label: key, value })),
    {
      orientation: 'vertical',
      categoryLabel: 'Month',
      valueLabel: 'Inflow',
      below: {
        label: 'Outflow',
        values: flows.map(({ value }, index) => (index === 4 ? null : value * 0.8)),
      },
      netLabel: 'Net',
      isBrushable: true,
    },
  ),
} as const satisfies Readonly<Record<string, BarModel>>;
