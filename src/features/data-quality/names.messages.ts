import { defineMessages } from '../../i18n/translate';

/** What the page and its cards are called, also before the page is there. */
export const qualityNames = defineMessages({
  title: { en: 'Data', zh: '数据' },
  'dq1.question': { en: 'What is wrong, and does it matter?', zh: '有哪些问题？影响如何？' },
  'dq2.question': { en: 'Which columns are thin?', zh: '哪些列缺失较多？' },
  'dq3.question': { en: 'Is a month missing or doubled?', zh: '是否有月份缺失或重复？' },
  'dq4.question': { en: 'Is this column plausible?', zh: '该列的取值是否合理？' },
  'dq10.question': { en: 'Which rows have these values?', zh: '哪些记录为这些取值？' },
  'dq5.question': { en: 'Do the tables join?', zh: '各表能否关联？' },
  'dq6.question': { en: 'Which rows are behind it?', zh: '涉及哪些记录？' },
  'dq7.question': { en: 'Which tables are there?', zh: '有哪些数据表？' },
  'dq8.question': { en: 'What is in each column?', zh: '各列内容如何？' },
});
