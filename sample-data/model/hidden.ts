import { drawHabits, type Habits } from './habits';
import { drawMembership, type Membership } from './membership';
import { drawOpenings, type Openings } from './openings';
import { makeManagers, type RelationshipManager } from './organisation';
import { drawOwnerships } from './ownership';
import { makePopulation, type Population } from './population';
import { drawRelations, type Relations } from './relations';

export type SampleOptions = { readonly customers: number; readonly months: number; readonly seed: number };

/** Everything that is drawn before the first booking: who the customers are and the hidden processes behind them. */
export type Hidden = {
  readonly managers: readonly RelationshipManager[];
  readonly population: Population;
  readonly habits: Habits;
  readonly openings: Openings;
  readonly relations: Relations;
  readonly membership: Membership;
};

export function drawHidden(options: SampleOptions): Hidden {
  const { customers, months, seed } = options;
  const managers = makeManagers(customers, seed);
  const population = makePopulation(options, managers);
  const habits = drawHabits(population, seed);
  drawOwnerships(population, habits, seed);
  const openings = drawOpenings(population, months, seed);
  const relations = drawRelations(population, months, seed);
  const membership = drawMembership(population, habits, openings, relations, seed);
  return { managers, population, habits, openings, relations, membership };
}
