import { isoDay } from '../../base/calendar-day';
import { checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { AppError } from '../../base/errors';
import { majorOf } from '../../base/money';
import type { Unit } from '../../base/units';
import { isNull, type Column } from '../../columns/column';
import { topRows } from '../../cube/top-rows';
import { textAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { balanceFacts, noDay, textsOf, transactionFacts } from '../../dataset/facts';
import { flowsByCustomer, hasDirection, lastDays } from '../../dataset/flows';
import { assetsByCustomer, balanceMonthAt, closingMonth, productsByCustomer } from '../../dataset/holdings';
import { countedNow } from '../../dataset/members';
import { identityOf } from '../../dataset/names';
import { textOfSpan } from '../../dataset/period';
import { publishedAt } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import { rowSpan, type Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import type { PeriodText } from '../../dataset/period-text';

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
    readonly unit: Unit | null;
    readonly model: string;
    readonly version: number;
  }[];
  readonly hasBalances: boolean;
  readonly hasDirection: boolean;
  readonly period: PeriodText | null;
  readonly comparison: PeriodText | null;
};

export const customerListDefaults = { sort: '', offset: 0, search: '' } as const;

const defaultLimit = 50;

/** Everything that is known by customer row; NaN in numbers = not known. */
type Facts = {
  readonly aum: Float64Array | null;
  readonly aumComparison: Float64Array | null;
  readonly inflow: Float64Array | null;
  readonly outflow: Float64Array | null;
  readonly transactions: Int32Array;
  readonly lastDays: Int32Array;
  readonly products: Int32Array | null;
};

/**
 * Which customers are behind the figures? One page of the list, sorted over all of them; n = customers under filters
 * and search.
 *
 * Unknown values come last in either direction, equal ones in the order of the data. Money in major units; assets at
 * the end of the period and of the comparison.
 *
 * @throws task.bad-parameters
 */
export async function listCustomers(
  dataset: Dataset,
  parameters: CustomerListParameters,
  control: Control,
): Promise<CustomerListResult> {
  const given = { ...customerListDefaults, ...parameters };
  const offset = checkWhole('offset', given.offset, 0, Number.MAX_SAFE_INTEGER);
  const limit = checkWhole('limit', given.limit ?? defaultLimit, 0, 1_000_000);
  const search = checkText('search', given.search).trim();
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 3);
  const facts = factsOf(scope);
  await pause(control, 2, 3);
  const sort = checkText('sort', given.sort) === '' ? defaultSort(facts) : given.sort;
  const members = membersOf(scope, search);
  const keys = sortKeys(scope, facts, sort);
  const isAscending = !sort.startsWith('-');
  const ranked = Float64Array.from(members, (row) => {
    const key = keys[row] as number;
    return key !== key ? -Infinity : isAscending ? -key : key;
  });
  const page = topRows(ranked, offset + limit).subarray(offset);
  await pause(control, 3, 3);
  const { span, comparison } = scope.period;
  const total = (values: ArrayLike<number> | null): number | null =>
    values && members.reduce((sum, row) => sum + (values[row] as number), 0);
  return {
    ...resultBase(scope, members.length, warningsOf(scope, ['aum', 'transactions'])),
    total: members.length,
    totals: {
      aum: major(dataset, total(facts.aum)),
      aumComparison: major(dataset, total(facts.aumComparison)),
      inflow: major(dataset, total(facts.inflow)),
      outflow: major(dataset, total(facts.outflow)),
      transactions: total(facts.transactions) ?? 0,
    },
    offset,
    sort,
    rows: Array.from(page, (index) => rowOf(scope, facts, members[index] as number)),
    publishedColumns: Object.values(dataset.published).map(({ column, unit, model, version }) => ({
      column,
      unit,
      model,
      version,
    })),
    hasBalances: balanceFacts(dataset) !== null,
    hasDirection: hasDirection(scope),
    period: span && textOfSpan(span),
    comparison: comparison && textOfSpan(comparison),
  };
}

const major = (dataset: Dataset, minor: number | null): number | null =>
  minor === null ? null : majorOf(minor, dataset.minorPerMajor);

