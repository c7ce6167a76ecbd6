import { firstDayOfMonth, type Day } from '../../src/base/calendar-day';
import { exp, ln } from '../../src/base/exp-ln';
import { Random } from '../../src/base/random';
import { LAST_MONTH } from './calendar';
import { companyPlaces, companyTrades, companyWords, surnames } from './names';
import { branches, type RelationshipManager } from './organisation';
import { STREAM } from './streams';

export const cities = ['上海', '苏州', '杭州', '南通', '嘉兴', '宁波'] as const;
export const educations = ['初中及以下', '高中', '大专', '本科', '硕士及以上'] as const;
export const maritals = ['未婚', '已婚', '离异', '丧偶'] as const;
export const occupations = [
  '企业职员', '公务员', '教师', '医护人员', '工程技术人员', '个体经营者', '服务业人员', '工人', '自由职业', '学生',
  '退休人员',
] as const; // prettier-ignore
const OCCUPATION_INCOME = [1, 1.15, 1.1, 1.25, 1.5, 1.1, 0.65, 0.75, 0.8, 0.2, 0.55] as const;
const STUDENT = 9;
const RETIRED = 10;

/** Share of the customers who are companies. */
const CORPORATE_SHARE = 0.06;
/** New customers per month, as a share of all. */
const JOIN_RATE = 0.0052;

/**
 * The customers of the made-up bank, one row each in every array: first the persons, then the companies, each in order
 * of the day on which they joined. Money in minor units. Nothing of it changes with time; hidden processes stand in
 * arrays of their own.
 */
export type Population = {
  readonly count: number;
  /** Rows below this are persons. */
  readonly persons: number;
  readonly branch: Uint8Array;
  readonly manager: Uint16Array;
  readonly openDay: Int32Array;
  /** Month of the window in which the customer joined, −1 = before the window. */
  readonly joinMonth: Int16Array;
  /** Assets under management that the customer tends to, at the start of the window. */
  readonly wealth: Float64Array;
  /** Growth of those assets per year that is the customer's own. */
  readonly trend: Float64Array;
  /** Income per month of persons, turnover per month of companies. */
  readonly income: Float64Array;
  /** Liveliness: 1 = average. */
  readonly activity: Float64Array;
  readonly birthDay: Int32Array;
  /** 1 = female. */
  readonly female: Uint8Array;
  readonly education: Uint8Array;
  readonly marital: Uint8Array;
  readonly occupation: Uint8Array;
  readonly city: Uint8Array;
  /** Index of the branch whose district the customer lives in. */
  readonly district: Uint8Array;
  /** 0–4 = C1–C5. */
  readonly risk: Uint8Array;
  readonly payroll: Uint8Array;
  readonly consent: Uint8Array;
  /** Companies: index into `companyTrades`. */
  readonly trade: Uint8Array;
  /** Index into `surnames`, or place × 16 + word of a company. */
  readonly nameCode: Uint8Array;
  /** Bit p set = owns product p at some time of the window. */
  readonly owned: Uint16Array;
};

function emptyPopulation(count: number, persons: number): Population {
  const bytes = (): Uint8Array => new Uint8Array(count);
  const numbers = (): Float64Array => new Float64Array(count);
  return {
    count,
    persons,
    branch: bytes(),
    manager: new Uint16Array(count),
    openDay: new Int32Array(count),
    joinMonth: new Int16Array(count).fill(-1),
    wealth: numbers(),
    trend: numbers(),
    income: numbers(),
    activity: numbers(),
    birthDay: new Int32Array(count),
    female: bytes(),
    education: bytes(),
    marital: bytes(),
    occupation: bytes(),
    city: bytes(),
    district: bytes(),
    risk: bytes(),
    payroll: bytes(),
    consent: bytes(),
    trade: bytes(),
    nameCode: bytes(),
    owned: new Uint16Array(count),
  };
}

