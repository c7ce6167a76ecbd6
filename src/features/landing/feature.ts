import type { Feature } from '../feature';
import { landingMessages } from './messages';

export const landing: Feature = {
  id: 'landing',
  route: '',
  title: 'name',
  messages: landingMessages,
  needs: [],
  hasShell: false,
  metrics: [],
  cards: [],
  customerCards: [],
  page: () => import('./LandingPage.svelte'),
};
