import { defineMessages } from '../../i18n/translate';

/** What the page and its cards are called, also before the page is there. */
export const valueNames = defineMessages({
  title: { en: 'Value', zh: '客户价值' },
  'va1.question': { en: 'How unequal is the money so far?', zh: '累计金额有多集中？' },
  'va6.question': { en: 'Who will buy most?', zh: '谁将购买最多？' },
  'va7.question': { en: 'Did the forecast come true?', zh: '预测是否应验？' },
  'va8.question': { en: 'How often do customers come back?', zh: '客户再次购买几次？' },
  'va9.question': { en: 'Do frequent customers keep buying?', zh: '常客会继续购买吗？' },
  'va10.question': { en: 'Who is still a customer?', zh: '谁仍是客户？' },
});
