import { defineMessages } from '../../i18n/translate';

/** What the page and its cards are called, also before the page is there. */
export const churnNames = defineMessages({
  title: { en: 'Churn', zh: '流失' },
  'ch1.question': { en: 'How many are unusually silent?', zh: '多少客户异常沉默？' },
  'ch9.question': { en: 'What became of such customers before?', zh: '此前同类客户结果如何？' },
  'ch3.question': { en: 'Whom do we call first?', zh: '先联系谁？' },
  'ch4.question': { en: 'How long do they stay?', zh: '客户留存多久？' },
  'ch5.question': { en: 'When is the danger time?', zh: '何时最易流失？' },
});
