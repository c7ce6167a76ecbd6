import { Random } from '../../src/base/random';
import { PRODUCT } from './codes';
import { branches } from './organisation';
import type { Population } from './population';
import { STREAM } from './streams';

/** How a relationship ends: it lasts, is closed, or goes silent with a little money left. */
export const LEAVE = { stays: 0, closes: 1, goesSilent: 2 } as const;

/** The hidden process of leaving: when, and how. Never part of the frames. */
export type Membership = {
  /** Month of the window in which the relationship ends; the number of months of the window = it lasts. */
  readonly leaveMonth: Int16Array;
  readonly leaveKind: Uint8Array;
};

const PERSON_HAZARD = 0.0042;
const COMPANY_HAZARD = 0.003;
const MONTHS_BEFORE_LEAVING = 6;
/** What is left of the usual assets and activity in the months up to the last one. */
const FADE = [0.7, 0.4, 0.15, 0.03] as const;

/** A monthly hazard that is lower where the salary is paid in and in branches that grow; borrowers stay. */
export function drawMembership(population: Population, months: number, seed: number): Membership {
  const leaveMonth = new Int16Array(population.count).fill(months);
  const leaveKind = new Uint8Array(population.count);
  const random = new Random();
  const bound = (1 << PRODUCT.mortgage) | (1 << PRODUCT.corporate_loan) | (1 << PRODUCT.consumer_loan);
  for (let i = 0; i < population.count; i++) {
    if (((population.owned[i] as number) & bound) !== 0) continue;
    random.restart(seed, STREAM.membership, i);
    const isPerson = i < population.persons;
    const growth = branches[population.branch[i] as number]?.growth ?? 0;
    const hazard =
      (isPerson ? PERSON_HAZARD : COMPANY_HAZARD) *
      (population.payroll[i] === 1 ? 0.5 : 1.25) *
      Math.max(0.3, 1.1 - 5 * growth);
    const first = Math.max(0, (population.joinMonth[i] as number) + MONTHS_BEFORE_LEAVING);
    for (let month = first; month < months; month++) {
      if (!random.chance(hazard)) continue;
      leaveMonth[i] = month;
      leaveKind[i] = random.chance(0.6) ? LEAVE.closes : LEAVE.goesSilent;
      break;
    }
  }
  return { leaveMonth, leaveKind };
}

/** Share of the usual assets and activity in a month: below 1 in the last months before leaving, 0 after them. */
export function fadeOf(membership: Membership, i: number, month: number): number {
  const left = (membership.leaveMonth[i] as number) - month;
  if (left >= FADE.length) return 1;
  if (left < 0) return 0;
  return FADE[FADE.length - 1 - left] ?? 1;
}
