import type { Task } from '../task';
import { btydInput, type BtydInput } from './btyd-input';
import type { BtydResult } from './btyd-result';
import { btydDefaults, type BtydParameters } from './btyd-settings';
import { fitCustomers } from './fit-customers';
import { expectedEventsSpec, probabilityAliveSpec } from './published-scores';
import type { Publishing } from '../task';

export const btydTask: Task<BtydParameters, BtydResult & Publishing, BtydInput> = {
  id: 'customer-value.btyd',
  defaults: btydDefaults,
  needs: ['transaction'],
  publishes: [probabilityAliveSpec, expectedEventsSpec],
  query: btydInput,
  compute: fitCustomers,
};
