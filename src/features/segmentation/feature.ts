import type { Feature } from '../feature';
import { segmentationCards } from './cards';
import { segmentationNames } from './names.messages';

export const segmentation: Feature = {
  id: 'segmentation',
  route: 'segments',
  title: 'title',
  messages: segmentationNames,
  icon: 'blend',
  group: 'customers',
  needs: ['customer'],
  hasShell: true,
  metrics: [],
  cards: segmentationCards,
  customerCards: [],
  segments: [
    { field: 'abcClass', needs: ['balance|transaction'] },
    { field: 'valueTier', needs: ['balance|transaction'] },
    { field: 'rfmGroup', needs: ['transaction'] },
    { field: 'rfmCell', needs: ['transaction'] },
  ],
  page: () => import('./SegmentationPage.svelte'),
};
