import type { Feature } from '../feature';
import { churnCards } from './cards';
import { churnNames } from './names.messages';

export const churn: Feature = {
  id: 'churn',
  route: 'churn',
  title: 'title',
  messages: churnNames,
  icon: 'log-out',
  group: 'customers',
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: churnCards,
  customerCards: [],
  page: () => import('./ChurnPage.svelte'),
};
