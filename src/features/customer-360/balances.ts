import type { ResultBase } from '../task';
import type { CustomerParameters } from './profile';

export type BalancesParameters = CustomerParameters & { readonly months?: number };

export type BalancesResult = ResultBase & {
  /** In order of time, up to the end of the period: `2026-06`. */
  readonly months: readonly string[];
  /** By product, the largest last balance first; loans and cards come as they are booked. */
  readonly products: readonly {
    readonly code: string;
    readonly name: string | null;
    readonly nameEn: string | null;
    readonly isAsset: boolean;
    /** End of month, major units; null = no such balance that month. */
    readonly values: readonly (number | null)[];
  }[];
  /** Assets under management by month; null = none known. */
  readonly aum: readonly (number | null)[];
};
