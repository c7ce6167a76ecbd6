import { firstDayOfMonth } from '../../src/base/calendar-day';
import { exp, ln } from '../../src/base/exp-ln';
import { roundToStep } from '../../src/base/money';
import { Random } from '../../src/base/random';
import { LAST_MONTH } from './calendar';
import { ASSET_COUNT, PRODUCT, PRODUCT_COUNT } from './codes';
import type { Hidden } from './hidden';
import { LOSS, LOSS_MAKERS } from './loss-makers';
import { LEAVE } from './membership';
import type { Population } from './population';
import { STREAM } from './streams';

/** The accounts, one row each in every array, in order of customer and product. Money in minor units. */
export type Accounts = {
  readonly count: number;
  readonly owner: Uint32Array;
  readonly product: Uint8Array;
  readonly openDay: Int32Array;
  /** Month of the window, −1 = opened before it. */
  readonly openMonth: Int16Array;
  /** Day of closing; 0 = open. Written by the simulation. */
  readonly closeDay: Int32Array;
  /** Assets: the balance. Cards and loans: what is owed, positive. Changed by the ledger only. */
  readonly balance: Float64Array;
  /** Assets: the part of the customer's assets that tends to lie here; the parts of a customer add up to 1. */
  readonly share: Float64Array;
  /** Interest per year as a fraction. */
  readonly rate: Float64Array;
  /** Agreed months of term deposits and loans, 0 = none. */
  readonly term: Int16Array;
  /** Monthly payment of mortgages and consumer loans. */
  readonly instalment: Float64Array;
  /** Credit limit of cards; principal of loans. */
  readonly limit: Float64Array;
  /** Account of customer i for product p at `i · PRODUCT_COUNT + p`, −1 = none. */
  readonly of: Int32Array;
};

/** Part of the assets by product before the customer's own taste: for modest and for wealthy customers. */
const MODEST = [1.6, 1.3, 1.8, 1.2, 0.4, 0.4] as const;
const WEALTHY = [0.5, 0.7, 1.6, 2.6, 0.9, 0.6] as const;

const DAYS_OF_MONTH = 30.4;

/** Who leaves takes no product any more from the month of leaving on. */
export function makeAccounts(
  { population, membership, openings, lossMakers, stages: { months } }: Hidden,
  seed: number,
): Accounts {
  const isOpened = (i: number, product: number): boolean =>
    ((population.owned[i] as number) & (1 << product)) !== 0 &&
    (membership.reason[i] === LEAVE.stays ||
      (openings.month[i * PRODUCT_COUNT + product] as number) < (membership.leaveMonth[i] as number));
  let count = 0;
  for (let i = 0; i < population.count; i++) {
    for (let product = 0; product < PRODUCT_COUNT; product++) if (isOpened(i, product)) count++;
  }
  const accounts: Accounts = {
    count,
    owner: new Uint32Array(count),
    product: new Uint8Array(count),
    openDay: new Int32Array(count),
    openMonth: new Int16Array(count).fill(-1),
    closeDay: new Int32Array(count),
    balance: new Float64Array(count),
    share: new Float64Array(count),
    rate: new Float64Array(count),
    term: new Int16Array(count),
    instalment: new Float64Array(count),
    limit: new Float64Array(count),
    of: new Int32Array(population.count * PRODUCT_COUNT).fill(-1),
  };
  const windowStart = firstDayOfMonth(LAST_MONTH - months + 1);
  const random = new Random();
  let account = 0;
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.accounts, i);
    const first = account;
    for (let product = 0; product < PRODUCT_COUNT; product++) {
      if (!isOpened(i, product)) continue;
      const at = i * PRODUCT_COUNT + product;
      accounts.owner[account] = i;
      accounts.product[account] = product;
      accounts.openDay[account] = openings.day[at] as number;
      accounts.openMonth[account] = openings.month[at] as number;
      accounts.of[at] = account;
      terms(accounts, account, population, i, random);
      if (lossMakers[i] === LOSS.bargain) bargain(accounts, account);
      account++;
    }
    splitAssets(accounts, first, account, population, i, random);
    const unopened = unopenedShare(accounts, first, account);
    for (let a = first; a < account; a++)
      openingBalance(accounts, a, population, i, windowStart, unopened, random);
  }
  return accounts;
}

