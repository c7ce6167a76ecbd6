import { firstDayOfMonth, type Day } from '../../src/base/calendar-day';
import { exp } from '../../src/base/exp-ln';
import { LAST_MONTH } from './calendar';
import { PRODUCT, PRODUCT_COUNT } from './codes';
import type { Habits } from './habits';
import type { Openings } from './openings';
import { branches } from './organisation';
import type { Population } from './population';
import { RELATION, type Relations } from './relations';
import { stageHazard, type Stages } from './stages';

/**
 * What drives leaving. The hazard of a month is a product of factors, all of which can be seen in the tables, so that it
 * can be found again; the stage of the life cycle is seen by the trend of activity only. Two of them no straight line finds: age (a U) and tenure (a fall that levels out); two act together
 * only: one product and no salary, a complaint and no call after it.
 */
export const LEAVING = {
  hazard: { person: 0.0039, company: 0.0048, most: 0.3 },
  /** ln of the factor: with a salary; per unit of affinity to mobile; per unit of liveliness up to 2; per unit of growth. */
  log: { salary: -0.6, mobile: -1.3, activity: -0.55, branchGrowth: -4 },
  /** ln of the factor = strength · min(most, ((age − lowest) / width)²). */
  age: { lowest: 46, width: 15, strength: 0.5, most: 4 },
  /** ln of the factor = strength · e^(−months / fall). */
  tenure: { strength: 1.3, fall: 20 },
  /** Factors by number of products taken before the month, 0 … 4 and more. */
  products: [1, 1, 0.6, 0.38, 0.25],
  borrower: 0.3,
  soleProductWithoutSalary: 2.2,
  complaint: { months: 3, withoutCall: 5, withCall: 1.2 },
  contact: { months: 6, factor: 0.65 },
} as const;

const MOST_TENURE = 120;
const TENURE = Float64Array.from({ length: MOST_TENURE + 1 }, (_, months) =>
  exp(LEAVING.tenure.strength * exp(-months / LEAVING.tenure.fall)),
);

const BORROWED = (1 << PRODUCT.mortgage) | (1 << PRODUCT.corporate_loan) | (1 << PRODUCT.consumer_loan);

const DAY_AFTER = firstDayOfMonth(LAST_MONTH + 1);

/** The part of the hazard that does not change within the window. */
export function standingHazard(population: Population, habits: Habits, i: number): number {
  const growth = branches[population.branch[i] as number]?.growth ?? 0;
  const common =
    LEAVING.log.branchGrowth * growth + LEAVING.log.activity * Math.min(2, population.activity[i] as number);
  if (i >= population.persons) return LEAVING.hazard.company * exp(common);
  const age = (DAY_AFTER - (population.birthDay[i] as number)) / 365.25;
  const distance = (age - LEAVING.age.lowest) / LEAVING.age.width;
  return (
    LEAVING.hazard.person *
    exp(
      common +
        (population.payroll[i] === 1 ? LEAVING.log.salary : 0) +
        LEAVING.log.mobile * ((habits.mobile[i] as number) - 0.6) +
        LEAVING.age.strength * Math.min(LEAVING.age.most, distance * distance),
    )
  );
}

/** What the hazard depends on. */
export type Drivers = {
  readonly population: Population;
  readonly habits: Habits;
  readonly openings: Openings;
  readonly relations: Relations;
  readonly stages: Stages;
};

/** Walks the months of one customer and keeps what the hazard depends on. */
export class Leaving {
  readonly #population: Population;
  readonly #habits: Habits;
  readonly #openings: Openings;
  readonly #relations: Relations;
  readonly #stages: Stages;
  readonly #windowStart: Day;
  #i = 0;
  #standing = 0;
  #sinceComplaint: number = LEAVING.complaint.months;
  #sinceContact: number = LEAVING.contact.months;
  #tenure = 0;
  #held = 0;
  #products = 0;
  /** The month in which the next product counts. */
  #changes = 0;

  constructor({ population, habits, openings, relations, stages }: Drivers) {
    this.#population = population;
    this.#habits = habits;
    this.#openings = openings;
    this.#relations = relations;
    this.#stages = stages;
    this.#windowStart = firstDayOfMonth(LAST_MONTH - relations.months + 1);
  }

  begin(i: number): void {
    this.#i = i;
    this.#standing = standingHazard(this.#population, this.#habits, i);
    this.#sinceComplaint = LEAVING.complaint.months;
    this.#sinceContact = LEAVING.contact.months;
    this.#changes = 0;
    this.#tenure = Math.floor((this.#windowStart - (this.#population.openDay[i] as number)) / 30.4375);
  }

  /** The hazard of a month, from what was known when it began. */
  hazard(month: number): number {
    if (month >= this.#changes) this.#holdAt(month);
    const products = this.#products;
    let hazard = this.#standing * (TENURE[Math.min(MOST_TENURE, Math.max(0, this.#tenure + month))] ?? 1);
    hazard *= LEAVING.products[Math.min(4, products)] ?? 1;
    if (this.isBorrowing) hazard *= LEAVING.borrower;
    if (products === 1 && this.#population.payroll[this.#i] !== 1) hazard *= LEAVING.soleProductWithoutSalary;
    if (this.#sinceComplaint < LEAVING.complaint.months) {
      const isCalled = this.#sinceContact <= this.#sinceComplaint;
      hazard *= isCalled ? LEAVING.complaint.withCall : LEAVING.complaint.withoutCall;
    }
    hazard *= stageHazard[this.#stages.of[this.#i * this.#stages.months + month] as number] as number;
    if (this.#sinceContact < LEAVING.contact.months) hazard *= LEAVING.contact.factor;
    return Math.min(LEAVING.hazard.most, hazard);
  }

  get isBorrowing(): boolean {
    return (this.#held & BORROWED) !== 0;
  }

  get hasComplained(): boolean {
    return this.#sinceComplaint < LEAVING.complaint.months;
  }

  /** The month passes with what happened in it. */
  pass(month: number): void {
    const bits = this.#relations.of[this.#i * this.#relations.months + month] as number;
    this.#sinceComplaint = (bits & RELATION.complaint) !== 0 ? 0 : this.#sinceComplaint + 1;
    this.#sinceContact = (bits & RELATION.contact) !== 0 ? 0 : this.#sinceContact + 1;
  }

  /** Products taken before the month. */
  #holdAt(month: number): void {
    const owned = this.#population.owned[this.#i] as number;
    this.#held = 0;
    this.#products = 0;
    this.#changes = this.#relations.months;
    for (let product = 0, at = this.#i * PRODUCT_COUNT; owned >> product > 0; product++, at++) {
      if (((owned >> product) & 1) === 0) continue;
      const opened = this.#openings.month[at] as number;
      if (opened < month) {
        this.#held |= 1 << product;
        this.#products++;
      } else this.#changes = Math.min(this.#changes, opened + 1);
    }
  }
}
