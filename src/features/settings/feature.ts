import type { Feature } from '../feature';
import { settingsMessages } from './messages';

export const settings: Feature = {
  id: 'settings',
  route: 'settings',
  title: 'title',
  messages: settingsMessages,
  icon: 'settings-2',
  needs: [],
  hasShell: true,
  metrics: [],
  cards: [],
  customerCards: [],
  page: () => import('./SettingsPage.svelte'),
};
