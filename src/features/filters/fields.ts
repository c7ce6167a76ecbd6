import type { Unit } from '../../base/units';
import type { ResultBase, SharedParameters } from '../task';

export type FieldsParameters = SharedParameters;

export type FilterField = {
  /** Name in `f` or, for published columns, in `seg`. */
  readonly field: string;
  readonly kind: 'category' | 'band';
  readonly source: 'customer' | 'derived' | 'published';
  readonly unit: Unit | null;
  /** Distinct values of a category. */
  readonly values: number | null;
};

export type FieldsResult = ResultBase & {
  /** Fields of the customer that can be filtered by: no names, no identifying numbers. */
  readonly fields: readonly FilterField[];
  readonly hasBranches: boolean;
  readonly hasManagers: boolean;
  readonly hasProducts: boolean;
  readonly hasChannels: boolean;
};