/** Draws the customers. Attributes of one customer depend on `seed` and its row only, joining also on `months`. */
export function makePopulation(
  options: { readonly customers: number; readonly months: number; readonly seed: number },
  managers: readonly RelationshipManager[],
): Population {
  const count = options.customers;
  const companies = Math.round(count * CORPORATE_SHARE);
  const population = emptyPopulation(count, count - companies);
  const organisation = branchShares(managers);
  const random = new Random();
  for (let i = 0; i < count; i++) {
    const isPerson = i < population.persons;
    const rank = isPerson
      ? (i + 0.5) / population.persons
      : (i - population.persons + 0.5) / Math.max(1, companies);
    random.restart(options.seed, STREAM.attributes, i);
    joinDay(population, i, rank, options.months, random);
    placeOf(population, i, organisation, random);
    if (isPerson) drawPerson(population, i, random, options.seed);
    else drawCompany(population, i, random, options.seed);
  }
  return population;
}

/** Long-standing customers first: ages of relationships fall off exponentially; joiners fill the window evenly. */
function joinDay(population: Population, i: number, rank: number, months: number, random: Random): void {
  const windowStart = firstDayOfMonth(LAST_MONTH - months + 1);
  const windowEnd = firstDayOfMonth(LAST_MONTH + 1) - 1;
  const joiners = 1 - exp(-JOIN_RATE * months);
  const jitter = random.below(5);
  if (rank > 1 - joiners) {
    const position = (rank - (1 - joiners)) / joiners;
    const day = Math.min(windowEnd, windowStart + Math.floor(position * (windowEnd - windowStart + 1)));
    population.openDay[i] = day;
    let month = Math.floor(position * months);
    while (month > 0 && firstDayOfMonth(LAST_MONTH - months + 1 + month) > day) month--;
    while (month < months - 1 && firstDayOfMonth(LAST_MONTH - months + 2 + month) <= day) month++;
    population.joinMonth[i] = month;
  } else {
    const years = Math.min(26, -ln(1e-9 + rank / (1 - joiners + 1e-9)) * 6.5);
    population.openDay[i] = windowStart - 6 - Math.floor(years * 365.25) - jitter;
  }
}

type BranchShares = {
  readonly settled: readonly number[];
  readonly joining: readonly number[];
  readonly firstManager: readonly number[];
  readonly managerCount: readonly number[];
};

/** New customers prefer the branches that grow. */
function branchShares(managers: readonly RelationshipManager[]): BranchShares {
  const managerCount = branches.map(
    (_, index) => managers.filter((manager) => manager.branch === index).length,
  );
  return {
    settled: branches.map((branch) => branch.weight),
    joining: branches.map((branch) => branch.weight * Math.max(0.3, 1 + 6 * branch.growth)),
    managerCount,
    firstManager: branches.map((_, index) => managers.findIndex((manager) => manager.branch === index)),
  };
}

function placeOf(population: Population, i: number, shares: BranchShares, random: Random): void {
  const isJoiner = (population.joinMonth[i] as number) >= 0;
  const branch = random.weighted(isJoiner ? shares.joining : shares.settled);
  population.branch[i] = branch;
  population.manager[i] = (shares.firstManager[branch] ?? 0) + random.below(shares.managerCount[branch] ?? 1);
  population.district[i] = random.chance(0.78) ? branch : random.below(branches.length);
  population.city[i] = random.chance(0.93) ? 0 : random.between(1, cities.length - 1);
}

const AGE_BANDS = [
  { from: 18, to: 24, weight: 9 },
  { from: 25, to: 34, weight: 25 },
  { from: 35, to: 44, weight: 24 },
  { from: 45, to: 54, weight: 18 },
  { from: 55, to: 64, weight: 14 },
  { from: 65, to: 84, weight: 10 },
] as const;
const AGE_WEIGHTS = AGE_BANDS.map((band) => band.weight);

