import type { ParetoItem, ParetoModel } from '../chart-model';

const item = (label: string, value: number | null, more: Partial<ParetoItem> = {}): ParetoItem => ({
  key: label.toLowerCase().replaceAll(' ', '-'),
  label,
  value,
  ...more,
});

const model = (items: readonly ParetoItem[], more: Partial<ParetoModel> = {}): ParetoModel => ({
  kind: 'pareto',
  unit: 'money',
  items,
  categoryLabel: 'Tier',
  valueLabel: 'Contribution',
  ...more,
});

/** Cumulative share of a book in which the best customers have most; beyond the peak each takes away. */
function curve(steepness: number, peak: number, points = 100) {
  return Array.from({ length: points + 1 }, (_, index) => {
    const at = index / points;
    const rise = (1 - Math.exp(-steepness * at)) / (1 - Math.exp(-steepness));
    return { at, share: rise + (peak - 1) * 4 * at * at * (1 - at) * 1.7 };
  });
}

const tierCurve = curve(9, 1);
const shareAt = (at: number): number => tierCurve[Math.round(at * 100)]?.share ?? 0;
const tiers = [
  ['A', 0, 0.04],
  ['B', 0.04, 0.14],
  ['C', 0.14, 0.39],
  ['D', 0.39, 0.74],
  ['E', 0.74, 1],
] as const;

const reasons = [
  item('Rate', 412),
  item('Fees', 298),
  item('Branch closed', 143),
  item('Waiting', 96),
  item('Moved', 61),
  item('Other', 74, { isRest: true }),
];

/** Named: contract tests draw these. */
export const paretoExamples = {
  zero: model([]),
  one: model([item('Pudong', 78_400_000)]),
  reasons: model(reasons, {
    unit: 'count',
    categoryLabel: 'Reason',
    valueLabel: 'Customers who left',
    markers: [{ at: 2 / 6, share: 710 / 1084, label: '2 of 6 reasons make 65%' }],
  }),
  tiers: model(
    tiers.map(([label, from, to]) =>
      item(label, (shareAt(to) - shareAt(from)) * 612e6, { n: Math.round((to - from) * 86_210) }),
    ),
    {
      curve: tierCurve,
      markers: [
        { at: 0.04, share: shareAt(0.04), label: '4% of customers make 30%' },
        { at: 0.2, share: shareAt(0.2), label: 'Top 20% hold 83%' },
      ],
    },
  ),
  whale: model(
    Array.from({ length: 10 }, (_, index) => {
      const points = curve(9, 1.18);
      const [from = 0, to = 0] = [points[index * 10]?.share, points[(index + 1) * 10]?.share];
      return item(`Decile ${String(index + 1)}`, (to - from) * 612e6, { n: 8621 });
    }),
    {
      curve: curve(9, 1.18),
      categoryLabel: 'Customers by profit',
      markers: [{ at: 0.66, share: curve(9, 1.18)[66]?.share ?? 1, label: 'Peak 118% at 66% of customers' }],
    },
  ),
  negative: model([item('Pudong', 60e6), item('Xuhui', 31e6), item('Minhang', 4e6), item('Counter', -12e6)], {
    categoryLabel: 'Branch',
  }),
  'no-total': model([item('Pudong', 3e6), item('Xuhui', -9e6)], { categoryLabel: 'Branch' }),
  'all-zero': model([item('Pudong', 0), item('Xuhui', 0)], { unit: 'count' }),
  unknown: model([item('Pudong', 60e6), item('Xuhui', 31e6), item('Minhang', null)]),
  'all-unknown': model([item('Pudong', null), item('Xuhui', null)]),
  many: model(
    Array.from({ length: 260 }, (_, index) => item(`Branch ${String(index + 1)}`, 4e6 / (index + 1))),
    { categoryLabel: 'Branch' },
  ),
  'long-names-en': model(
    [
      'Shanghai Pudong Lujiazui Branch',
      'Guangzhou Tianhe Sports Center',
      'Beijing Zhongguancun West Area',
      'Shenzhen Nanshan Science Park',
    ].map((label, index) => item(label, 90e6 / (index + 1))),
    { categoryLabel: 'Branch' },
  ),
  'long-names-zh': model(
    [
      '上海浦东陆家嘴环路金融中心支行',
      '广州天河体育中心广场北路二支行',
      '北京中关村西区海淀大街科技支行',
    ].map((label, index) => item(label, 90e6 / (index + 1))),
    { categoryLabel: '支行', valueLabel: '综合贡献' },
  ),
} as const satisfies Readonly<Record<string, ParetoModel>>;
