import type { Feature } from '../feature';
import { valueCards } from './cards';
import { valueMessages } from './messages';

export const customerValue: Feature = {
  id: 'customer-value',
  route: 'value',
  title: 'title',
  messages: valueMessages,
  icon: 'gem',
  group: 'customers',
  needs: ['transaction'],
  hasShell: true,
  metrics: [],
  cards: valueCards,
  customerCards: [],
  page: () => import('./ValuePage.svelte'),
};
