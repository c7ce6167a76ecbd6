import type { ResultBase, SharedParameters } from '../task';

export type OptionsParameters = SharedParameters & {
  /** `branch`, `product`, `channel`, a field of the customer or a published column. */
  readonly field?: string;
  /** Part of the key or a name. */
  readonly search?: string;
};

export type FilterOption = {
  /** What the filter takes: `br:BR012`, `br:BR012/rm:RM0345`, `savings`, `上海`, `30-39`; empty = not known. */
  readonly key: string;
  readonly name: string | null;
  readonly nameEn: string | null;
  /** Customers with this value under the other filters; a branch counts those of its sub-branches. */
  readonly customers: number;
  /** Key of the option above it: the parent branch, the branch of a manager. */
  readonly parent: string | null;
  /** Depth in the tree, 0 = top. */
  readonly level: number;
  readonly family: string | null;
};

export type OptionsResult = ResultBase & {
  readonly field: string;
  readonly kind: 'tree' | 'category' | 'band' | 'none';
  /** Trees in order (each branch before its parts), bands by size, others by customers; those of 0 come last. */
  readonly values: readonly FilterOption[];
  /** Options under the search, also those beyond the limit. */
  readonly total: number;
};
