import { Random } from '../../src/base/random';
import type { Habits } from './habits';
import { Leaving } from './leaving';
import type { Openings } from './openings';
import type { Population } from './population';
import type { Relations } from './relations';
import { STREAM } from './streams';

/** How a relationship ends. */
export const LEAVE = { stays: 0, closed: 1, dormant: 2, transferred: 3, salaryMoved: 4 } as const;
export const leaveReasons = ['stays', 'closed', 'dormant', 'transferred', 'salary_moved'] as const;

/** The hidden process of leaving: how likely in each month, when, and why. Never part of the frames. */
export type Membership = {
  /** Month of the window in which the relationship ends; the number of months of the window = it lasts. */
  readonly leaveMonth: Int16Array;
  /** One of {@link LEAVE}. */
  readonly reason: Uint8Array;
  /** The hazard by `i · months + month`; 0 where the customer cannot leave: before the fourth month, after leaving. */
  readonly hazard: Float64Array;
};

const MONTHS_BEFORE_LEAVING = 3;
/** Assets (minor units) from which another bank is eager to take them over. */
const SOUGHT_AFTER = 2e7;

export function drawMembership(
  population: Population,
  habits: Habits,
  openings: Openings,
  relations: Relations,
  seed: number,
): Membership {
  const { months } = relations;
  const membership: Membership = {
    leaveMonth: new Int16Array(population.count).fill(months),
    reason: new Uint8Array(population.count),
    hazard: new Float64Array(population.count * months),
  };
  const random = new Random();
  const leaving = new Leaving(population, habits, openings, relations);
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.membership, i);
    leaving.begin(i);
    const joined = population.joinMonth[i] as number;
    const first = joined < 0 ? 0 : joined + MONTHS_BEFORE_LEAVING;
    for (let month = Math.max(0, joined); month < months; month++) {
      if (month >= first) {
        const hazard = leaving.hazard(month);
        membership.hazard[i * months + month] = hazard;
        if (random.chance(hazard)) {
          membership.leaveMonth[i] = month;
          membership.reason[i] = drawReason(population, i, leaving, random);
          break;
        }
      }
      leaving.pass(month);
    }
  }
  return membership;
}

/** Borrowers cannot close, only those who get a salary can move it, and who never came cannot fall asleep. */
function drawReason(population: Population, i: number, leaving: Leaving, random: Random): number {
  return random.weighted([
    0,
    leaving.isBorrowing ? 0 : leaving.hasComplained ? 5 : 2,
    population.activity[i] === 0 ? 0 : 1.6,
    (population.wealth[i] as number) >= SOUGHT_AFTER ? 2.4 : 0.8,
    population.payroll[i] === 1 ? 8 : 0,
  ]);
}

/** What is left of the usual assets and of the usual activity from the month before leaving on; the last value stays. */
const LEFT: readonly { readonly assets: readonly number[]; readonly activity: readonly number[] }[] = [
  { assets: [1], activity: [1] },
  { assets: [0.5, 0.03, 0], activity: [0.7, 0.3, 0] },
  { assets: [1], activity: [0.8, 0.15, 0] },
  { assets: [0.8, 0.04], activity: [0.8, 0.25, 0] },
  { assets: [1, 0.55, 0.25, 0.1], activity: [1, 0.5, 0.3, 0.15] },
];

function leftOf(shares: readonly number[] | undefined, since: number): number {
  if (shares === undefined || since < -1) return 1;
  return shares[Math.min(shares.length - 1, since + 1)] ?? 1;
}

/** Share of the usual assets in a month: 1 for those who stay, less from the month before leaving on. */
export const assetsLeft = (membership: Membership, i: number, month: number): number =>
  leftOf(LEFT[membership.reason[i] as number]?.assets, month - (membership.leaveMonth[i] as number));

/** Share of the usual activity in a month. */
export const activityLeft = (membership: Membership, i: number, month: number): number =>
  leftOf(LEFT[membership.reason[i] as number]?.activity, month - (membership.leaveMonth[i] as number));