function factsOf(scope: Scope): Facts {
  const { comparison } = scope.period;
  const closing = closingMonth(scope);
  const earlier = comparison && balanceMonthAt(scope, comparison.to);
  const flows = flowsByCustomer(scope, rowSpan(scope));
  const hasRows = transactionFacts(scope.dataset) !== null;
  const end = scope.period.span?.to ?? null;
  return {
    aum: closing === null ? null : assetsByCustomer(scope, closing).values,
    aumComparison: earlier === null ? null : assetsByCustomer(scope, earlier).values,
    inflow: hasRows ? flows.positive : null,
    outflow: hasRows && hasDirection(scope) ? flows.negative : null,
    transactions: flows.counts,
    lastDays: lastDays(scope, end ?? noDay),
    products: productsByCustomer(scope, rowSpan(scope)?.to ?? null),
  };
}

function defaultSort(facts: Facts): '-aum' | '-inflow' | 'customerId' {
  return facts.aum ? '-aum' : facts.inflow ? '-inflow' : 'customerId';
}

/** Rows of the customers under the filters whose number or name contains the search. */
function membersOf(scope: Scope, search: string): Int32Array {
  const counted = countedNow(scope);
  const rows = Int32Array.from(counted.keys()).filter((row) => counted[row] === 1);
  if (search === '') return rows;
  const wanted = search.toLowerCase();
  const customer = scope.dataset.tables['customer'];
  const contains = (name: string, row: number): boolean =>
    textAt(customer, name, row)?.toLowerCase().includes(wanted) ?? false;
  return rows.filter((row) => contains('customer_id', row) || contains('name', row));
}

/** A number per customer by which to sort; NaN = not known. */
function sortKeys(scope: Scope, facts: Facts, sort: string): ArrayLike<number> {
  const name = sort.replace(/^-/, '');
  const { dataset } = scope;
  const none = () => new Float64Array(scope.chosen.length).fill(NaN);
  switch (name) {
    case 'customerId':
      return rankedColumn(dataset.tables['customer']?.columns['customer_id']) ?? none();
    case 'name':
      return rankedColumn(dataset.tables['customer']?.columns['name']) ?? none();
    case 'aum':
    case 'aumComparison':
    case 'inflow':
    case 'outflow':
    case 'products':
      return facts[name] ?? none();
    case 'transactions':
      return facts.transactions;
    case 'lastTransaction':
      return Float64Array.from(facts.lastDays, (day) => (day === noDay ? NaN : day));
    default:
      break;
  }
  const published = dataset.published[name];
  if (published) return rankedColumn(published.values) ?? none();
  throw new AppError('task.bad-parameters', `sort names no column of the list: ${name}`, {
    parameter: 'sort',
    value: name,
  });
}

/** Numbers as they are, texts by their place in the order of characters. */
function rankedColumn(column: Column | undefined): Float64Array | null {
  if (column === undefined) return null;
  if (column.kind !== 'text') {
    return Float64Array.from(column.values, (value, row) => (isNull(column.nulls, row) ? NaN : value));
  }
  const texts = textsOf(column.dictionary);
  const order = [...texts.keys()].sort((a, b) => {
    const [left, right] = [texts[a] as string, texts[b] as string];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const rank = new Float64Array(texts.length);
  order.forEach((code, place) => (rank[code] = place));
  return Float64Array.from(column.codes, (code, row) =>
    isNull(column.nulls, row) ? NaN : (rank[code] as number),
  );
}

function rowOf(scope: Scope, facts: Facts, row: number): CustomerRow {
  const { dataset } = scope;
  const money = (values: Float64Array | null): number | null => major(dataset, values?.[row] ?? null);
  const day = facts.lastDays[row] as number;
  return {
    ...identityOf(dataset, row),
    aum: money(facts.aum),
    aumComparison: money(facts.aumComparison),
    inflow: money(facts.inflow),
    outflow: money(facts.outflow),
    transactions: facts.transactions[row] ?? 0,
    lastTransaction: day === noDay ? null : isoDay(day),
    products: facts.products?.[row] ?? null,
    published: Object.fromEntries(
      Object.values(dataset.published).map((one) => [one.column, publishedAt(dataset, one, row)]),
    ),
  };
}
