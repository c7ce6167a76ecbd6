import { quantileScores } from '../../algorithms/descriptive/quantile-scores';
import { checkOneOf, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import type { Dataset } from '../../dataset/dataset';
import { customerCount } from '../../dataset/facts';
import { countedNow } from '../../dataset/members';
import { textOfSpan } from '../../dataset/period';
import type { PeriodText } from '../../dataset/period-text';
import type { PublishedColumn, PublishedSpec } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import {
  pause,
  resultBase,
  scopeOfTask,
  type Publishing,
  type ResultBase,
  type SharedParameters,
} from '../task';
import { namesColumn, scoresColumn } from './customer-columns';
import { rfmCellOf, rfmCells, rfmGroupOf, rfmGroups, type RfmCell, type RfmGroup } from './rfm-groups';
import {
  frequencyBases,
  measureRfm,
  moneyBases,
  moneyBasisOf,
  type FrequencyBasis,
  type MoneyBasis,
} from './rfm-measures';
import { ownTransactions } from './own-transactions';
import { isOwnDay, textOfDay, windowOf } from './window';

export type RfmParameters = SharedParameters & {
  /** What frequency counts: distinct days, distinct months, every transaction. */
  readonly frequency?: FrequencyBasis;
  /** What money is; empty = mean balance, and without balances what came in. */
  readonly money?: MoneyBasis | '';
  /** Months up to the as-of day in which frequency and money are measured. */
  readonly months?: number;
  /** High, in the eight cells, is a score of at least the mean or the median of all customers. */
  readonly high?: 'mean' | 'median';
};

export type RfmShare = {
  readonly customers: number;
  /** Money of these customers together, major units. */
  readonly money: number;
};

export type RfmAnswer = ResultBase & {
  /** Why there are no scores; null when there are. */
  readonly refusal: 'no-customers' | 'no-transactions' | null;
  readonly frequency: FrequencyBasis;
  readonly money: MoneyBasis;
  readonly window: PeriodText | null;
  /** Counted customers by scores of recency and frequency, 1 … 5 each; 25 cells, key `recency.frequency`. */
  readonly grid: readonly (RfmShare & {
    readonly key: string;
    readonly recency: number;
    readonly frequency: number;
  })[];
  readonly groups: readonly (RfmShare & { readonly key: RfmGroup })[];
  readonly cells: readonly (RfmShare & { readonly key: RfmCell })[];
  /** What scores 2 … 5 begin at, of all customers: days since the last transaction (at most), frequency, money. */
  readonly cuts: {
    readonly recencyDays: readonly (number | null)[];
    readonly frequency: readonly (number | null)[];
    readonly money: readonly (number | null)[];
  };
  /** Scores that are high in the eight cells. */
  readonly highFrom: {
    readonly recency: number;
    readonly frequency: number;
    readonly money: number;
  } | null;
  /** Customers of the bank with scores. */
  readonly ranked: number;
  /** Counted customers without a transaction of their own: they have no scores. */
  readonly unassigned: number;
  /** Transactions of the bank that say nothing about the customer's will: interest, fees, the system, reversals. */
  readonly leftOut: number;
  /** Whether the scores became columns: only those of the default parameters on the data's own as-of day do. */
  readonly isPublished: boolean;
};

export type RfmResult = RfmAnswer & Publishing;

export const rfmDefaults = { frequency: 'days', money: '', months: 12, high: 'mean' } as const;

const spec = (column: PublishedSpec['column'], unit: PublishedSpec['unit']): PublishedSpec => ({
  column,
  unit,
  model: 'rfm-quintiles',
  version: 1,
});

export const rfmColumns = [
  spec('customer.rfmGroup', null),
  spec('customer.rfmCell', null),
  spec('customer.rfmGrid', null),
  spec('customer.recencyScore', 'score'),
  spec('customer.frequencyScore', 'score'),
  spec('customer.moneyScore', 'score'),
] as const;

const fifths = [1, 2, 3, 4, 5] as const;
const gridKeys = fifths.flatMap((recency) =>
  fifths.map((frequency) => `${String(recency)}.${String(frequency)}`),
);

/** Scores of every customer of the bank; places count from 1, 0 = not known. */
type Scored = {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly money: Uint8Array;
  readonly groups: Uint8Array;
  readonly cells: Uint8Array;
  readonly grid: Uint8Array;
};

/**
 * Who came lately, who comes often, who brings much? Scores 1 … 5 for recency, frequency and money.
 *
 * Every customer of the bank is ranked on the as-of day; the filters choose who is counted, and the period of the page
 * changes nothing. Equal values get equal scores ({@link quantileScores}), so a score may hold more or fewer than a
 * fifth. Recency 5 = most recent. Who never made a transaction of their own has no scores. n = counted customers, those
 * without scores included. Source: Hughes 1994, Strategic Database Marketing; methods.md §1.
 *
 * @throws task.bad-parameters
 */
export async function rfm(dataset: Dataset, parameters: RfmParameters, control: Control): Promise<RfmResult> {
  const given = { ...rfmDefaults, ...parameters };
  const frequency = checkOneOf('frequency', given.frequency, frequencyBases);
  const asked = checkOneOf('money', given.money, ['', ...moneyBases]);
  const months = checkWhole('months', given.months, 1, 120);
  const high = checkOneOf('high', given.high, ['mean', 'median']);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 4);
  const window = windowOf(scope, months);
  const money = window === null ? 'inflow' : moneyBasisOf(dataset, asked, window);
  const size = customerCount(dataset);
  const unknown = new Float64Array(size).fill(NaN);
  const measured =
    window === null
      ? { lastDay: unknown, frequency: unknown, money: unknown }
      : await measureRfm(dataset, window, frequency, money, control);
  await pause(control, 2, 4);
  const r = quantileScores(measured.lastDay);
  const f = quantileScores(measured.frequency);
  const m = quantileScores(measured.money);
  const highFrom =
    r.known === 0
      ? null
      : {
          recency: typicalScore(r.scores, high),
          frequency: typicalScore(f.scores, high),
          money: typicalScore(m.scores, high),
        };
  const scored = placesOf(r.scores, f.scores, m.scores, highFrom);
  await pause(control, 3, 4);
  const counted = countedNow(scope);
  const minor = dataset.minorPerMajor;
  const shares = (places: Uint8Array, length: number) =>
    sharesOf(places, length, measured.money, counted, minor);
  const n = counted.reduce((sum, one) => sum + one, 0);
  const grid = shares(scored.grid, gridKeys.length);
  const ranked = grid.reduce((sum, { customers }) => sum + customers, 0);
  const isDefault =
    frequency === rfmDefaults.frequency &&
    asked === rfmDefaults.money &&
    months === rfmDefaults.months &&
    high === rfmDefaults.high;
  const isPublished = isDefault && isOwnDay(scope, window?.to ?? null);
  const refusal = size === 0 ? 'no-customers' : r.known === 0 ? 'no-transactions' : null;
  const days = (cut: number): number | null => (cut === Infinity ? null : (window?.to ?? 0) - cut);
  return {
    ...resultBase(
      scope,
      n,
      warningsOf(scope, money === 'balance' ? ['transactions', 'aum'] : ['transactions']),
    ),
    refusal,
    frequency,
    money,
    window: window && textOfSpan(window),
    grid: grid.map((share, place) => ({
      key: gridKeys[place] as string,
      recency: Math.floor(place / 5) + 1,
      frequency: (place % 5) + 1,
      ...share,
    })),
    groups: shares(scored.groups, rfmGroups.length).map((share, place) => ({
      key: rfmGroups[place] as RfmGroup,
      ...share,
    })),
    cells: shares(scored.cells, rfmCells.length).map((share, place) => ({
      key: rfmCells[place] as RfmCell,
      ...share,
    })),
    cuts: {
      recencyDays: Array.from(r.cuts, days),
      frequency: Array.from(f.cuts, finite),
      money: Array.from(m.cuts, (cut) => (cut === Infinity ? null : majorOf(cut, minor))),
    },
    highFrom,
    ranked: r.known,
    unassigned: n - ranked,
    leftOut: ownTransactions(dataset).leftOut,
    isPublished,
    published: isPublished ? publishedOf(scored, textOfDay(window?.to ?? null)) : [],
  };
}

