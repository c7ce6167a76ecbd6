import { Random } from '../../src/base/random';
import { exp } from '../../src/base/exp-ln';
import type { Habits } from './habits';
import type { Membership } from './membership';
import type { Population } from './population';
import type { Relations } from './relations';
import { RELATION } from './relations';
import { STAGE, type Stages } from './stages';
import { STREAM } from './streams';

/**
 * The one campaign of the bank: an offer of wealth products to persons who allow it, four in five chosen at random, the
 * fifth left alone as control. The chance to take the offer is σ(base + drivers), and when reached σ(base + drivers +
 * lift + drivers of the lift), so that some are persuaded, some come anyway, and some are put off.
 */
export const CAMPAIGN = {
  treatedShare: 0.8,
  /** Months before the end of the window. */
  monthsAgo: 3,
  base: -3.4,
  perInvesting: 0.35,
  perMobile: 0.8,
  lift: 0.9,
  liftInGrowth: 0.7,
  liftPerMobile: 0.8,
  liftAfterComplaint: -2.5,
  conversion: 0.55,
} as const;

export type Campaign = {
  /** Month of the window in which the offer is sent. */
  readonly month: number;
  /** 0 = not part of it, 1 = reached, 2 = control. */
  readonly arm: Uint8Array;
  readonly responded: Uint8Array;
  readonly converted: Uint8Array;
  /** Chance to respond when left alone and when reached; 0 for those who are not part of it. */
  readonly chanceAlone: Float64Array;
  readonly chanceReached: Float64Array;
};
export const ARM = { none: 0, treatment: 1, control: 2 } as const;

const logistic = (x: number): number => 1 / (1 + exp(-x));

export function drawCampaign(
  drivers: {
    readonly population: Population;
    readonly habits: Habits;
    readonly relations: Relations;
    readonly stages: Stages;
    readonly membership: Membership;
  },
  seed: number,
): Campaign {
  const { population, habits, relations, stages, membership } = drivers;
  const { months } = stages;
  const bytes = (): Uint8Array => new Uint8Array(population.count);
  const campaign: Campaign = {
    month: Math.max(0, months - 1 - CAMPAIGN.monthsAgo),
    arm: bytes(),
    responded: bytes(),
    converted: bytes(),
    chanceAlone: new Float64Array(population.count),
    chanceReached: new Float64Array(population.count),
  };
  const random = new Random();
  for (let i = 0; i < population.persons; i++) {
    const isThere =
      (population.joinMonth[i] as number) < campaign.month &&
      (membership.leaveMonth[i] as number) > campaign.month;
    if (population.consent[i] !== 1 || !isThere) continue;
    random.restart(seed, STREAM.campaign, i);
    const at = i * months + campaign.month;
    let hasComplained = false;
    for (let back = 1; back <= 3 && back <= campaign.month; back++) {
      hasComplained ||= ((relations.of[at - back] as number) & RELATION.complaint) !== 0;
    }
    const mobile = (habits.mobile[i] as number) - 0.5;
    const alone =
      CAMPAIGN.base +
      CAMPAIGN.perInvesting * Math.min(3, (habits.investing[i] as number) - 1) +
      CAMPAIGN.perMobile * mobile;
    const lift =
      CAMPAIGN.lift +
      CAMPAIGN.liftPerMobile * mobile +
      (stages.of[at] === STAGE.growth ? CAMPAIGN.liftInGrowth : 0) +
      (hasComplained ? CAMPAIGN.liftAfterComplaint : 0);
    campaign.chanceAlone[i] = logistic(alone);
    campaign.chanceReached[i] = logistic(alone + lift);
    const isTreated = random.chance(CAMPAIGN.treatedShare);
    campaign.arm[i] = isTreated ? ARM.treatment : ARM.control;
    const chance = isTreated ? campaign.chanceReached : campaign.chanceAlone;
    if (!random.chance(chance[i] as number)) continue;
    campaign.responded[i] = 1;
    if (random.chance(CAMPAIGN.conversion)) campaign.converted[i] = 1;
  }
  return campaign;
}
