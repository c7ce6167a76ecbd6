import type { ResultBase, SharedParameters } from '../task';

export type MovementParameters = SharedParameters;

export type MovementComponent = {
  readonly key: 'new' | 'grew' | 'shrank' | 'left';
  /** Change of assets, major units; `shrank` and `left` are negative or 0. */
  readonly value: number;
  readonly customers: number;
};

export type MovementResult = ResultBase & {
  /** Months at whose ends the assets stand, `2025-06`; null without balances. */
  readonly openingMonth: string | null;
  readonly closingMonth: string | null;
  readonly opening: number | null;
  readonly closing: number | null;
  /** In accounting order; the values sum to closing − opening. Empty without balances. */
  readonly components: readonly MovementComponent[];
  /** Customers with assets that did not change. */
  readonly unchanged: number;
};
