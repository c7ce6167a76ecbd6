import type { Feature } from '../feature';
import { sqlNames } from './names.messages';

export const sqlConsole: Feature = {
  id: 'sql-console',
  route: 'explore/sql',
  title: 'title',
  messages: sqlNames,
  icon: 'terminal',
  group: 'explore',
  needs: ['customer'],
  hasShell: true,
  hasFilters: false,
  metrics: [],
  cards: [],
  customerCards: [],
  page: () => import('./SqlPage.svelte'),
};
