import { checkOneOf, checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { topRows } from '../../cube/top-rows';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { groupingOf, type Grouping } from '../../dataset/grouping';
import { measureBy, now, type Measured, type When } from '../../dataset/measure-by';
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

export type BreakdownRow = {
  /** Id or code: what filters, selections and drills take. Empty = not known. */
  readonly key: string;
  /** As the files write it, in either language; null when they only know the key. */
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly value: number | null;
  readonly comparison: number | null;
  readonly customers: number;
  readonly transactions: number;
};

export type BreakdownRest = {
  readonly members: number;
  readonly value: number | null;
  readonly comparison: number | null;
  readonly customers: number;
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
    readonly customers: number;
  };
  /** Whether `total` is the sum of the parts. */
  readonly isAdditive: boolean;
  readonly period: PeriodText | null;
  readonly comparison: PeriodText | null;
};

export const breakdownDefaults = { by: 'branch', metric: 'aum', top: 10 } as const;

/** Measured now and earlier; a place without a value has NaN. */
type Both = { readonly current: Measured | null; readonly earlier: Measured | null };

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
): { rows: readonly BreakdownRow[]; rest: BreakdownRest | null } {
  const scale = measures[metric].unit === 'money' ? scope.dataset.minorPerMajor : 1;
  const known = (number: number | undefined): number | null =>
    number === undefined || number !== number ? null : majorOf(number, scale);
  const customers = measureBy(scope, grouping, 'customers', now(scope));
  const transactions = measureBy(scope, grouping, 'transactions', now(scope));
  const at = (measured: Measured | null, place: number): number => measured?.values[place] ?? 0;
  const isMember = grouping.keys.map((_, place) =>
    [value.current, value.earlier, customers, transactions].some((measured) => {
      const found = at(measured, place);
      return found === found && found !== 0;
    }),
  );
  const ranked = Float64Array.from(grouping.keys, (_, place) => {
    const found = at(value.current, place);
    return isMember[place] !== true ? NaN : found === found ? found : -Infinity;
  });
  const best = topRows(ranked, top);
  const named = new Set(best);
  const isRest = (place: number): boolean => isMember[place] === true && !named.has(place);
  const members = grouping.keys.filter((_, place) => isRest(place)).length;
  const rows = Array.from(best, (place) => {
    const key = grouping.keys[place] ?? '';
    return {
      key,
      ...(key === '' ? { name: null, nameEn: null } : nameOfKey(scope.dataset, grouping.name, key)),
      value: known(value.current?.values[place]),
      comparison: known(value.earlier?.values[place]),
      customers: at(customers, place),
      transactions: at(transactions, place),
    };
  });
  if (members === 0) return { rows, rest: null };
  return {
    rows,
    rest: {
      members,
      value: known(value.current?.together(isRest)),
      comparison: known(value.earlier?.together(isRest)),
      customers: customers?.together(isRest) ?? 0,
    },
  };
}
