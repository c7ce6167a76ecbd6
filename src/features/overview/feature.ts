import type { Feature } from '../feature';
import { customerMixCard, overviewCards } from './cards';
import { overviewMessages } from './messages';
import { metricMessages } from './metrics.messages';
import { overviewMetrics } from './metrics';

export const overview: Feature = {
  id: 'overview',
  route: 'overview',
  title: 'title',
  messages: { ...overviewMessages, ...metricMessages },
  icon: 'house',
  group: 'overview',
  needs: ['customer'],
  hasShell: true,
  metrics: overviewMetrics,
  cards: overviewCards,
  customerCards: [customerMixCard],
  page: () => import('./OverviewPage.svelte'),
};