function terms(accounts: Accounts, a: number, population: Population, i: number, random: Random): void {
  const income = population.income[i] as number;
  switch (accounts.product[a]) {
    case PRODUCT.current:
      accounts.rate[a] = i < population.persons ? 0.001 : 0.0015;
      break;
    case PRODUCT.savings:
      accounts.rate[a] = 0.0035;
      break;
    case PRODUCT.term_deposit: {
      const term = [3, 6, 12, 24, 36][random.weighted([1, 2, 5, 2, 3])] ?? 12;
      accounts.term[a] = term;
      accounts.rate[a] =
        0.009 + (term >= 12 ? 0.002 : 0) + (term >= 36 ? 0.0035 : 0) + random.below(4) * 0.0005;
      break;
    }
    case PRODUCT.credit_card:
      accounts.limit[a] = Math.max(
        500_000,
        roundToStep(Math.min(20_000_000, income * (1 + 3 * random.uniform())), 500_000),
      );
      accounts.rate[a] = 0.18;
      break;
    case PRODUCT.mortgage: {
      const payment = Math.max(250_000, income * (0.3 + 0.4 * random.uniform()));
      loanTerms(accounts, a, 120 + 60 * random.below(5), 0.031 + random.below(12) * 0.001, payment);
      break;
    }
    case PRODUCT.consumer_loan: {
      const payment = Math.max(60_000, income * (0.1 + 0.2 * random.uniform()));
      loanTerms(accounts, a, 12 * random.between(1, 3), 0.045 + random.below(10) * 0.004, payment);
      break;
    }
    case PRODUCT.corporate_loan:
      accounts.term[a] = 12;
      accounts.rate[a] = 0.031 + random.below(14) * 0.001;
      accounts.limit[a] = Math.max(
        10_000_000,
        roundToStep((population.wealth[i] as number) * (0.5 + 2.5 * random.uniform()), 10_000_000),
      );
      break;
    default:
      break;
  }
}

/** What a hard bargain makes of the rate. */
function bargain(accounts: Accounts, a: number): void {
  const { loanRate, depositRate } = LOSS_MAKERS.bargain;
  const change =
    accounts.product[a] === PRODUCT.corporate_loan
      ? loanRate
      : (accounts.product[a] as number) <= PRODUCT.term_deposit
        ? depositRate
        : 0;
  accounts.rate[a] = Math.floor(((accounts.rate[a] as number) + change) * 1e4 + 0.5) / 1e4;
}

/** The principal (a round sum) whose annuity over `term` months is near `payment`, and that annuity to the fen. */
function loanTerms(accounts: Accounts, a: number, term: number, rate: number, payment: number): void {
  const monthly = rate / 12;
  let discount = 1;
  for (let month = 0; month < term; month++) discount /= 1 + monthly;
  const factor = (1 - discount) / monthly;
  const principal = Math.max(1_000_000, roundToStep(payment * factor, 1_000_000));
  accounts.term[a] = term;
  accounts.rate[a] = rate;
  accounts.limit[a] = principal;
  accounts.instalment[a] = Math.floor(principal / factor + 0.5);
}

function splitAssets(
  accounts: Accounts,
  first: number,
  end: number,
  population: Population,
  i: number,
  random: Random,
): void {
  const z = ln((population.wealth[i] as number) / 1_500_000) / 1.9;
  const wealthy = Math.min(1, Math.max(0, z / 2));
  let total = 0;
  for (let a = first; a < end; a++) {
    const product = accounts.product[a] as number;
    if (product >= ASSET_COUNT) continue;
    const usual = (MODEST[product] ?? 0) * (1 - wealthy) + (WEALTHY[product] ?? 0) * wealthy;
    const share = usual * exp(0.5 * random.normal());
    accounts.share[a] = share;
    total += share;
  }
  for (let a = first; a < end; a++) accounts.share[a] = (accounts.share[a] as number) / total;
}

/** The part of the assets that waits in the current account for products taken during the window. */
function unopenedShare(accounts: Accounts, first: number, end: number): number {
  let sum = 0;
  for (let a = first; a < end; a++) {
    if ((accounts.openMonth[a] as number) >= 0) sum += accounts.share[a] as number;
  }
  return sum;
}

/** What lies in an account when the window begins. Accounts opened inside the window begin at 0. */
function openingBalance(
  accounts: Accounts,
  a: number,
  population: Population,
  i: number,
  windowStart: number,
  unopened: number,
  random: Random,
): void {
  if ((accounts.openMonth[a] as number) >= 0) return;
  const product = accounts.product[a] as number;
  if (product < ASSET_COUNT) {
    const amount =
      (population.wealth[i] as number) * (accounts.share[a] as number) * (0.9 + 0.2 * random.uniform());
    const step =
      product === PRODUCT.current || product === PRODUCT.savings || product === PRODUCT.fund
        ? 1
        : amount > 2e7
          ? 1_000_000
          : 100_000;
    accounts.balance[a] = Math.floor(amount / step) * step;
  } else if (product === PRODUCT.credit_card) {
    accounts.balance[a] = Math.floor(
      (accounts.limit[a] as number) * 0.25 * random.uniform() * random.uniform(),
    );
  } else if (product === PRODUCT.corporate_loan) {
    accounts.balance[a] = accounts.limit[a] as number;
  } else {
    const elapsed = Math.floor((windowStart - (accounts.openDay[a] as number)) / DAYS_OF_MONTH);
    accounts.balance[a] = owedAfter(accounts, a, elapsed);
  }
}

/** What is owed after `payments` regular instalments. */
function owedAfter(accounts: Accounts, a: number, payments: number): number {
  const monthly = (accounts.rate[a] as number) / 12;
  let owed = accounts.limit[a] as number;
  for (let n = 0; n < payments && owed > 0; n++) {
    const interest = Math.floor(owed * monthly + 0.5);
    owed = Math.max(0, owed + interest - (accounts.instalment[a] as number));
  }
  return owed;
}
