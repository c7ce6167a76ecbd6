import type { Feature } from '../feature';
import { importMessages } from './messages';

export const dataImport: Feature = {
  id: 'data-import',
  route: 'import',
  title: 'title',
  messages: importMessages,
  needs: [],
  hasShell: false,
  metrics: [],
  cards: [],
  customerCards: [],
  page: () => import('./ImportPage.svelte'),
};
