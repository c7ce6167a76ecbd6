import { defineMessages } from '../../i18n/translate';

/** What the page is called, also before it is there. */
export const sqlNames = defineMessages({
  title: { en: 'Explore', zh: '探索' },
});
