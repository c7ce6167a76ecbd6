import { defineMessages } from '../../i18n/translate';

/** What the page is called, also before the page is there. */
export const importNames = defineMessages({
  title: { en: 'Import', zh: '导入数据' },
});
