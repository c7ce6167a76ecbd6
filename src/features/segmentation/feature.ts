import type { Feature } from '../feature';
import { segmentationCards } from './cards';
import { segmentationMessages } from './messages';

export const segmentation: Feature = {
  id: 'segmentation',
  route: 'segments',
  title: 'title',
  messages: segmentationMessages,
  icon: 'blend',
  group: 'customers',
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: segmentationCards,
  customerCards: [],
  page: () => import('./SegmentationPage.svelte'),
};
