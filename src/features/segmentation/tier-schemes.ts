import { tiersByRank, tiersByShareOfValue, type ValueTiers } from '../../algorithms/descriptive/value-tiers';

type Scheme = {
  readonly keys: readonly string[];
  /** Cumulative shares at which all tiers but the last end: of value, or of customers by rank. */
  readonly cuts: readonly number[];
  readonly tiersBy: (values: ArrayLike<number>, cuts: readonly number[]) => ValueTiers;
};

/** Presets of methods.md §2, the best tier first. */
export const tierSchemes = {
  /** A = the customers who together hold the first 80% of the value, B up to 95%, C the rest. */
  abc: { keys: ['A', 'B', 'C'], cuts: [0.8, 0.95], tiersBy: tiersByShareOfValue },
  /** The first 5% of customers, the next 15%, the next 30%, the others. */
  four: { keys: ['platinum', 'gold', 'iron', 'lead'], cuts: [0.05, 0.2, 0.5], tiersBy: tiersByRank },
  /** The first 1%, the next 4%, the next 15%, the others. */
  pyramid: { keys: ['vip', 'main', 'ordinary', 'small'], cuts: [0.01, 0.05, 0.2], tiersBy: tiersByRank },
} as const satisfies Readonly<Record<string, Scheme>>;

export type TierScheme = keyof typeof tierSchemes;

export const tierSchemeIds = ['abc', 'four', 'pyramid'] as const satisfies readonly TierScheme[];

export const schemeOf = (scheme: TierScheme): Scheme => tierSchemes[scheme];
