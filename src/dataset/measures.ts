import type { Additivity, Unit } from '../base/units';

/**
 * What can be measured of any set of customers and rows, declared once. `aggregate` says how rows become a number:
 *
 * - `count` rows · `sum`, `sum-in`, `sum-out` all, positive or negative values (outflow is given as a positive number)
 * - `sum-at-end` values of the last month only · `distinct` customers with at least one row
 * - `per-holder` distinct products held at the end per customer that holds any
 */
export type Measure = {
  readonly id: MetricId;
  readonly table: 'customer' | 'account' | 'transaction' | 'balance';
  readonly column: string | null;
  readonly aggregate: 'count' | 'sum' | 'sum-in' | 'sum-out' | 'sum-at-end' | 'distinct' | 'per-holder';
  readonly additive: Additivity;
  readonly unit: Unit;
};

export const metricIds = [
  'customers',
  'active',
  'accounts',
  'transactions',
  'aum',
  'inflow',
  'outflow',
  'netflow',
  'products',
] as const;

export type MetricId = (typeof metricIds)[number];

export const measures: Readonly<Record<MetricId, Measure>> = {
  customers: measure('customers', 'customer', null, 'count', 'not_over_time', 'count'),
  active: measure('active', 'transaction', 'customer_key', 'distinct', 'none', 'count'),
  accounts: measure('accounts', 'account', null, 'count', 'not_over_time', 'count'),
  transactions: measure('transactions', 'transaction', null, 'count', 'full', 'count'),
  aum: measure('aum', 'balance', 'balance', 'sum-at-end', 'not_over_time', 'money'),
  inflow: measure('inflow', 'transaction', 'amount', 'sum-in', 'full', 'money'),
  outflow: measure('outflow', 'transaction', 'amount', 'sum-out', 'full', 'money'),
  netflow: measure('netflow', 'transaction', 'amount', 'sum', 'full', 'money'),
  products: measure('products', 'account', 'product_code', 'per-holder', 'none', 'score'),
};

function measure(
  id: MetricId,
  table: Measure['table'],
  column: string | null,
  aggregate: Measure['aggregate'],
  additive: Additivity,
  unit: Unit,
): Measure {
  return { id, table, column, aggregate, additive, unit };
}

/** Values of every measure: money in major units, null = the data cannot tell. */
export type MetricValues = Readonly<Record<MetricId, number | null>>;

export function isMetricId(text: string): text is MetricId {
  return (metricIds as readonly string[]).includes(text);
}
