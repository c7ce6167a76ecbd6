import { Random } from '../../src/base/random';
import { PRODUCT } from './codes';
import type { Population } from './population';
import { STREAM } from './streams';

/** Why a customer costs more than it brings: comes to the counter with little money, or has bargained for its rates. */
export const LOSS = { none: 0, counter: 1, bargain: 2 } as const;
export const lossKinds = ['none', 'counter', 'bargain'] as const;

export const LOSS_MAKERS = {
  /** Persons with less than this (minor units), the chance of the habit, and the visits in a month. */
  counter: { below: 2e6, chance: 0.05, visits: 3 },
  /** Who is in a position to bargain: companies that borrow, persons with large term deposits; what they get
   *  off loans, or on top of deposits. */
  bargain: { chance: 0.12, from: 3e7, loanRate: -0.014, depositRate: 0.0155 },
} as const;

/** Draws who is planted as a maker of losses: one of {@link LOSS} by customer. */
export function drawLossMakers(population: Population, seed: number): Uint8Array {
  const kinds = new Uint8Array(population.count);
  const random = new Random();
  const { counter, bargain } = LOSS_MAKERS;
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.lossMakers, i);
    const wealth = population.wealth[i] as number;
    const owns = (product: number): boolean => ((population.owned[i] as number) & (1 << product)) !== 0;
    const isPerson = i < population.persons;
    const bargains = isPerson
      ? owns(PRODUCT.term_deposit) && wealth >= bargain.from
      : owns(PRODUCT.corporate_loan);
    if (bargains) {
      if (random.chance(bargain.chance)) kinds[i] = LOSS.bargain;
    } else if (isPerson && wealth < counter.below && (population.activity[i] as number) > 0) {
      if (random.chance(counter.chance)) kinds[i] = LOSS.counter;
    }
  }
  return kinds;
}
