import type { Task } from '../task';
import { balances, balancesDefaults, type BalancesParameters, type BalancesResult } from './balances';
import { customerDefaults } from './customer-scope';
import { flows, flowsDefaults, type FlowsParameters, type FlowsResult } from './flows';
import { holdings, type HoldingsParameters, type HoldingsResult } from './holdings';
import { profile, type ProfileParameters, type ProfileResult } from './profile';
import {
  transaction,
  transactionDefaults,
  type TransactionParameters,
  type TransactionResult,
} from './transaction';
import {
  transactions,
  transactionsDefaults,
  type TransactionsParameters,
  type TransactionsResult,
} from './transactions';

export const profileTask: Task<ProfileParameters, ProfileResult> = {
  id: 'customer-360.profile',
  defaults: customerDefaults,
  needs: ['customer'],
  query: profile,
};

export const balancesTask: Task<BalancesParameters, BalancesResult> = {
  id: 'customer-360.balances',
  defaults: balancesDefaults,
  needs: ['balance'],
  query: balances,
};

export const flowsTask: Task<FlowsParameters, FlowsResult> = {
  id: 'customer-360.flows',
  defaults: flowsDefaults,
  needs: ['transaction'],
  query: flows,
};

export const holdingsTask: Task<HoldingsParameters, HoldingsResult> = {
  id: 'customer-360.holdings',
  defaults: customerDefaults,
  needs: ['account'],
  query: holdings,
};

export const transactionsTask: Task<TransactionsParameters, TransactionsResult> = {
  id: 'customer-360.transactions',
  defaults: transactionsDefaults,
  needs: ['transaction'],
  query: transactions,
};

export const transactionTask: Task<TransactionParameters, TransactionResult> = {
  id: 'customer-360.transaction',
  defaults: transactionDefaults,
  needs: ['transaction'],
  query: transaction,
};
