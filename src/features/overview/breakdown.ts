import { checkOneOf, checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { groupingOf, type Grouping } from '../../dataset/grouping';
import { measureBy, now, type When } from '../../dataset/measure-by';
import { measures, metricIds } from '../../dataset/measures';
import { countedNow } from '../../dataset/members';
import { sumOf } from '../../dataset/holdings';
import { currentValues, earlierValues } from '../../dataset/metric-values';
import { nameOfKey } from '../../dataset/names';
import { textOfSpan } from '../../dataset/period';
import { warningsOf } from '../../dataset/query-warnings';
import type { Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import type { MetricId } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';
import { rankedParts, type BreakdownRest, type BreakdownRow, type Places } from './ranked-parts';

/**
 * `branch`, `manager`, `customer`, `product`, `channel`, `type` (of transaction), `direction`, or a field of the
 * customer or published column by name; `customer.type` is the customer's own type.
 */
export type Breakdown = string;

export type BreakdownParameters = SharedParameters & {
  readonly by?: Breakdown;
  readonly metric?: MetricId;
  /** Rows to name; the others become `rest`. */
  readonly top?: number;
};

export type BreakdownResult = ResultBase & {
  readonly by: Breakdown;
  readonly metric: MetricId;
  /** By value, the largest first; members with nothing in either period are left out. */
  readonly rows: readonly BreakdownRow[];
  /** Null when every member is in `rows`. */
  readonly rest: BreakdownRest | null;
  readonly total: {
    readonly value: number | null;
    readonly comparison: number | null;
    readonly customers: number | null;
  };
  /** Whether `total` is the sum of the parts. */
  readonly isAdditive: boolean;
  readonly period: PeriodText | null;
  readonly comparison: PeriodText | null;
};

export const breakdownDefaults = { by: 'branch', metric: 'aum', top: 10 } as const;

type Both = Pick<Places, 'current' | 'earlier'>;

/**
 * Who or what makes up a metric, and how did each part change?
 *
 * Values of the period and of the comparison by branch, manager, product … Assets stand at the end of each. Parts with
 * nothing in either are left out; what is not known has the key ''. Money in major units, null = not known. n =
 * customers.
 *
 * @throws task.bad-parameters
 */
export async function breakDown(
  dataset: Dataset,
  parameters: BreakdownParameters,
  control: Control,
): Promise<BreakdownResult> {
  const given = { ...breakdownDefaults, ...parameters };
  const by = checkText('by', given.by);
  const metric = checkOneOf('metric', given.metric, metricIds);
  const top = checkWhole('top', given.top, 1, 100_000);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 4);
  const { span, comparison } = scope.period;
  const warnings: Assumption[] = [...warningsOf(scope, [metric])];
  const grouping = groupingOf(scope, by);
  if (grouping === null) warnings.push({ code: 'filter.unknown-field', values: { field: by } });
  await pause(control, 2, 4);
  const value: Both = {
    current: grouping && measureBy(scope, grouping, metric, now(scope)),
    earlier: comparison && grouping && measureBy(scope, grouping, metric, earlierThan(comparison)),
  };
  if (grouping !== null && value.current === null && currentValues(scope)[metric] !== null) {
    warnings.push({ code: 'breakdown.not-carried', values: { metric, by } });
  }
  await pause(control, 3, 4);
  const parts =
    grouping === null || value.current === null
      ? { rows: [], rest: null }
      : partsOf(scope, grouping, metric, value, top);
  return {
    ...resultBase(scope, sumOf(countedNow(scope)), warnings),
    by,
    metric,
    ...parts,
    total: {
      value: currentValues(scope)[metric],
      comparison: comparison && earlierValues(scope, comparison)[metric],
      customers: sumOf(countedNow(scope)),
    },
    isAdditive: isAdditive(metric, grouping),
    period: span && textOfSpan(span),
    comparison: comparison && textOfSpan(comparison),
  };
}

const earlierThan = (span: { from: number; to: number }): When => ({ span, isEarlier: true });

/** A customer is in one branch but may use several products. */
function isAdditive(metric: MetricId, grouping: Grouping | null): boolean {
  if (metric === 'products') return false;
  return grouping?.kind !== 'rows' || (metric !== 'customers' && metric !== 'active');
}

function partsOf(
  scope: Scope,
  grouping: Grouping,
  metric: MetricId,
  value: Both,
  top: number,
): Pick<BreakdownResult, 'rows' | 'rest'> {
  const { dataset } = scope;
  const customers = measureBy(scope, grouping, 'customers', now(scope));
  const transactions = measureBy(scope, grouping, 'transactions', now(scope));
  return rankedParts({
    keys: grouping.keys,
    nameOf: (key) => nameOfKey(dataset, grouping.name, key),
    ...value,
    customers,
    transactions,
    isThere: (place) => (customers?.values[place] ?? 0) > 0,
    scale: measures[metric].unit === 'money' ? dataset.minorPerMajor : 1,
    top,
  });
}
