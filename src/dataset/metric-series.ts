import { lastDayOfMonth, monthOfDay, type Day, type Month } from '../base/calendar-day';
import { majorOf } from '../base/money';
import { balanceFacts, noDay, sinceDays } from './facts';
import { flowsByBucket, hasDirection, type BucketFlows, type Buckets } from './flows';
import { assetPlaces } from './holdings';
import {
  accountsIn,
  customersWithRows,
  edgesOf,
  emptySeries,
  productsAt,
  type Series,
} from './holding-series';
import { lowerBound } from './lower-bound';
import { metricIds, type MetricId } from './measures';
import { ofScope, type Scope } from './scope';

/** Consecutive buckets of a whole number of months each, aligned to the calendar: 1 = months, 3 = quarters, 12 = years. */
export function bucketsOf(first: Month, last: Month, months: number): Buckets {
  const begin = Math.floor(first / months) * months;
  const count = last < begin ? 0 : Math.floor((last - begin) / months) + 1;
  return {
    first: begin,
    of: Int32Array.from({ length: last - begin + 1 }, (_, i) => Math.floor(i / months)),
    count,
  };
}

/**
 * A metric in each bucket up to a day: flows of the bucket, assets, customers, accounts and products at its end. Money
 * in major units; null = the data cannot tell (before the first or without any balance, or no such table).
 */
export function seriesOf(scope: Scope, metric: MetricId, buckets: Buckets, last: Day): Series {
  const name = `series ${metric} ${String(buckets.first)} ${String(buckets.of.length)} ${String(buckets.count)} ${String(last)}`;
  return ofScope(scope, name, () => makeSeries(scope, metric, buckets, last));
}

/** Every metric at once. */
export function allSeries(scope: Scope, buckets: Buckets, last: Day): Readonly<Record<MetricId, Series>> {
  return Object.fromEntries(
    metricIds.map((metric) => [metric, seriesOf(scope, metric, buckets, last)]),
  ) as Record<MetricId, Series>;
}

function makeSeries(scope: Scope, metric: MetricId, buckets: Buckets, last: Day): Series {
  switch (metric) {
    case 'customers':
      return customersAt(scope, buckets, last);
    case 'accounts':
      return accountsIn(scope, buckets, last);
    case 'products':
      return productsAt(scope, buckets, last);
    case 'aum':
      return assetsAtEnds(scope, buckets, last);
    default:
      return flowSeries(scope, metric, buckets, last);
  }
}

function flowSeries(
  scope: Scope,
  metric: 'active' | 'transactions' | 'inflow' | 'outflow' | 'netflow',
  buckets: Buckets,
  last: Day,
): Series {
  const name = `bucket flows ${String(buckets.first)} ${String(buckets.count)} ${String(last)}`;
  const flows: BucketFlows | null = ofScope(scope, name, () => flowsByBucket(scope, buckets, last));
  const needsDirection = metric === 'outflow' || metric === 'netflow';
  if (flows === null || (needsDirection && !hasDirection(scope))) return emptySeries(buckets);
  const { minorPerMajor } = scope.dataset;
  const money = (values: Float64Array): Series =>
    Array.from(values, (value) => majorOf(value, minorPerMajor));
  if (metric === 'active') return [...flows.active];
  if (metric === 'transactions') return [...flows.counts];
  if (metric === 'inflow') return money(flows.positive);
  if (metric === 'outflow') return money(flows.negative);
  return money(flows.positive.map((value, bucket) => value - (flows.negative[bucket] as number)));
}

function customersAt(scope: Scope, buckets: Buckets, last: Day): Series {
  if (scope.needsTransaction) return flowSeries(scope, 'active', buckets, last);
  if (scope.needsRow) return customersWithRows(scope, buckets, last);
  const { ends } = edgesOf(buckets, last);
  const since = sinceDays(scope.dataset);
  if (since.every((day) => day === noDay)) return emptySeries(buckets);
  const began = new Float64Array(ends.length + 1);
  for (let row = 0; row < since.length; row++) {
    if (scope.chosen[row] !== 1) continue;
    const bucket = lowerBound(ends, since[row] as number);
    began[bucket] = (began[bucket] as number) + 1;
  }
  let sum = 0;
  return Array.from(ends, (_, bucket) => (sum += began[bucket] as number));
}

/** One pass over all balances. A bucket whose last month is cut or has no balances takes the last month that has some. */
function assetsAtEnds(scope: Scope, buckets: Buckets, last: Day): Series {
  const facts = balanceFacts(scope.dataset);
  if (facts === null) return emptySeries(buckets);
  const sums = assetsByMonth(scope);
  const end = lastDayOfMonth(monthOfDay(last)) === last ? monthOfDay(last) : monthOfDay(last) - 1;
  return Array.from({ length: buckets.count }, (_, bucket) => {
    const begin = buckets.first + buckets.of.indexOf(bucket);
    const until = Math.min(end, buckets.first + buckets.of.lastIndexOf(bucket));
    const month = facts.months.findLast((one) => one <= until && one >= begin);
    if (month === undefined) return null;
    return majorOf(sums[month - facts.firstMonth] as number, scope.dataset.minorPerMajor);
  });
}

function assetsByMonth(scope: Scope): Float64Array {
  return ofScope(scope, 'assets by month', () => {
    const facts = balanceFacts(scope.dataset);
    if (facts === null) return new Float64Array(0);
    const { byMonth, balances } = facts;
    const { starts, rows } = byMonth;
    const isAsset = assetPlaces(facts);
    const products = facts.product?.codes;
    const mask = scope.balanceMask;
    return Float64Array.from({ length: starts.length - 1 }, (_, place) => {
      let sum = 0;
      const end = starts[place + 1] as number;
      for (let i = starts[place] as number; i < end; i++) {
        const row = rows[i] as number;
        if (mask !== null && mask[row] === 0) continue;
        if (isAsset !== null && products && isAsset[products[row] as number] === 0) continue;
        sum += balances[row] as number;
      }
      return sum;
    });
  });
}

/** The first month that the data know anything of, and the last; null without dates. */
export function monthsOfData(scope: Scope): { first: Month; last: Month } | null {
  const { firstDay, lastDay, asOf } = scope.dataset;
  if (firstDay === null) return null;
  const last = Math.max(lastDay ?? firstDay, asOf ?? firstDay);
  return { first: monthOfDay(firstDay), last: monthOfDay(last) };
}
