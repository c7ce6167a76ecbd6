import type { CustomerIdentity } from '../../dataset/names';
import type { PublishedSpec } from '../../dataset/published';
import type { ResultBase, SharedParameters } from '../task';

export type RiskParameters = SharedParameters & {
  /** Silence of more than so many own gaps is unusual. */
  readonly threshold?: number;
  /** No rhythm counts as quicker than this: a few quiet days of a busy customer mean nothing. */
  readonly leastGapDays?: number;
  /** Unusual silence of so many days counts as having left. */
  readonly lostDays?: number;
};

export const riskDefaults = { threshold: 2, leastGapDays: 30, lostDays: 180 } as const;

export const churnRisk: PublishedSpec = {
  column: 'customer.churnRisk',
  unit: 'percent',
  model: 'own-rhythm',
  version: 1,
};

export const silenceRatio: PublishedSpec = {
  column: 'customer.silenceRatio',
  unit: 'ratio',
  model: 'own-rhythm',
  version: 1,
};

/**
 * `active` acts as usual, `atRisk` is silent for unusually long, `lost` so for `lostDays` and more, `closed` has no
 * account left, `never` did nothing yet.
 */
export type RiskState = 'active' | 'atRisk' | 'lost' | 'closed' | 'never';

export type RiskCount = {
  readonly customers: number;
  /** Assets in major units; null without balances. */
  readonly aum: number | null;
  /** Customers of it who are expected to leave; null without observed rates. */
  readonly expected: number | null;
};

/** Customers by silence in own gaps, from `from` to below `until` (null = open). Only who has not left. */
export type RiskBand = RiskCount & {
  readonly key: string;
  readonly from: number;
  readonly until: number | null;
  /** Share that is expected to leave in the window ahead; null without observed rates. */
  readonly risk: number | null;
  /** The same band on the day of looking back: how many there were and how many of them left. */
  readonly before: {
    readonly customers: number;
    readonly left: number;
    readonly lower: number;
    readonly upper: number;
  };
};

export type RiskRow = CustomerIdentity & {
  readonly aum: number | null;
  readonly lastDay: string;
  readonly silenceDays: number;
  readonly gapDays: number;
  /** Whether the gap is the customer's own or that of their kind. */
  readonly isOwnRhythm: boolean;
  readonly ratio: number;
  readonly risk: number | null;
};

export type RiskResult = ResultBase & {
  readonly threshold: number;
  readonly leastGapDays: number;
  readonly lostDays: number;
  readonly states: Readonly<Record<RiskState, RiskCount>>;
  readonly bands: readonly RiskBand[];
  /** At risk: the highest risk first, of equal ones the largest assets; null risk: the longest silence first. */
  readonly rows: readonly RiskRow[];
  /** Looking back: the day, and the day up to which who left was counted. */
  readonly backtest: {
    readonly day: string;
    readonly until: string;
    readonly customers: number;
    readonly left: number;
    /** Chance that who left had the longer silence in own gaps, and in days (the naive rule); null = not known. */
    readonly auc: number | null;
    readonly aucOfDays: number | null;
  } | null;
  /** Why there is nothing, or no rates; `about` is the number that falls short. */
  readonly refusal: { readonly reason: 'no-transactions' | 'too-few-months'; readonly about: number } | null;
  readonly rates: { readonly reason: 'too-few-leavers' | 'too-few-months'; readonly about: number } | null;
};
