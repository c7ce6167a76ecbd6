import type { Feature } from '../feature';
import { valueCards } from './cards';
import { valueNames } from './names.messages';

export const customerValue: Feature = {
  id: 'customer-value',
  route: 'value',
  title: 'title',
  messages: valueNames,
  icon: 'gem',
  group: 'customers',
  needs: ['transaction'],
  hasShell: true,
  metrics: [],
  cards: valueCards,
  customerCards: [],
  page: () => import('./ValuePage.svelte'),
};
