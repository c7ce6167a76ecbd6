import { groups, groupShares, TRAIT_COUNT, type Habits } from '../model/habits';
import type { Population } from '../model/population';

/**
 * The group of each person that is most probable given its traits: Bayes' rule with the planted shares and centres. Who
 * sees the traits only through what people do cannot do better.
 */
export function mostProbableGroups(population: Population, habits: Habits): Uint8Array {
  return Uint8Array.from({ length: population.persons }, (_, i) => {
    const shares = groupShares(population, i);
    let [best, highest] = [0, -Infinity];
    groups.forEach(({ centre }, group) => {
      let squares = 0;
      for (let trait = 0; trait < TRAIT_COUNT; trait++) {
        const distance = (habits.traits[i * TRAIT_COUNT + trait] as number) - (centre[trait] as number);
        squares += distance * distance;
      }
      const score = Math.log(shares[group] as number) - squares / 2;
      if (score > highest) [best, highest] = [group, score];
    });
    return best;
  });
}

/**
 * The adjusted Rand index of two groupings of the same things: 1 = the same, 0 = by chance; 1 where both are one group.
 *
 * Source: Hubert & Arabie 1985, "Comparing partitions", equation 5 (methods §10).
 */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const pairs = (counts: ReadonlyMap<number, number>): number => {
    let sum = 0;
    for (const count of counts.values()) sum += (count * (count - 1)) / 2;
    return sum;
  };
  const [ofOne, ofOther, both] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  const add = (counts: Map<number, number>, key: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i] as number, other[i] as number];
    add(ofOne, a);
    add(ofOther, b);
    add(both, a * 256 + b);
  }
  const [sumOne, sumOther] = [pairs(ofOne), pairs(ofOther)];
  const expected = (sumOne * sumOther) / ((one.length * (one.length - 1)) / 2);
  const most = (sumOne + sumOther) / 2;
  return most === expected ? 1 : (pairs(both) - expected) / (most - expected);
}
