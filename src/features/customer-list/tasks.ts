import type { Task } from '../task';
import {
  activity,
  monthsSinceLastTransaction,
  type ActivityParameters,
  type ActivityResult,
} from './activity';
import {
  customerListDefaults,
  listCustomers,
  type CustomerListParameters,
  type CustomerListResult,
} from './list-customers';

export const pageTask: Task<CustomerListParameters, CustomerListResult> = {
  id: 'customer-list.page',
  defaults: customerListDefaults,
  needs: ['customer'],
  query: listCustomers,
};

export const activityTask: Task<ActivityParameters, ActivityResult> = {
  id: 'customer-list.activity',
  defaults: {},
  needs: ['transaction'],
  publishes: [monthsSinceLastTransaction],
  query: activity,
};
