import type { MetricId, MetricValues } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';
import type { ResultBase, SharedParameters } from '../task';

export type SummaryParameters = SharedParameters;

export type SummaryResult = ResultBase &
  MetricValues & {
    /** First and last booking (or balance) of the data under the filters of period, ISO; null without dates. */
    readonly firstDate: string | null;
    readonly lastDate: string | null;
    /** Null when the data know no dates. */
    readonly period: PeriodText | null;
    readonly comparison: (PeriodText & MetricValues) | null;
    /** The last months up to the end of the period, at most 25, for sparklines; months as `2026-06`. */
    readonly series: {
      readonly months: readonly string[];
      readonly values: Readonly<Record<MetricId, readonly (number | null)[]>>;
    };
    readonly hasBalances: boolean;
    /** False when amounts have no direction: then `inflow` is all activity, `outflow` and `netflow` are null. */
    readonly hasDirection: boolean;
  };
