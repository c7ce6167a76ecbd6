/** Named groups in business order, the best first. */
export const rfmGroups = [
  'champions',
  'loyal',
  'potential',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'cant-lose',
  'at-risk',
  'hibernating',
  'lost',
] as const;

export type RfmGroup = (typeof rfmGroups)[number];

/** By score of recency 1 … 5 (rows) and of frequency and money together 1 … 5. Source: methods.md §1, named groups. */
const groupOf: readonly (readonly RfmGroup[])[] = [
  ['lost', 'lost', 'at-risk', 'at-risk', 'cant-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cant-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential', 'potential', 'champions', 'champions'],
  ['new', 'potential', 'potential', 'champions', 'champions'],
];

/**
 * The named group of three scores 1 … 5; null when one is not known (0).
 *
 * @example rfmGroupOf(5, 1, 2) // 'potential': ⌊(1 + 2) / 2 + ½⌋ = 2
 */
export function rfmGroupOf(recency: number, frequency: number, money: number): RfmGroup | null {
  if (recency === 0 || frequency === 0 || money === 0) return null;
  return groupOf[recency - 1]?.[Math.floor((frequency + money) / 2 + 0.5) - 1] ?? null;
}

/**
 * The eight cells that Chinese banks sort customers into (重要价值 … 一般挽留), in the order of the table: first those of
 * high value. Source: methods.md §1, eight-cell version.
 */
export const rfmCells = [
  'key-value',
  'key-develop',
  'key-retain',
  'key-win-back',
  'general-value',
  'general-develop',
  'general-retain',
  'general-win-back',
] as const;

export type RfmCell = (typeof rfmCells)[number];

/** Index in {@link rfmCells} of what is high and what is low. */
export function rfmCellOf(isRecent: boolean, isFrequent: boolean, isRich: boolean): number {
  return (isRich ? 0 : 4) + (isRecent ? 0 : 2) + (isFrequent ? 0 : 1);
}
