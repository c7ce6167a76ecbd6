import type { Publishing, Task } from '../task';
import { btydInput, type BtydInput } from './btyd-input';
import type { BtydResult } from './btyd-result';
import { btydDefaults, type BtydParameters } from './btyd-settings';
import { fitCustomers } from './fit-customers';
import { moneySoFar, moneySoFarSpec, type MoneyParameters, type MoneyResult } from './money-so-far';
import { expectedEventsSpec, probabilityAliveSpec } from './published-scores';

export const btydTask: Task<BtydParameters, BtydResult & Publishing, BtydInput> = {
  id: 'customer-value.btyd',
  defaults: btydDefaults,
  needs: ['transaction'],
  publishes: [probabilityAliveSpec, expectedEventsSpec],
  query: btydInput,
  compute: fitCustomers,
};

export const moneyTask: Task<MoneyParameters, MoneyResult & Publishing> = {
  id: 'customer-value.money',
  defaults: {},
  needs: ['customer'],
  publishes: [moneySoFarSpec],
  query: moneySoFar,
};
