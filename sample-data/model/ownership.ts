import { ln } from '../../src/base/exp-ln';
import { Random } from '../../src/base/random';
import { firstDayOfMonth } from '../../src/base/calendar-day';
import { LAST_MONTH } from './calendar';
import { PRODUCT } from './codes';
import type { Habits } from './habits';
import type { Population } from './population';
import { productPairs } from './product-pairs';
import { STREAM } from './streams';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Draws which products each customer has at some time of the window, into `population.owned`. */
export function drawOwnerships(population: Population, habits: Habits, seed: number): void {
  const random = new Random();
  for (let i = 0; i < population.count; i++) {
    population.owned[i] = drawOwnership(population, habits, i, random.restart(seed, STREAM.ownership, i));
  }
}

/** A bit per product. Everyone has a current account; investors more often what they can invest in. */
function drawOwnership(population: Population, habits: Habits, i: number, random: Random): number {
  let owned = 1 << PRODUCT.current;
  const add = (product: number, probability: number): void => {
    if (random.chance(probability)) owned |= 1 << product;
  };
  // Wealth in units of its spread: 0 = the typical customer.
  const z = ln((population.wealth[i] as number) / 1_500_000) / 1.9;
  if (i >= population.persons) {
    add(PRODUCT.term_deposit, 0.26);
    add(PRODUCT.wealth, 0.1);
    add(PRODUCT.corporate_loan, 0.3);
    return owned;
  }
  const age = (firstDayOfMonth(LAST_MONTH + 1) - 1 - (population.birthDay[i] as number)) / 365.25;
  const isWorking = age >= 24 && age < 58;
  const invests = habits.investing[i] as number;
  const taste = clamp((invests - 1) * 0.16, -0.05, 0.4);
  add(PRODUCT.savings, 0.24);
  add(PRODUCT.term_deposit, clamp(0.11 + (age > 50 ? 0.12 : 0) + 0.1 * z, 0.02, 0.8));
  add(PRODUCT.wealth, clamp(0.07 + 0.14 * z + taste, 0.01, 0.85));
  add(PRODUCT.fund, clamp(0.04 + 0.07 * z + 0.7 * taste - (age > 60 ? 0.04 : 0), 0.005, 0.5));
  add(PRODUCT.insurance, clamp(0.05 + 0.04 * z + (age > 40 ? 0.02 : 0), 0.005, 0.3));
  add(PRODUCT.credit_card, isWorking ? clamp(0.22 + 0.05 * z, 0.08, 0.45) : 0.04);
  add(PRODUCT.mortgage, age >= 28 && age < 52 ? clamp(0.11 + 0.02 * z, 0.03, 0.18) : 0);
  add(PRODUCT.consumer_loan, isWorking ? 0.06 : 0.01);
  for (const { first, then, chance } of productPairs) if ((owned & (1 << first)) !== 0) add(then, chance);
  return owned;
}
