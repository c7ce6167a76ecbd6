import type { Feature } from '../feature';
import { importNames } from './names.messages';

export const dataImport: Feature = {
  id: 'data-import',
  route: 'import',
  title: 'title',
  messages: importNames,
  needs: [],
  hasShell: false,
  metrics: [],
  cards: [],
  customerCards: [],
  page: () => import('./ImportPage.svelte'),
};
