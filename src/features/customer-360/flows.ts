import type { ResultBase } from '../task';
import type { CustomerParameters } from './profile';

export type FlowsParameters = CustomerParameters & { readonly months?: number };

export type FlowsResult = ResultBase & {
  /** In order of time, up to the end of the period: `2026-06`. */
  readonly months: readonly string[];
  readonly inflow: readonly number[];
  /** Positive numbers; null when amounts have no direction. */
  readonly outflow: readonly number[] | null;
  readonly net: readonly number[] | null;
  readonly transactions: readonly number[];
};