function drawPerson(population: Population, i: number, random: Random, seed: number): void {
  const band = AGE_BANDS[random.weighted(AGE_WEIGHTS)] ?? AGE_BANDS[1];
  const years = random.between(band.from, band.to);
  const lastDay = firstDayOfMonth(LAST_MONTH + 1) - 1;
  // Nobody opens an account before the sixteenth birthday.
  const openDay: Day = population.openDay[i] as number;
  const birthDay = Math.min(
    lastDay - Math.floor(years * 365.25) - random.below(365),
    openDay - Math.floor(16 * 365.25) - random.below(2000),
  );
  const age = (lastDay - birthDay) / 365.25;
  population.birthDay[i] = birthDay;
  population.female[i] = random.chance(0.51) ? 1 : 0;
  population.education[i] = random.weighted(
    age > 60 ? [30, 32, 20, 15, 3] : age > 40 ? [10, 22, 28, 32, 8] : [2, 8, 24, 48, 18],
  );
  population.marital[i] = random.weighted(
    age < 27 ? [88, 12, 0, 0] : age < 60 ? [15, 76, 8, 1] : [3, 78, 5, 14],
  );
  const occupation =
    age >= 58
      ? RETIRED
      : age < 23 && random.chance(0.6)
        ? STUDENT
        : random.weighted([30, 7, 7, 6, 15, 10, 12, 8, 5]);
  population.occupation[i] = occupation;
  population.nameCode[i] = Math.floor(surnames.length * random.uniform() * Math.sqrt(random.uniform()));
  population.consent[i] = random.chance(0.62) ? 1 : 0;
  population.payroll[i] =
    occupation !== STUDENT &&
    occupation !== 5 &&
    occupation !== 8 &&
    random.chance(occupation === RETIRED ? 0.36 : 0.37)
      ? 1
      : 0;
  // Two draws in three are lively customers; the others come rarely or never.
  population.activity[i] = random.chance(0.07) ? 0 : random.gamma(1.3) / 1.3;

  random.restart(seed, STREAM.wealth, i);
  const standing = random.normal();
  const education = population.education[i] as number;
  const income = 7200 * exp(0.5 * standing + 0.09 * (education - 2)) * (OCCUPATION_INCOME[occupation] ?? 1);
  population.income[i] = Math.floor(income / 10 + 0.5) * 1000;
  const z = 0.45 * standing + 0.893 * random.normal();
  const branch = branches[population.branch[i] as number];
  const byAge = exp(0.022 * (Math.min(age, 68) - 42));
  population.wealth[i] = Math.floor(900_000 * exp(WEALTH_SIGMA * z) * byAge * (branch?.wealth ?? 1));
  population.trend[i] = random.normal() * ((population.wealth[i] as number) > 2e8 ? 0.04 : 0.1);
  population.risk[i] = Math.min(
    4,
    Math.max(0, Math.floor(2.1 + 0.5 * z - 0.03 * (age - 42) + 0.9 * random.normal())),
  );
}

/** Spread of the logarithm of wealth: the top 2.2% of persons hold about half (methods §2). */
const WEALTH_SIGMA = 2.18;

function drawCompany(population: Population, i: number, random: Random, seed: number): void {
  population.trade[i] = random.below(companyTrades.length);
  population.nameCode[i] = random.below(companyPlaces.length) * 16 + random.below(companyWords.length);
  population.consent[i] = random.chance(0.8) ? 1 : 0;
  population.activity[i] = random.chance(0.06) ? 0 : random.gamma(1.6) / 1.6;
  population.risk[i] = random.weighted([5, 45, 35, 12, 3]);
  random.restart(seed, STREAM.wealth, i);
  const branch = branches[population.branch[i] as number];
  population.wealth[i] = Math.floor(9_000_000 * exp(1.35 * random.normal()) * (branch?.wealth ?? 1));
  population.trend[i] = random.normal() * 0.08;
  population.income[i] = Math.floor((population.wealth[i] as number) * (0.3 + 1.2 * random.uniform()));
}
