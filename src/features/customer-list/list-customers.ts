import type { PeriodText } from '../../dataset/period-text';
import type { ResultBase, SharedParameters } from '../task';

/** Columns to sort by; a published column by its name (`customer.clv`). */
export type CustomerSort =
  | 'customerId'
  | 'name'
  | 'aum'
  | 'aumComparison'
  | 'inflow'
  | 'outflow'
  | 'transactions'
  | 'lastTransaction'
  | 'products'
  | `customer.${string}`;

export type CustomerListParameters = SharedParameters & {
  /** `-` in front = largest first. Empty = by assets, else by inflow, the largest first. */
  readonly sort?: CustomerSort | `-${CustomerSort}` | '';
  readonly offset?: number;
  /** Part of the number or the name. */
  readonly search?: string;
};

export type CustomerRow = {
  readonly customerId: string;
  readonly name: string | null;
  readonly type: string | null;
  readonly branchId: string | null;
  readonly branchName: string | null;
  readonly branchNameEn: string | null;
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly managerNameEn: string | null;
  /** At the end of the period and of the comparison; null = unknown. */
  readonly aum: number | null;
  readonly aumComparison: number | null;
  readonly inflow: number | null;
  readonly outflow: number | null;
  readonly transactions: number;
  /** Day of the last transaction up to the end of the period. */
  readonly lastTransaction: string | null;
  /** Distinct products held at the end of the period. */
  readonly products: number | null;
  /** By name (`customer.clv`); money in major units. */
  readonly published: Readonly<Record<string, string | number | null>>;
};

export type CustomerListResult = ResultBase & {
  /** Customers under the filters and the search, over all pages. */
  readonly total: number;
  readonly totals: {
    readonly aum: number | null;
    readonly aumComparison: number | null;
    readonly inflow: number | null;
    readonly outflow: number | null;
    readonly transactions: number;
  };
  readonly offset: number;
  readonly sort: string;
  readonly rows: readonly CustomerRow[];
  readonly publishedColumns: readonly {
    readonly column: string;
    readonly unit: string | null;
    readonly model: string;
    readonly version: number;
  }[];
  readonly hasBalances: boolean;
  readonly hasDirection: boolean;
  readonly period: PeriodText | null;
  readonly comparison: PeriodText | null;
};
