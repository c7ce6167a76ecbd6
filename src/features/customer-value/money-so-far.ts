import { concentrationCurve } from '../../algorithms/descriptive/concentration-curve';
import { isoDay, type Day } from '../../base/calendar-day';
import { checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { orderDescending } from '../../base/sort';
import { emptyBitmap, setNull, type Float64Column } from '../../columns/column';
import { textAt } from '../../dataset/cell-value';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { customerCount } from '../../dataset/facts';
import { countedNow } from '../../dataset/members';
import type { PublishedSpec } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import { scopeOf, type Scope } from '../../dataset/scope';
import {
  pause,
  resultBase,
  scopeOfTask,
  type Publishing,
  type ResultBase,
  type SharedParameters,
} from '../task';
import { contributionUntil } from './contribution';
import { leastForTenths } from './tenths';
import { valueEvents } from './value-events';

export type MoneyParameters = SharedParameters;

export type CurvePoint = {
  /** Customers counted, from the most valuable down. */
  readonly customers: number;
  /** Their money together. */
  readonly value: number;
};

export type MoneyResult = ResultBase & {
  /** `contribution`: interest margin and fees, before costs; `amount`: the amounts of the events. */
  readonly basis: 'contribution' | 'amount';
  /** Which transactions the amounts are of. */
  readonly events: 'discretionary' | 'all';
  /** All transactions of a bank, which are no purchases. */
  readonly isRaw: boolean;
  /** Null when the data cannot tell, as everything that follows from it. */
  readonly total: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  /** Customers who brought something, and those who cost more than they brought. */
  readonly withMoney: number;
  readonly losing: number;
  /** Of the total, by the tenth of the customers who brought most; null when the total is not positive or they are too few. */
  readonly topTenthShare: number | null;
  /** At most 100 steps, from nobody to all. */
  readonly curve: readonly CurvePoint[];
  /** The customers who brought most, `limit` of them. */
  readonly rows: readonly {
    readonly customerId: string;
    readonly name: string | null;
    readonly value: number;
    readonly share: number | null;
  }[];
};

export const moneySoFarSpec: PublishedSpec = {
  column: 'customer.moneySoFar',
  unit: 'money',
  model: 'money-so-far',
  version: 1,
};

/** Rows of the result unless `limit` says otherwise. */
const usualRows = 20;

/**
 * How much money has each customer brought so far, and how unequal is that? The contribution where accounts have rates
 * and transfer prices, else the amounts of the events. Everything up to the as-of day counts, whatever the period is.
 * Money in major units; n = customers under the filters.
 *
 * @throws task.bad-parameters
 */
export async function moneySoFar(
  dataset: Dataset,
  parameters: MoneyParameters,
  control: Control,
): Promise<MoneyResult & Publishing> {
  const limit = checkWhole('limit', parameters.limit ?? usualRows, 0, Number.MAX_SAFE_INTEGER);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 3);
  const last = scope.asOf ?? dataset.lastDay;
  const money = moneyOf(scope, last);
  await pause(control, 2, 3);
  const isCut = scope.hasCustomerFilter || scope.needsRow || scope.transactionMask !== null;
  const everybody = isCut ? moneyOf(scopeOf(dataset), last) : money;
  await pause(control, 3, 3);
  const isCounted = countedNow(scope);
  const counted = Array.from(isCounted.keys()).filter((row) => isCounted[row] === 1);
  const values = Float64Array.from(money.isKnown ? counted : [], (row) => money.values[row] as number);
  return {
    ...resultBase(scope, counted.length, [...warningsOf(scope, ['transactions']), ...money.warnings]),
    basis: money.basis,
    events: money.events,
    isRaw: money.isRaw,
    ...figuresOf(values, dataset.minorPerMajor),
    rows: topOf(dataset, counted, values, limit),
    published: [
      { ...moneySoFarSpec, asOf: last === null ? null : isoDay(last), values: columnOf(everybody) },
    ],
  };
}

type Money = Pick<MoneyResult, 'basis' | 'events' | 'isRaw'> & {
  /** Minor units, one per customer. */
  readonly values: Float64Array;
  readonly isKnown: boolean;
  readonly warnings: readonly Assumption[];
};

function moneyOf(scope: Scope, last: Day | null): Money {
  const count = customerCount(scope.dataset);
  const { kind, isRaw, customer, amount } = valueEvents(scope, last);
  const values = new Float64Array(count);
  customer.forEach((one, event) => {
    values[one] = (values[one] as number) + (amount[event] as number);
  });
  const contribution = last === null ? null : contributionUntil(scope, last);
  if (contribution === null) {
    return { basis: 'amount', events: kind, isRaw, values, isKnown: customer.length > 0, warnings: [] };
  }
  const { accountsLeftOut: accounts } = contribution;
  return {
    basis: 'contribution',
    events: kind,
    isRaw,
    values: contribution.values,
    isKnown: true,
    warnings: accounts === 0 ? [] : [{ code: 'contribution.accounts-left-out', values: { accounts } }],
  };
}

/** @param values minor units */
function figuresOf(
  values: Float64Array,
  minorPerMajor: number,
): Pick<MoneyResult, 'total' | 'mean' | 'median' | 'withMoney' | 'losing' | 'topTenthShare' | 'curve'> {
  const { customers, value, known, total } = concentrationCurve(values);
  const major = (minor: number): number => majorOf(minor, minorPerMajor);
  const sorted = values.slice().sort();
  const top = value[Math.round((value.length - 1) / 10)] ?? 0;
  const middle = ((sorted[(known - 1) >> 1] ?? 0) + (sorted[known >> 1] ?? 0)) / 2;
  return {
    total: known === 0 ? null : major(total),
    mean: known === 0 ? null : major(total) / known,
    median: known === 0 ? null : major(middle),
    withMoney: values.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0),
    losing: values.reduce((sum, one) => sum + (one < 0 ? 1 : 0), 0),
    topTenthShare: total > 0 && known >= leastForTenths ? top / total : null,
    curve: Array.from(customers, (count, step) => ({
      customers: count,
      value: major(value[step] as number),
    })),
  };
}

function topOf(
  dataset: Dataset,
  counted: readonly number[],
  values: Float64Array,
  limit: number,
): MoneyResult['rows'] {
  const customer = dataset.tables['customer'];
  const total = values.reduce((sum, one) => sum + one, 0);
  return Array.from(orderDescending(values).subarray(0, limit), (place) => {
    const row = counted[place] as number;
    const value = values[place] as number;
    return {
      customerId: textAt(customer, 'customer_id', row) ?? '',
      name: textAt(customer, 'name', row),
      value: majorOf(value, dataset.minorPerMajor),
      share: total > 0 ? value / total : null,
    };
  });
}

/** The value of every customer; not known to anybody where the data cannot tell. */
function columnOf({ values, isKnown }: Money): Float64Column {
  if (isKnown) return { kind: 'float64', values, nulls: null };
  const nulls = emptyBitmap(values.length);
  for (let row = 0; row < values.length; row++) setNull(nulls, row);
  return { kind: 'float64', values, nulls };
}
