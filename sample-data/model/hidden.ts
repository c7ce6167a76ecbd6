import { drawCampaign, type Campaign } from './campaign';
import { drawHabits, type Habits } from './habits';
import { drawLossMakers } from './loss-makers';
import { drawMembership, type Membership } from './membership';
import { drawOpenings, type Openings } from './openings';
import { makeManagers, type RelationshipManager } from './organisation';
import { drawOwnerships } from './ownership';
import { makePopulation, type Population } from './population';
import { drawRelations, type Relations } from './relations';
import { drawStages, endStages, type Stages } from './stages';

export type SampleOptions = { readonly customers: number; readonly months: number; readonly seed: number };

/** Everything that is drawn before the first booking: who the customers are and the hidden processes behind them. */
export type Hidden = {
  readonly managers: readonly RelationshipManager[];
  readonly population: Population;
  readonly habits: Habits;
  readonly openings: Openings;
  readonly relations: Relations;
  readonly stages: Stages;
  readonly membership: Membership;
  readonly lossMakers: Uint8Array;
  readonly campaign: Campaign;
};

export function drawHidden(options: SampleOptions): Hidden {
  const { customers, months, seed } = options;
  const managers = makeManagers(customers, seed);
  const population = makePopulation(options, managers);
  const habits = drawHabits(population, seed);
  drawOwnerships(population, habits, seed);
  const openings = drawOpenings(population, months, seed);
  const relations = drawRelations(population, months, seed);
  const stages = drawStages(population, months, seed);
  const membership = drawMembership({ population, habits, openings, relations, stages }, seed);
  endStages(stages, membership);
  const lossMakers = drawLossMakers(population, seed);
  const campaign = drawCampaign({ population, habits, relations, stages, membership }, seed);
  return { managers, population, habits, openings, relations, stages, membership, lossMakers, campaign };
}
