import { isoDay } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { percentileOf } from '../../cube/rank';
import { typeOfColumn, valueAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { attributeOf } from '../../dataset/attributes';
import {
  accountFacts,
  customerCount,
  noDay,
  rowsByCustomer,
  sinceDays,
  transactionFacts,
} from '../../dataset/facts';
import { flowsByCustomer, hasDirection, lastDays } from '../../dataset/flows';
import { assetsByCustomer, balanceMonthAt, closingMonth, isOpenAt } from '../../dataset/holdings';
import { identityOf } from '../../dataset/names';
import { textOfSpan, type Span } from '../../dataset/period';
import { publishedAt } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import { rowSpan, type Scope } from '../../dataset/scope';
import { rowsOf } from '../../cube/rows-by-key';
import { fieldOf } from '../../model/tables';
import { pause, resultBase, type ResultBase, type SharedParameters } from '../task';
import { customerScope } from './customer-scope';
import type { Unit } from '../../base/units';
import type { MetricId } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';
import type { FieldType, Sensitivity } from '../../model/field';

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

/**
 * Who is this customer, what does it hold, and how large is it among its peers?
 *
 * Only the period counts, other filters do not. Money in major units; null = not known. n = 1, or 0 when nobody has
 * that number (warning `customer.unknown`).
 *
 * @throws task.bad-parameters
 */
export async function profile(
  dataset: Dataset,
  parameters: ProfileParameters,
  control: Control,
): Promise<ProfileResult> {
  const { scope, row, warnings } = customerScope(dataset, parameters);
  await pause(control, 1, 2);
  const { span, comparison } = scope.period;
  const base = resultBase(scope, row === null ? 0 : 1, [
    ...warnings,
    ...warningsOf(scope, ['aum', 'transactions']),
  ]);
  const period = span && textOfSpan(span);
  if (row === null) {
    const values = { aum: null, inflow: null, outflow: null, netflow: null, transactions: null };
    return { ...base, customer: null, values, comparison: null, products: null, peers: null, period };
  }
  const last = lastDays(scope, span?.to ?? noDay)[row] ?? noDay;
  const since = sinceDays(dataset)[row] ?? noDay;
  await pause(control, 2, 2);
  return {
    ...base,
    customer: {
      ...identityOf(dataset, row),
      since: since === noDay ? null : isoDay(since),
      lastTransaction: last === noDay ? null : isoDay(last),
      attributes: attributesOf(dataset, row),
      published: publishedOf(dataset, row),
    },
    values: valuesOf(scope, row, rowSpan(scope), closingMonth(scope)),
    comparison: comparison && {
      ...textOfSpan(comparison),
      ...valuesOf(scope, row, comparison, balanceMonthAt(scope, comparison.to)),
    },
    products: productsOf(scope, row),
    peers: peersOf(scope, row),
    period,
  };
}

const shownElsewhere: ReadonlySet<string> = new Set(['customer_id', 'name', 'type', 'branch_id', 'rm_id']);

function attributesOf(dataset: Dataset, row: number): readonly ProfileAttribute[] {
  const customer = dataset.tables['customer'];
  if (customer === undefined) return [];
  return Object.keys(customer.columns)
    .filter((field) => !shownElsewhere.has(field) && !isInternal(field))
    .map((field) => ({
      field,
      type: typeOfColumn(customer, field),
      sensitivity: fieldOf('customer', field)?.sensitivity ?? 'C2',
      value: valueAt(dataset, customer, field, row),
    }));
}

const isInternal = (field: string): boolean => field.endsWith('_key') || field.startsWith('source_');

type Published = NonNullable<ProfileResult['customer']>['published'];

function publishedOf(dataset: Dataset, row: number): Published {
  return Object.values(dataset.published).map((one) => ({
    column: one.column,
    unit: one.unit,
    model: one.model,
    version: one.version,
    asOf: one.asOf,
    value: publishedAt(dataset, one, row),
  }));
}

function valuesOf(
  scope: Scope,
  row: number,
  span: Span | null,
  month: number | null,
): Readonly<Record<ProfileMetric, number | null>> {
  const { dataset } = scope;
  const major = (minor: number): number => majorOf(minor, dataset.minorPerMajor);
  const aum = month === null ? null : major(assetsByCustomer(scope, month).values[row] ?? 0);
  if (transactionFacts(dataset) === null) {
    return { aum, inflow: null, outflow: null, netflow: null, transactions: null };
  }
  const flows = flowsByCustomer(scope, span);
  const [inflow, outflow] = [flows.positive[row] ?? 0, flows.negative[row] ?? 0];
  const isSigned = hasDirection(scope);
  return {
    aum,
    inflow: major(inflow),
    outflow: isSigned ? major(outflow) : null,
    netflow: isSigned ? major(inflow - outflow) : null,
    transactions: flows.counts[row] ?? 0,
  };
}

function productsOf(scope: Scope, row: number): ProfileResult['products'] {
  const { dataset } = scope;
  const facts = accountFacts(dataset);
  const index = rowsByCustomer(dataset, 'account');
  if (facts === null || facts.product === null || index === null) return null;
  const { names, codes, unknown } = facts.product;
  const day = rowSpan(scope)?.to ?? null;
  const held = new Set<string>();
  for (const account of rowsOf(index, row)) {
    const place = codes[account] as number;
    if (place !== unknown && isOpenAt(facts, account, day)) held.add(names[place] as string);
  }
  const of = dataset.tables['product']?.rowCount ?? names.length;
  return { held: held.size, of, codes: [...held] };
}

function peersOf(scope: Scope, row: number): ProfileResult['peers'] {
  const { dataset } = scope;
  const month = closingMonth(scope);
  if (month === null) return null;
  const count = customerCount(dataset);
  const type = attributeOf(dataset, 'customer.type', null);
  const coded = type?.kind === 'category' ? type.coded : null;
  const place = coded?.codes[row];
  const mask = coded && Uint8Array.from(coded.codes, (one) => (one === place ? 1 : 0));
  const assets = assetsByCustomer(scope, month).values.subarray(0, count);
  const percentile = percentileOf(assets, mask, assets[row] ?? 0);
  if (percentile === null) return null;
  return {
    type: (place === undefined ? undefined : coded?.names[place]) ?? null,
    customers: mask ? mask.reduce((sum, one) => sum + one, 0) : count,
    aumPercentile: percentile,
  };
}
