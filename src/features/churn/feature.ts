import type { Feature } from '../feature';
import { churnCards } from './cards';
import { churnMessages } from './messages';

export const churn: Feature = {
  id: 'churn',
  route: 'churn',
  title: 'title',
  messages: churnMessages,
  icon: 'log-out',
  group: 'customers',
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: churnCards,
  customerCards: [],
  page: () => import('./ChurnPage.svelte'),
};
