import { defineMessages } from '../../i18n/translate';

/** What the page and its cards are called, also before the page is there. */
export const customerNames = defineMessages({
  title: { en: 'Customer', zh: '客户' },
  'c1.question': { en: 'How did the balance develop?', zh: '余额如何变化？' },
  'c3.question': { en: 'Does more come in than goes out?', zh: '流入多于流出吗？' },
  'c6.question': { en: 'Which accounts are there?', zh: '有哪些账户？' },
});
