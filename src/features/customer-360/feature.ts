import type { Feature } from '../feature';
import { customerCards } from './cards';
import { customerNames } from './names.messages';

export const customer360: Feature = {
  id: 'customer-360',
  route: 'customers/:id',
  title: 'title',
  messages: customerNames,
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: customerCards,
  customerCards: [],
  page: () => import('./CustomerPage.svelte'),
};
