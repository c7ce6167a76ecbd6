import type { Feature } from '../feature';
import { customerCards } from './cards';
import { customerMessages } from './messages';

export const customer360: Feature = {
  id: 'customer-360',
  route: 'customers/:id',
  title: 'title',
  messages: customerMessages,
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: customerCards,
  customerCards: [],
  page: () => import('./CustomerPage.svelte'),
};
