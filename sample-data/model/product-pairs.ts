import { PRODUCT } from './codes';

/**
 * Products that go together: who has the first takes the second with this chance besides the usual one, and then mostly
 * within these days after the first.
 */
export const PRODUCT_PAIRS = [
  { first: 'mortgage', then: 'insurance', chance: 0.35, days: [20, 90] },
  { first: 'wealth', then: 'fund', chance: 0.22, days: [30, 150] },
  { first: 'credit_card', then: 'consumer_loan', chance: 0.14, days: [60, 170] },
] as const;

/** How often the second follows the first within the planted days, where the window allows it. */
export const IN_SEQUENCE = 0.7;

export const productPairs = PRODUCT_PAIRS.map(({ first, then, chance, days }) => ({
  first: PRODUCT[first],
  then: PRODUCT[then],
  chance,
  least: days[0],
  most: days[1],
}));
