import { Random } from '../../src/base/random';
import { Leaving, type Drivers } from './leaving';
import type { Population } from './population';
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
  /** Month in which the customer comes back; the number of months of the window = never. */
  readonly returnMonth: Int16Array;
  /** The hazard by `i · months + month`; 0 where the customer cannot leave: before the fourth month, after leaving. */
  readonly hazard: Float64Array;
};

const MONTHS_BEFORE_LEAVING = 3;
/** Who leaves without closing comes back by this chance per month, after some months. */
const RETURN_RATE = 0.03;
const MONTHS_AWAY = 4;
/** Assets (minor units) from which another bank is eager to take them over. */
const SOUGHT_AFTER = 2e7;

export function drawMembership(drivers: Drivers, seed: number): Membership {
  const { population, relations } = drivers;
  const { months } = relations;
  const membership: Membership = {
    leaveMonth: new Int16Array(population.count).fill(months),
    reason: new Uint8Array(population.count),
    returnMonth: new Int16Array(population.count).fill(months),
    hazard: new Float64Array(population.count * months),
  };
  const random = new Random();
  const leaving = new Leaving(drivers);
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.membership, i);
    leaving.begin(i);
    // Who stays beyond a month is drawn once: the first month in which the chance to have stayed falls below it.
    const least = random.uniform();
    let staying = 1;
    const joined = population.joinMonth[i] as number;
    const first = joined < 0 ? 0 : joined + MONTHS_BEFORE_LEAVING;
    for (let month = Math.max(0, joined); month < months; month++) {
      if (month >= first) {
        const hazard = leaving.hazard(month);
        membership.hazard[i * months + month] = hazard;
        staying *= 1 - hazard;
        if (staying < least) {
          membership.leaveMonth[i] = month;
          membership.reason[i] = drawReason(population, i, leaving, random);
          if (membership.reason[i] !== LEAVE.closed)
            membership.returnMonth[i] = drawReturn(month, months, random);
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

function drawReturn(left: number, months: number, random: Random): number {
  for (let month = left + MONTHS_AWAY; month < months; month++) if (random.chance(RETURN_RATE)) return month;
  return months;
}

/** What is left by reason, from the month before leaving on; the last value stays. */
const ASSETS_LEFT: readonly (readonly number[])[] = [
  [],
  [0.5, 0.03, 0],
  [1],
  [0.8, 0.04],
  [1, 0.55, 0.25, 0.1],
];
const ACTIVITY_LEFT: readonly (readonly number[])[] = [
  [],
  [0.7, 0.3, 0],
  [0.8, 0.15, 0],
  [0.8, 0.25, 0],
  [1, 0.5, 0.3, 0.15],
];
/** Assets and activity from the month of coming back on. */
const BACK = [0.35, 0.65, 0.85, 1] as const;

function leftOf(
  shares: readonly number[],
  { leaveMonth, returnMonth }: Membership,
  i: number,
  month: number,
): number {
  const since = month - (leaveMonth[i] as number);
  if (since < -1) return 1;
  const back = month - (returnMonth[i] as number);
  if (back >= 0) return BACK[Math.min(BACK.length - 1, back)] ?? 1;
  return shares[Math.min(shares.length - 1, since + 1)] ?? 1;
}

/** Share of the usual assets in a month: 1 for those who stay, less from the month before leaving on. */
export function assetsLeft(membership: Membership, i: number, month: number): number {
  const reason = membership.reason[i] as number;
  return reason === LEAVE.stays ? 1 : leftOf(ASSETS_LEFT[reason] ?? [], membership, i, month);
}

/** Share of the usual activity in a month. */
export function activityLeft(membership: Membership, i: number, month: number): number {
  const reason = membership.reason[i] as number;
  return reason === LEAVE.stays ? 1 : leftOf(ACTIVITY_LEFT[reason] ?? [], membership, i, month);
}