const finite = (value: number): number | null => (value === Infinity ? null : value);

/** Mean or median of the known scores. */
function typicalScore(scores: Uint8Array, high: 'mean' | 'median'): number {
  const known = scores.filter((score) => score > 0).sort();
  if (high === 'mean') return known.reduce((sum, score) => sum + score, 0) / known.length;
  const [below = 0, above = 0] = [known[(known.length - 1) >> 1], known[known.length >> 1]];
  return (below + above) / 2;
}

function placesOf(
  recency: Uint8Array,
  frequency: Uint8Array,
  money: Uint8Array,
  highFrom: RfmAnswer['highFrom'],
): Scored {
  const groups = new Uint8Array(recency.length);
  const cells = new Uint8Array(recency.length);
  const grid = new Uint8Array(recency.length);
  for (let row = 0; row < recency.length; row++) {
    const [r, f, m] = [recency[row] as number, frequency[row] as number, money[row] as number];
    const group = rfmGroupOf(r, f, m);
    if (group === null || highFrom === null) continue;
    groups[row] = rfmGroups.indexOf(group) + 1;
    cells[row] = rfmCellOf(r >= highFrom.recency, f >= highFrom.frequency, m >= highFrom.money) + 1;
    grid[row] = (r - 1) * 5 + f;
  }
  return { recency, frequency, money, groups, cells, grid };
}

/** Counted customers and their money by place. */
function sharesOf(
  places: Uint8Array,
  length: number,
  money: Float64Array,
  counted: Uint8Array,
  minorPerMajor: number,
): readonly RfmShare[] {
  const customers = new Int32Array(length + 1);
  const sums = new Float64Array(length + 1);
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number;
    if (counted[row] !== 1 || place === 0) continue;
    customers[place] = (customers[place] as number) + 1;
    sums[place] = (sums[place] as number) + (money[row] as number);
  }
  return Array.from({ length }, (_, index) => ({
    customers: customers[index + 1] as number,
    money: majorOf(sums[index + 1] as number, minorPerMajor),
  }));
}

function publishedOf(scored: Scored, asOf: string | null): readonly PublishedColumn[] {
  const [group, cell, grid, recency, frequency, money] = rfmColumns;
  return [
    { ...group, asOf, values: namesColumn(rfmGroups, scored.groups) },
    { ...cell, asOf, values: namesColumn(rfmCells, scored.cells) },
    { ...grid, asOf, values: namesColumn(gridKeys, scored.grid) },
    { ...recency, asOf, values: scoresColumn(scored.recency) },
    { ...frequency, asOf, values: scoresColumn(scored.frequency) },
    { ...money, asOf, values: scoresColumn(scored.money) },
  ];
}
