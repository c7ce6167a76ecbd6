import type { HistogramBin, HistogramModel } from '../chart-model';

const bin = (
  from: number,
  to: number,
  value: number | null,
  label: string,
  more: Partial<HistogramBin> = {},
): HistogramBin => ({ key: `${String(from)}..${String(to)}`, from, to, value, label, ...more });

const model = (bins: readonly HistogramBin[], more: Partial<HistogramModel> = {}): HistogramModel => ({
  kind: 'histogram',
  unit: 'money',
  bins,
  isLog: false,
  valueUnit: 'count',
  valueLabel: 'Customers',
  binLabel: 'Lifetime value',
  isBrushable: true,
  ...more,
});

/** Bins of equal width with the shape of a bell. */
function bell(count: number, from: number, width: number, middle: number, spread: number, most: number) {
  return Array.from({ length: count }, (_, index) => {
    const low = from + index * width;
    const away = (low + width / 2 - middle) / spread;
    return { low, high: low + width, value: Math.round(most * Math.exp(-(away ** 2) / 2)) };
  });
}

const risk = Array.from({ length: 18 }, (_, index) =>
  bin(
    (index + 2) / 20,
    (index + 3) / 20,
    Math.round(3000 * 0.78 ** index),
    `${String(10 + index * 5)}–${String(15 + index * 5)}%`,
    {
      tone: index < 4 ? 'muted' : 'warm',
    },
  ),
);

/** Four bins per power of ten. */
const worth = Array.from({ length: 24 }, (_, index) => {
  const [from, to] = [10 ** (1 + index / 4), 10 ** (1 + (index + 1) / 4)];
  return bin(
    from,
    to,
    Math.round(9000 * Math.exp(-((index - 12) ** 2) / 18)),
    `¥${String(Math.round(from))}–${String(Math.round(to))}`,
  );
});

const scores = bell(20, 300, 25, 560, 90, 900).map(({ low, high, value }) =>
  bin(low, high, value / 5000, `${String(low)}–${String(high)}`),
);
const balances = bell(16, -4000, 1000, 3000, 2600, 1200).map(({ low, high, value }) =>
  bin(low, high, value, `¥${String(low)}–${String(high)}`),
);

/** Named: contract tests draw these. */
export const histogramExamples = {
  zero: model([]),
  one: model([bin(0, 100, 214, '¥0–100')]),
  risk: model(risk, {
    unit: 'percent',
    binLabel: 'Churn risk',
    references: [{ value: 0.3, label: 'Threshold' }],
  }),
  worth: model([bin(-1e6, 0, 18_970, 'below 0', { isOutside: true }), ...worth], {
    isLog: true,
    references: [
      { value: 6800, label: 'Median' },
      { value: 36_000, label: 'Mean' },
      { value: 89_000, label: 'P90' },
    ],
  }),
  'both-ends': model(
    [
      bin(-1e9, 0, 310, 'below 0', { isOutside: true }),
      ...bell(10, 0, 100, 400, 220, 1500).map(({ low, high, value }) =>
        bin(low, high, value, `¥${String(low)}–${String(high)}`),
      ),
      bin(1000, 1e9, 95, '¥1,000 and up', { isOutside: true }),
    ],
    { isBrushable: false },
  ),
  'good-and-bad': model(scores, {
    unit: 'score',
    valueUnit: 'percent',
    valueLabel: 'Good',
    binLabel: 'Score',
    outline: { label: 'Bad', values: scores.map((_, at) => scores[Math.min(19, at + 4)]?.value ?? null) },
    references: [{ value: 520, label: 'Cut-off' }],
  }),
  unfiltered: model(
    balances.map((one) => ({ ...one, value: Math.round((one.value ?? 0) * 0.4) })),
    { outline: { label: 'All customers', values: balances.map(({ value }) => value) } },
  ),
  negative: model(balances, { binLabel: 'Net flow', references: [{ value: 0, label: 'zero' }] }),
  unknown: model([bin(0, 10, 40, '0–10'), bin(10, 20, null, '10–20'), bin(20, 30, 12, '20–30')], {
    unit: 'days',
  }),
  'all-zero': model([bin(0, 10, 0, '0–10'), bin(10, 20, 0, '10–20')], { unit: 'days' }),
  'all-unknown': model([bin(0, 10, null, '0–10'), bin(10, 20, null, '10–20')], { unit: 'days' }),
  many: model(
    bell(40, 0, 5, 90, 40, 4000).map(({ low, high, value }) =>
      bin(low, high, value, `${String(low)}–${String(high)} days`),
    ),
    { unit: 'days', binLabel: 'Days since last transaction' },
  ),
  'long-names-en': model(
    [
      bin(-1e6, 0, 400, 'Customers whose value is below zero', { isOutside: true }),
      bin(0, 1000, 900, '¥0–1,000'),
      bin(1000, 2000, 300, '¥1,000–2,000'),
    ],
    {
      references: [
        { value: 700, label: 'Median of all customers in scope' },
        { value: 900, label: 'Mean of all customers in scope' },
      ],
    },
  ),
  'long-names-zh': model(
    [
      bin(-1e6, 0, 400, '价值低于零的全部个人客户', { isOutside: true }),
      bin(0, 1000, 900, '0–1,000元'),
      bin(1000, 2000, 300, '1,000–2,000元'),
    ],
    {
      valueLabel: '客户数',
      binLabel: '终身价值',
      references: [
        { value: 700, label: '当前范围客户的中位数' },
        { value: 900, label: '当前范围客户的平均数' },
      ],
    },
  ),
} as const satisfies Readonly<Record<string, HistogramModel>>;
