import type { DatasetInfo } from '../../dataset/dataset-info';
import { isMetricId, type MetricId } from '../../dataset/measures';
import type { Filters } from '../../model/filters';
import { parseOrgPath } from '../../model/org-path';
import type { BreakdownParameters } from './breakdown';
import type { ConcentrationMetric, ConcentrationParameters } from './concentration';
import type { TrendParameters } from './trend';

/** What the data have, as far as the questions of the page depend on it. */
export type Known = Pick<DatasetInfo, 'columns' | 'rows'>;

const has = ({ rows }: Known, table: string): boolean => (rows[table] ?? 0) > 0;

export const hasBalances = (known: Known): boolean => has(known, 'balance');

/** The metric that the page looks at: the one of the link, else assets, else what comes in. */
export function focusedMetric(asked: string | undefined, known: Known): MetricId {
  if (asked !== undefined && isMetricId(asked)) return asked;
  return hasBalances(known) ? 'aum' : 'inflow';
}

export type Level = 'branch' | 'manager' | 'customer';

/** The next level below what is chosen in the organisation; levels that the data do not know are left out. */
export function levelBelow(org: string | undefined, known: Known): Level {
  const path = org === undefined ? null : parseOrgPath(org);
  const isOne = path !== null && !path.exclude;
  if (isOne && path.managers.length > 0) return 'customer';
  if (isOne && path.branches.length === 1) return has(known, 'manager') ? 'manager' : 'customer';
  if (has(known, 'branch')) return 'branch';
  return has(known, 'manager') ? 'manager' : 'customer';
}

/** Shares of customers can be formed of metrics that add up over customers. */
export function concentrationMetric(metric: MetricId, known: Known): ConcentrationMetric {
  if (metric === 'inflow' || metric === 'outflow' || metric === 'transactions') return metric;
  return hasBalances(known) ? 'aum' : 'inflow';
}

export const leaders = (level: Level, metric: MetricId): BreakdownParameters => ({
  by: level,
  metric,
  top: 10,
});
export const productMix = (metric: MetricId): BreakdownParameters => ({ by: 'product', metric, top: 6 });
export const channelMix: BreakdownParameters = { by: 'channel', metric: 'transactions', top: 8 };
export const typeMix: BreakdownParameters = { by: 'type', metric: 'transactions', top: 10 };
export const trendOf = (metric: MetricId): TrendParameters => ({ metric, grain: 'm', months: 24 });
export const concentrationOf = (metric: ConcentrationMetric): ConcentrationParameters => ({ metric });

/** A product's share makes sense of what products carry. */
export function productMetric(metric: MetricId, known: Known): MetricId {
  return metric === 'customers' || metric === 'products' ? (hasBalances(known) ? 'aum' : 'inflow') : metric;
}

/** Everything that the page asks when it opens on these data without a link's filters: what `summary.json` answers. */
export function firstQuestions(info: DatasetInfo): readonly { task: string; parameters: object }[] {
  const filters: Filters = info.defaults;
  const metric = focusedMetric(undefined, info);
  const asked: readonly (readonly [string, object])[] = [
    ['overview.summary', {}],
    ...(hasBalances(info) ? [['overview.movement', {}] as const] : []),
    ['overview.breakdown', leaders(levelBelow(undefined, info), metric)],
    ['overview.breakdown', productMix(productMetric(metric, info))],
    ['overview.breakdown', channelMix],
    ['overview.breakdown', typeMix],
    ['overview.trend', trendOf(metric)],
    ['overview.concentration', concentrationOf(concentrationMetric(metric, info))],
  ];
  return asked.map(([task, parameters]) => ({ task, parameters: { ...parameters, filters } }));
}
