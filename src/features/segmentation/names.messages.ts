import { defineMessages } from '../../i18n/translate';

/** What the page and its cards are called, also before the page is there. */
export const segmentationNames = defineMessages({
  title: { en: 'Segments', zh: '客户分层' },
  'sg1.question': { en: 'How many customers make the value?', zh: '多少客户创造了价值？' },
  'sg2.question': { en: 'How do tiers differ?', zh: '各层级有何不同？' },
  'sg3.question': { en: 'Where are the best and the fading customers?', zh: '最佳与流失中的客户在哪里？' },
  'sg4.question': { en: 'How big is each named group?', zh: '各客群有多大？' },
  'sg10.question': { en: 'How many customers are in each of the eight cells?', zh: '八类客户各有多少？' },
});
