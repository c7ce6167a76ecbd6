import type { Feature } from '../feature';
import { listMessages } from './messages';

export const customerList: Feature = {
  id: 'customer-list',
  route: 'customers',
  title: 'title',
  messages: listMessages,
  icon: 'users',
  group: 'customers',
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: [],
  customerCards: [],
  page: () => import('./CustomerListPage.svelte'),
};
