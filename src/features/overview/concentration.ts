import type { PeriodText } from '../../dataset/period-text';
import type { ResultBase, SharedParameters } from '../task';

export type ConcentrationMetric = 'aum' | 'inflow' | 'outflow' | 'transactions';

export type ConcentrationParameters = SharedParameters & { readonly metric?: ConcentrationMetric };

export type ConcentrationBand = {
  /** `top1`, `top5`, `top10`, `top20`, `top50`, `rest`: customers ranked by value, without those of the bands above. */
  readonly key: string;
  /** Share of customers down to the end of this band: .01, .05 … 1. */
  readonly until: number;
  readonly customers: number;
  readonly value: number;
  /** Of the total; null when the total is not positive. */
  readonly share: number | null;
  /** Of this band and those above. */
  readonly cumulativeShare: number | null;
  /** Value of the last customer in the band: who has at least this belongs to it or a higher one. */
  readonly threshold: number | null;
};

export type ConcentrationResult = ResultBase & {
  readonly metric: ConcentrationMetric;
  /** Empty when there are no customers or the metric is not known. */
  readonly bands: readonly ConcentrationBand[];
  readonly total: number | null;
  /** Customers with a value above 0. */
  readonly withValue: number;
  /** 0 (all equal) … 1 − 1/n; null when the total is 0 or a value is negative. */
  readonly gini: number | null;
  readonly period: PeriodText | null;
};
