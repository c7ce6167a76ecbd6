import { firstDayOfMonth } from '../../src/base/calendar-day';
import { exp } from '../../src/base/exp-ln';
import { Random } from '../../src/base/random';
import { LAST_MONTH } from './calendar';
import type { Population } from './population';
import { STREAM } from './streams';

/** What a person's habits vary in; each trait has the spread 1 within every group. */
export const traits = ['mobile', 'cash', 'spending', 'transfers', 'investing'] as const;
const TRAIT = { mobile: 0, cash: 1, spending: 2, transfers: 3, investing: 4 } as const;
export const TRAIT_COUNT = traits.length;

/** The hidden groups of persons: their centres in the space of the traits, and their shares by age. */
export const groups = [
  { code: 'digital_spender', centre: [1.8, -1.5, 1.9, 0.2, -0.6], young: 40, middle: 24, old: 6 },
  { code: 'counter_saver', centre: [-2.3, 1, -1.6, -1, 0.1], young: 8, middle: 20, old: 48 },
  { code: 'investor', centre: [0.6, -1, -0.3, -0.5, 2.7], young: 14, middle: 20, old: 20 },
  { code: 'passer_through', centre: [0.7, 0, -1.1, 2.8, -1], young: 26, middle: 18, old: 6 },
  { code: 'cash_trader', centre: [-0.5, 2.6, 0.8, 1, -1], young: 12, middle: 18, old: 20 },
] as const;
export const NO_GROUP = 255;

/** How strongly a trait acts: the rate of what it governs is multiplied by e^(strength · trait), in the mean by 1. */
const STRENGTH = 0.65;
const MIDDLE_AGE = 35;
const OLD_AGE = 58;

/** The hidden habits of persons. What companies do does not depend on them. */
export type Habits = {
  /** Index into {@link groups}; {@link NO_GROUP} for companies. */
  readonly group: Uint8Array;
  /** Traits of person i at `i · TRAIT_COUNT + trait`. */
  readonly traits: Float64Array;
  /** Affinity to mobile channels, 0–1. */
  readonly mobile: Float64Array;
  /** Factors on the rates of cash, spending, transfers and moves between own products. */
  readonly cash: Float64Array;
  readonly spending: Float64Array;
  readonly transfers: Float64Array;
  readonly investing: Float64Array;
};

/** Shares of the groups at the age of a person, not normed. */
export function groupShares(population: Population, i: number): readonly number[] {
  const age = (DAY_AFTER - (population.birthDay[i] as number)) / 365.25;
  return age < MIDDLE_AGE ? SHARES.young : age < OLD_AGE ? SHARES.middle : SHARES.old;
}

const DAY_AFTER = firstDayOfMonth(LAST_MONTH + 1);
const SHARES = {
  young: groups.map((group) => group.young),
  middle: groups.map((group) => group.middle),
  old: groups.map((group) => group.old),
};

/** 1 / the mean of e^(strength · trait) over the middle-aged. */
const NORMS = traits.map((_, trait) => {
  let [sum, total] = [0, 0];
  for (const { centre, middle } of groups) {
    sum += middle * exp(STRENGTH * (centre[trait] ?? 0) + (STRENGTH * STRENGTH) / 2);
    total += middle;
  }
  return total / sum;
});

export function drawHabits(population: Population, seed: number): Habits {
  const { count, persons } = population;
  const ones = (): Float64Array => new Float64Array(count).fill(1);
  const habits: Habits = {
    group: new Uint8Array(count).fill(NO_GROUP),
    traits: new Float64Array(persons * TRAIT_COUNT),
    mobile: new Float64Array(count),
    cash: ones(),
    spending: ones(),
    transfers: ones(),
    investing: ones(),
  };
  const random = new Random();
  for (let i = 0; i < persons; i++) {
    random.restart(seed, STREAM.habits, i);
    const group = random.weighted(groupShares(population, i));
    habits.group[i] = group;
    const centre = groups[group]?.centre ?? groups[0].centre;
    const first = i * TRAIT_COUNT;
    for (let trait = 0; trait < TRAIT_COUNT; trait++) {
      habits.traits[first + trait] = (centre[trait] as number) + random.normal();
    }
    const factor = (trait: number): number =>
      (NORMS[trait] as number) * exp(STRENGTH * (habits.traits[first + trait] as number));
    const mobile = 0.55 + 0.17 * (habits.traits[first + TRAIT.mobile] as number);
    habits.mobile[i] = Math.min(0.98, Math.max(0.02, mobile));
    habits.cash[i] = factor(TRAIT.cash);
    habits.spending[i] = factor(TRAIT.spending);
    habits.transfers[i] = factor(TRAIT.transfers);
    habits.investing[i] = factor(TRAIT.investing);
  }
  return habits;
}
