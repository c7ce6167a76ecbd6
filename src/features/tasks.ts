import type { ActivityParameters, ActivityResult } from './customer-list/activity';
import type { CustomerListParameters, CustomerListResult } from './customer-list/list-customers';
import type { BalancesParameters, BalancesResult } from './customer-360/balances';
import type { FlowsParameters, FlowsResult } from './customer-360/flows';
import type { HoldingsParameters, HoldingsResult } from './customer-360/holdings';
import type { ProfileParameters, ProfileResult } from './customer-360/profile';
import type { TransactionParameters, TransactionResult } from './customer-360/transaction';
import type { TransactionsParameters, TransactionsResult } from './customer-360/transactions';
import type { FieldsParameters, FieldsResult } from './filters/fields';
import type { OptionsParameters, OptionsResult } from './filters/options';
import type { BreakdownParameters, BreakdownResult } from './overview/breakdown';
import type { ConcentrationParameters, ConcentrationResult } from './overview/concentration';
import type { MovementParameters, MovementResult } from './overview/movement';
import type { SummaryParameters, SummaryResult } from './overview/summary';
import type { TrendParameters, TrendResult } from './overview/trend';
import type { Task } from './task';

/** Everything that workers and the command line can run, by name. */
export type Tasks = {
  readonly 'overview.summary': Task<SummaryParameters, SummaryResult>;
  readonly 'overview.trend': Task<TrendParameters, TrendResult>;
  readonly 'overview.breakdown': Task<BreakdownParameters, BreakdownResult>;
  readonly 'overview.movement': Task<MovementParameters, MovementResult>;
  readonly 'overview.concentration': Task<ConcentrationParameters, ConcentrationResult>;
  readonly 'customer-list.page': Task<CustomerListParameters, CustomerListResult>;
  readonly 'customer-list.activity': Task<ActivityParameters, ActivityResult>;
  readonly 'customer-360.profile': Task<ProfileParameters, ProfileResult>;
  readonly 'customer-360.balances': Task<BalancesParameters, BalancesResult>;
  readonly 'customer-360.flows': Task<FlowsParameters, FlowsResult>;
  readonly 'customer-360.holdings': Task<HoldingsParameters, HoldingsResult>;
  readonly 'customer-360.transactions': Task<TransactionsParameters, TransactionsResult>;
  readonly 'customer-360.transaction': Task<TransactionParameters, TransactionResult>;
  readonly 'filters.fields': Task<FieldsParameters, FieldsResult>;
  readonly 'filters.options': Task<OptionsParameters, OptionsResult>;
};

export type TaskId = keyof Tasks;
export type ParametersOf<K extends TaskId> = Tasks[K] extends Task<infer P, infer _R, infer _I> ? P : never;
/** What the page and the command line get: published columns are taken out before. */
export type ResultOf<K extends TaskId> =
  Tasks[K] extends Task<infer _P, infer R, infer _I> ? Omit<R, 'published'> : never;
