import type { Feature } from '../feature';
import { qualityCards } from './cards';
import { qualityNames } from './names.messages';

export const dataQuality: Feature = {
  id: 'data-quality',
  route: 'data',
  title: 'title',
  messages: qualityNames,
  icon: 'database',
  group: 'data',
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: qualityCards,
  customerCards: [],
  page: () => import('./DataQualityPage.svelte'),
};
