import { riskTask, survivalTask } from './churn/tasks';
import {
  balancesTask,
  flowsTask,
  holdingsTask,
  profileTask,
  transactionsTask,
  transactionTask,
} from './customer-360/tasks';
import { activityTask, pageTask } from './customer-list/tasks';
import { btydTask, moneyTask } from './customer-value/tasks';
import { columnTask, qualityTask } from './data-quality/tasks';
import { fieldsTask, optionsTask } from './filters/tasks';
import {
  breakdownTask,
  brushTask,
  concentrationTask,
  movementTask,
  summaryTask,
  trendTask,
} from './overview/tasks';
import { rfmTask, tiersTask } from './segmentation/tasks';
import type { Task } from './task';

/** Everything that workers and the command line can run, by name. */
export const tasks = {
  'overview.summary': summaryTask,
  'overview.trend': trendTask,
  'overview.breakdown': breakdownTask,
  'overview.movement': movementTask,
  'overview.concentration': concentrationTask,
  'overview.brush': brushTask,
  'customer-list.page': pageTask,
  'customer-list.activity': activityTask,
  'customer-360.profile': profileTask,
  'customer-360.balances': balancesTask,
  'customer-360.flows': flowsTask,
  'customer-360.holdings': holdingsTask,
  'customer-360.transactions': transactionsTask,
  'customer-360.transaction': transactionTask,
  'customer-value.btyd': btydTask,
  'customer-value.money': moneyTask,
  'churn.risk': riskTask,
  'churn.survival': survivalTask,
  'data-quality.report': qualityTask,
  'data-quality.column': columnTask,
  'segmentation.rfm': rfmTask,
  'segmentation.tiers': tiersTask,
  'filters.fields': fieldsTask,
  'filters.options': optionsTask,
} as const;

export type Tasks = typeof tasks;
export type TaskId = keyof Tasks;

type ParametersById = { [K in TaskId]: Tasks[K] extends Task<infer P, infer _R, infer _I> ? P : never };
type ResultsById = {
  [K in TaskId]: Tasks[K] extends Task<infer _P, infer R, infer _I> ? Omit<R, 'published'> : never;
};

export type ParametersOf<K extends TaskId> = ParametersById[K];
/** What the page and the command line get: published columns are taken out before. */
export type ResultOf<K extends TaskId> = ResultsById[K];

export const taskIds = Object.keys(tasks) as readonly TaskId[];
