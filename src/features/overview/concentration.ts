import { giniOf } from '../../algorithms/descriptive/gini';
import { checkOneOf } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import type { Dataset } from '../../dataset/dataset';
import { customerCount, transactionFacts } from '../../dataset/facts';
import { flowsByCustomer, hasDirection } from '../../dataset/flows';
import { assetsByCustomer, closingMonth } from '../../dataset/holdings';
import { measures } from '../../dataset/measures';
import { countedNow } from '../../dataset/members';
import { textOfSpan } from '../../dataset/period';
import { warningsOf } from '../../dataset/query-warnings';
import { rowSpan, type Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';

import type { PeriodText } from '../../dataset/period-text';

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

export const concentrationDefaults = { metric: 'aum' } as const;

const edges = [
  ['top1', 0.01],
  ['top5', 0.05],
  ['top10', 0.1],
  ['top20', 0.2],
  ['top50', 0.5],
  ['rest', 1],
] as const;

/**
 * How concentrated is value: what share do the largest customers have?
 *
 * All customers under the filters, ranked by assets at the end of the period or by flows in it; who has nothing counts
 * with 0. A band holds the customers up to the share in its name, rounded up, without those of the bands above. Money
 * in major units. n = customers. Source: methods.md §2 (Lorenz, Gini).
 *
 * @throws task.bad-parameters
 */
export async function concentration(
  dataset: Dataset,
  parameters: ConcentrationParameters,
  control: Control,
): Promise<ConcentrationResult> {
  const given = { ...concentrationDefaults, ...parameters };
  const metric = checkOneOf('metric', given.metric, ['aum', 'inflow', 'outflow', 'transactions']);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 2);
  const counted = countedNow(scope);
  const all = valuesOf(scope, metric);
  const values = (all ?? new Float64Array(0)).filter((_, row) => counted[row] === 1).sort();
  await pause(control, 2, 2);
  const { span } = scope.period;
  const scale = measures[metric].unit === 'money' ? dataset.minorPerMajor : 1;
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    ...resultBase(
      scope,
      counted.reduce((sum, one) => sum + one, 0),
      warningsOf(scope, [metric]),
    ),
    metric,
    bands: bandsOfSorted(values, total, scale),
    total: all === null ? null : majorOf(total, scale),
    withValue: values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0),
    gini: giniOf(values),
    period: span && textOfSpan(span),
  };
}

/** One value per customer, minor units; null = the data cannot tell. */
function valuesOf(scope: Scope, metric: ConcentrationMetric): Float64Array | null {
  const count = customerCount(scope.dataset);
  if (metric === 'aum') {
    const month = closingMonth(scope);
    return month === null ? null : assetsByCustomer(scope, month).values.subarray(0, count);
  }
  if (transactionFacts(scope.dataset) === null) return null;
  const flows = flowsByCustomer(scope, rowSpan(scope));
  if (metric === 'transactions') return Float64Array.from(flows.counts.subarray(0, count));
  if (metric === 'outflow' && !hasDirection(scope)) return null;
  return (metric === 'inflow' ? flows.positive : flows.negative).subarray(0, count);
}

/** @param values ascending */
function bandsOfSorted(values: Float64Array, total: number, scale: number): readonly ConcentrationBand[] {
  const n = values.length;
  if (n === 0) return [];
  const bands: ConcentrationBand[] = [];
  let [taken, above] = [0, 0];
  for (const [key, until] of edges) {
    const end = Math.min(n, Math.ceil(n * until));
    let value = 0;
    for (let rank = taken; rank < end; rank++) value += values[n - 1 - rank] as number;
    above += value;
    const isShare = total > 0;
    bands.push({
      key,
      until,
      customers: end - taken,
      value: majorOf(value, scale),
      share: isShare ? value / total : null,
      cumulativeShare: isShare ? above / total : null,
      threshold: end > taken ? majorOf(values[n - end] as number, scale) : null,
    });
    taken = end;
  }
  return bands;
}
