import type { Unit } from '../../base/units';
import type { MetricId } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';
import type { FieldType, Sensitivity } from '../../model/field';
import type { ResultBase, SharedParameters } from '../task';

export type CustomerParameters = SharedParameters & { readonly customerId?: string };

export type ProfileParameters = CustomerParameters;

export type ProfileAttribute = {
  readonly field: string;
  readonly type: FieldType;
  /** C2 values are masked by the page unless the reader asked to see them. */
  readonly sensitivity: Sensitivity;
  /** Money in major units, days ISO, flags 0 or 1; null = not known. */
  readonly value: string | number | null;
};

export type ProfileMetric = Extract<MetricId, 'aum' | 'inflow' | 'outflow' | 'netflow' | 'transactions'>;

export type ProfileResult = ResultBase & {
  /** Null when nobody has that number. */
  readonly customer: {
    readonly customerId: string;
    readonly name: string | null;
    readonly type: string | null;
    readonly branchId: string | null;
    readonly branchName: string | null;
    readonly branchNameEn: string | null;
    readonly managerId: string | null;
    readonly managerName: string | null;
    readonly managerNameEn: string | null;
    /** Day on which the relationship began, as far as known. */
    readonly since: string | null;
    readonly lastTransaction: string | null;
    readonly attributes: readonly ProfileAttribute[];
    readonly published: readonly {
      readonly column: string;
      readonly unit: Unit | null;
      readonly model: string;
      readonly version: number;
      readonly asOf: string | null;
      readonly value: string | number | null;
    }[];
  } | null;
  readonly values: Readonly<Record<ProfileMetric, number | null>>;
  readonly comparison: (PeriodText & Readonly<Record<ProfileMetric, number | null>>) | null;
  /** Distinct products held at the end of the period, of all products of the bank. */
  readonly products: { readonly held: number; readonly of: number; readonly codes: readonly string[] } | null;
  /** Share of customers of the same type with less assets (ties count half), 0 … 1; null without balances. */
  readonly peers: {
    readonly type: string | null;
    readonly customers: number;
    readonly aumPercentile: number;
  } | null;
  readonly period: PeriodText | null;
};
