import { firstDayOfMonth, type Day } from '../../src/base/calendar-day';
import { Random } from '../../src/base/random';
import { LAST_MONTH } from './calendar';
import { PRODUCT, PRODUCT_COUNT } from './codes';
import type { Population } from './population';
import { IN_SEQUENCE, productPairs } from './product-pairs';
import { STREAM } from './streams';

/** When each customer takes each product, by `i · PRODUCT_COUNT + product`; only products in `population.owned` count. */
export type Openings = {
  readonly day: Int32Array;
  /** Month of the window, −1 = before it. */
  readonly month: Int16Array;
};

const DAYS_OF_MONTH = 30.4;
/** The shortest term of a consumer loan: whoever took one less than this before the window still owes. */
const MONTHS_OF_CONSUMER_LOAN = 12;

/** Draws the opening days from customers and ownership alone, before it is known who leaves. */
export function drawOpenings(population: Population, months: number, seed: number): Openings {
  const size = population.count * PRODUCT_COUNT;
  const openings: Openings = { day: new Int32Array(size), month: new Int16Array(size).fill(-1) };
  const windowStart = firstDayOfMonth(LAST_MONTH - months + 1);
  const random = new Random();
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.openings, i);
    for (let product = 0; product < PRODUCT_COUNT; product++) {
      if (((population.owned[i] as number) & (1 << product)) === 0) continue;
      openings.day[i * PRODUCT_COUNT + product] = openingDay(population, i, product, windowStart, random);
    }
    if (i < population.persons) followUps(population, openings, i, windowStart, random);
    for (let at = i * PRODUCT_COUNT; at < (i + 1) * PRODUCT_COUNT; at++) {
      openings.month[at] = monthOfWindow(openings.day[at] as number, windowStart, months);
    }
  }
  return openings;
}

function openingDay(
  population: Population,
  i: number,
  product: number,
  windowStart: Day,
  random: Random,
): Day {
  const joined = population.openDay[i] as number;
  const lastDay = firstDayOfMonth(LAST_MONTH + 1) - 1;
  if (product === PRODUCT.current) return joined;
  if (product === PRODUCT.consumer_loan) {
    const earliest = Math.max(joined, earliestConsumerLoan(windowStart));
    return earliest + random.below(lastDay - earliest + 1);
  }
  // Most people take a product early in the relationship.
  const earliest = Math.max(joined, lastDay - Math.floor(random.between(8, 20) * 365.25));
  return earliest + Math.floor((1 - Math.sqrt(random.uniform())) * (lastDay - earliest));
}

/** Moves the second product of a planted pair behind the first. */
function followUps(
  population: Population,
  openings: Openings,
  i: number,
  windowStart: Day,
  random: Random,
): void {
  const owned = population.owned[i] as number;
  const lastDay = firstDayOfMonth(LAST_MONTH + 1) - 1;
  for (const { first, then, least, most } of productPairs) {
    if ((owned & (1 << first)) === 0 || (owned & (1 << then)) === 0) continue;
    const follows = random.chance(IN_SEQUENCE);
    const day = (openings.day[i * PRODUCT_COUNT + first] as number) + random.between(least, most);
    const earliest = then === PRODUCT.consumer_loan ? earliestConsumerLoan(windowStart) : 0;
    if (follows && day <= lastDay && day >= earliest) openings.day[i * PRODUCT_COUNT + then] = day;
  }
}

const earliestConsumerLoan = (windowStart: Day): Day =>
  windowStart - Math.floor(MONTHS_OF_CONSUMER_LOAN * DAYS_OF_MONTH);

function monthOfWindow(day: Day, windowStart: Day, months: number): number {
  if (day < windowStart) return -1;
  let month = Math.floor((day - windowStart) / DAYS_OF_MONTH);
  while (month > 0 && firstDayOfMonth(LAST_MONTH - months + 1 + month) > day) month--;
  while (month < months - 1 && firstDayOfMonth(LAST_MONTH - months + 2 + month) <= day) month++;
  return month;
}
