import { exp } from '../../src/base/exp-ln';
import type { Random } from '../../src/base/random';
import { ACTION, type Agenda } from './agenda';
import { believable, dayBetween, secondOf } from './amounts';
import { openAccount, targetAssets, type Bank } from './bank';
import { workingDay, type SampleMonth } from './calendar';
import { ASSET_COUNT, CHANNEL, PRODUCT, PRODUCT_COUNT, TYPE } from './codes';
import { companyAt, merchantAt, NOBODY, personAt, utilityAt } from './counterparties';
import { fadeOf, LEAVE } from './membership';

/** What the entries of one customer's month have in common. */
type Plan = {
  readonly bank: Bank;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly i: number;
  readonly month: SampleMonth;
  /** Days of the month (0 = first) on which the customer is there. */
  readonly first: number;
  readonly last: number;
  /** Share of the usual activity: fading before leaving, part of a month. */
  readonly scale: number;
  readonly activity: number;
  /** How likely a booking that could be mobile is mobile, this month. */
  readonly mobile: number;
};

/** Plans a person's month: salary, spending, bills, transfers, cash, card, loans, investments. */
export function planPersonalMonth(
  bank: Bank,
  agenda: Agenda,
  random: Random,
  i: number,
  month: SampleMonth,
): void {
  const { population, membership, accounts } = bank;
  const leaveMonth = membership.leaveMonth[i] as number;
  const kind = membership.leaveKind[i];
  if (kind !== LEAVE.stays && month.index > leaveMonth) return;
  const current = accounts.of[i * PRODUCT_COUNT] as number;
  const joined = accounts.openMonth[current] as number;
  if (joined > month.index) return;
  const first = joined === month.index ? (accounts.openDay[current] as number) - month.firstDay : 0;
  const isClosing = kind === LEAVE.closes && month.index === leaveMonth;
  const last = isClosing ? workingDay(month, random.between(8, month.days - 1)) : month.days - 1;
  const fade = kind === LEAVE.stays ? 1 : fadeOf(membership, i, month.index);
  const plan: Plan = {
    bank,
    agenda,
    random,
    i,
    month,
    first,
    last,
    scale: (fade * (last - first + 1)) / month.days,
    activity: population.activity[i] as number,
    mobile: Math.min(0.97, (population.mobile[i] as number) * (0.72 + 0.009 * month.index)),
  };
  if (first > 0 || joined === month.index) opening(plan);
  salary(plan);
  spending(plan);
  bills(plan);
  transfers(plan);
  cash(plan);
  card(plan);
  loans(plan);
  investments(plan);
  adjustment(plan, fade);
  if (isClosing) agenda.add(ACTION.close, last * 86_400 + 61_200, 0, 0, CHANNEL.counter, NOBODY);
}

const digital = (plan: Plan): number => (plan.random.chance(0.88) ? CHANNEL.mobile : CHANNEL.web);

const remoteOrCounter = (plan: Plan): number =>
  plan.random.chance(plan.mobile)
    ? digital(plan)
    : plan.random.chance(0.06)
      ? CHANNEL.phone
      : CHANNEL.counter;

function add(
  plan: Plan,
  action: number,
  day: number,
  amount: number,
  type: number,
  channel: number,
  target: number,
): void {
  plan.agenda.add(action, secondOf(day, channel, plan.random), amount, type, channel, target);
}

const someDay = (plan: Plan, channel: number): number =>
  dayBetween(plan.month, plan.first, plan.last, channel, plan.random);

function opening(plan: Plan): void {
  const amount = believable(targetAssets(plan.bank, plan.i, plan.month) * 0.6) + 10_000;
  plan.agenda.add(
    ACTION.receive,
    plan.first * 86_400 + 33_000 + plan.random.below(20_000),
    amount,
    amount < 2_000_000 ? TYPE.cash_deposit : TYPE.transfer_in,
    CHANNEL.counter,
    amount < 2_000_000 ? NOBODY : personAt(plan.bank.pool, plan.i),
  );
}

/** Paid by the employer between the 10th and the 15th; before the Spring Festival earlier, often with a bonus. */
function salary(plan: Plan): void {
  const { bank, i, month, random } = plan;
  if (bank.population.payroll[i] !== 1 || plan.scale < 0.3) return;
  const employer = Math.imul(i, 40_503) >>> 4;
  let day = workingDay(month, 9 + (employer % 6));
  if (month.springFestivalDay >= 0 && day >= month.springFestivalDay - 2) {
    day = workingDay(month, Math.max(0, month.springFestivalDay - 5));
  }
  if (day < plan.first || day > plan.last) return;
  const raises = Math.floor((month.index + 6) / 12);
  const overtime = 1 + 0.05 * (random.uniform() - 0.5);
  let amount = Math.floor((bank.population.income[i] as number) * (1 + 0.04 * raises) * overtime);
  if (month.isBeforeSpringFestival && random.chance(0.6)) {
    amount += Math.floor((amount * (0.5 + 1.5 * random.uniform())) / 10_000) * 10_000;
  }
  const { ownCompanies } = bank.pool;
  const payer =
    employer % 5 < 3 && ownCompanies.length > 0
      ? (ownCompanies[employer % ownCompanies.length] as number)
      : companyAt(bank.pool, employer);
  add(plan, ACTION.receive, day, amount, TYPE.salary, CHANNEL.system, payer);
}

function spending(plan: Plan): void {
  const { bank, i, month, random } = plan;
  const isPaid = bank.population.payroll[i] === 1;
  const count = random.poisson((isPaid ? 0.85 : 0.44) * plan.activity * month.spending * plan.scale);
  if (count === 0) return;
  const means = Math.sqrt((bank.population.income[i] as number) / 800_000);
  const thirdParty = 0.4 + 0.006 * month.index;
  const pos = 0.3 - 0.004 * month.index;
  for (let n = 0; n < count; n++) {
    const draw = random.uniform();
    const channel =
      draw < thirdParty
        ? CHANNEL.third_party
        : draw < thirdParty + pos
          ? CHANNEL.pos
          : random.chance(0.75)
            ? CHANNEL.mobile
            : CHANNEL.web;
    const median = channel === CHANNEL.third_party ? 5_200 : channel === CHANNEL.pos ? 21_000 : 13_000;
    const raw = Math.floor(median * means * exp(0.95 * random.normal()));
    // Prices end in .00 or .90 more often than not.
    const amount = random.chance(0.45)
      ? Math.max(100, Math.floor(raw / 100) * 100)
      : random.chance(0.3)
        ? Math.floor(raw / 100) * 100 + 90
        : raw + 1;
    add(
      plan,
      ACTION.pay,
      someDay(plan, channel),
      amount,
      TYPE.card_spend,
      channel,
      merchantAt(bank.pool, random.below(4000)),
    );
  }
}

function bills(plan: Plan): void {
  const { bank, random } = plan;
  if (!random.chance(Math.min(0.3, 0.13 * plan.activity) * plan.scale)) return;
  const isDirectDebit = random.chance(0.55);
  const channel = isDirectDebit
    ? CHANNEL.system
    : random.chance(plan.mobile)
      ? CHANNEL.mobile
      : CHANNEL.counter;
  const amount = Math.floor(16_000 * exp(0.6 * random.normal()));
  add(
    plan,
    ACTION.pay,
    someDay(plan, channel),
    amount,
    TYPE.bill_payment,
    channel,
    utilityAt(bank.pool, plan.i + random.below(3)),
  );
}

function transfers(plan: Plan): void {
  const { bank, i, month, random } = plan;
  const festival = month.isBeforeSpringFestival ? 1.5 : 1;
  const count = random.poisson(0.17 * plan.activity * festival * plan.scale);
  for (let n = 0; n < count; n++) {
    const channel = remoteOrCounter(plan);
    const amount =
      believable(
        60_000 * Math.sqrt((bank.population.income[i] as number) / 800_000) * exp(1.1 * random.normal()),
      ) + 100;
    // Three in four go to the same few people.
    const other = personAt(
      bank.pool,
      random.chance(0.75) ? Math.imul(i * 4 + random.below(3), 2_654_435) >>> 3 : random.below(1 << 20),
    );
    const isIncoming = random.chance(0.45);
    const day = someDay(plan, channel);
    if (isIncoming) {
      add(
        plan,
        ACTION.receive,
        day,
        amount,
        TYPE.transfer_in,
        channel === CHANNEL.counter ? CHANNEL.system : channel,
        other,
      );
      continue;
    }
    add(plan, ACTION.pay, day, amount, TYPE.transfer_out, channel, other);
    if (channel === CHANNEL.counter && random.chance(0.5)) {
      const fee = Math.min(5_000, Math.max(200, Math.floor(amount / 20_000) * 100));
      plan.agenda.add(ACTION.pay, day * 86_400 + 61_000, fee, TYPE.fee, CHANNEL.counter, NOBODY);
    }
  }
}

function cash(plan: Plan): void {
  const { month, random } = plan;
  const festival = month.isBeforeSpringFestival ? 1.8 : 1;
  const decline = 1 - 0.009 * month.index;
  const likes = 1.25 - (plan.bank.population.mobile[plan.i] as number);
  const count = random.poisson(0.27 * plan.activity * likes * festival * decline * plan.scale);
  for (let n = 0; n < count; n++) {
    const channel = random.chance(0.7) ? CHANNEL.atm : CHANNEL.counter;
    const steps = Math.min(
      channel === CHANNEL.atm ? 50 : 500,
      1 + Math.floor(exp(2.2 + 0.9 * random.normal())),
    );
    const amount = steps * 10_000;
    if (random.chance(0.68)) {
      add(plan, ACTION.pay, someDay(plan, channel), amount, TYPE.cash_withdrawal, channel, NOBODY);
    } else {
      add(plan, ACTION.receive, someDay(plan, channel), amount, TYPE.cash_deposit, channel, NOBODY);
    }
  }
}

function card(plan: Plan): void {
  const { bank, i, month, random } = plan;
  const account = openAccount(bank, i, PRODUCT.credit_card, month.index);
  if (account < 0 || plan.scale < 0.2) return;
  const from = firstDayOf(plan, account);
  const count = random.poisson(1.25 * Math.max(0.15, plan.activity) * month.spending * plan.scale);
  const means = Math.sqrt((bank.population.income[i] as number) / 800_000);
  for (let n = 0; n < count; n++) {
    const channel = random.chance(0.42 - 0.003 * month.index)
      ? CHANNEL.pos
      : random.chance(0.6)
        ? CHANNEL.third_party
        : CHANNEL.web;
    const amount = Math.floor(18_000 * means * exp(1.0 * random.normal())) + 100;
    const day = random.between(from, Math.max(from, plan.last));
    add(
      plan,
      ACTION.cardSpend,
      day,
      amount,
      TYPE.card_spend,
      channel,
      merchantAt(bank.pool, random.below(4000)),
    );
  }
  const owed = bank.accounts.balance[account] as number;
  const due = 19 + (i % 6);
  if (owed <= 0 || due < plan.first || due > plan.last) return;
  // One holder in five revolves.
  const isRevolver = (Math.imul(i, 2_246_822_519) >>> 8) % 5 === 0;
  const amount = isRevolver
    ? Math.max(Math.min(owed, 10_000), believable(owed * (0.1 + 0.4 * random.uniform())))
    : owed;
  const channel = random.chance(0.6) ? CHANNEL.system : CHANNEL.mobile;
  add(plan, ACTION.cardRepay, due, amount, TYPE.loan_repayment, channel, account);
}

const firstDayOf = (plan: Plan, account: number): number =>
  Math.max(plan.first, (plan.bank.accounts.openDay[account] as number) - plan.month.firstDay);

function loans(plan: Plan): void {
  const { bank, i, month } = plan;
  for (const product of [PRODUCT.mortgage, PRODUCT.consumer_loan]) {
    const account = openAccount(bank, i, product, month.index);
    if (account < 0) continue;
    if (bank.accounts.openMonth[account] === month.index) {
      const day = firstDayOf(plan, account);
      plan.agenda.add(
        ACTION.payOut,
        day * 86_400 + 55_000,
        bank.accounts.limit[account] as number,
        0,
        CHANNEL.counter,
        account,
      );
    } else {
      add(plan, ACTION.instalment, 19 + (i % 4), 0, TYPE.loan_repayment, CHANNEL.system, account);
    }
  }
}

function investments(plan: Plan): void {
  const { bank, i, month, random } = plan;
  for (let product = PRODUCT.savings as number; product < ASSET_COUNT; product++) {
    const account = openAccount(bank, i, product, month.index);
    if (account < 0) continue;
    const balance = bank.accounts.balance[account] as number;
    const isNew = bank.accounts.openMonth[account] === month.index;
    if (isNew) {
      const day = firstDayOf(plan, account);
      plan.agenda.add(ACTION.rebalance, day * 86_400 + 60_000, 0, 0, CHANNEL.counter, account);
    } else if (random.chance(0.07 * plan.scale)) {
      const channel = remoteOrCounter(plan);
      add(plan, ACTION.rebalance, someDay(plan, channel), 0, 0, channel, account);
    }
    if (product === PRODUCT.savings && month.isQuarterEnd) {
      const amount = Math.floor((balance * (bank.accounts.rate[account] as number)) / 4 + 0.5);
      if (amount >= 100) add(plan, ACTION.interest, 20, amount, TYPE.interest, CHANNEL.system, account);
    }
    if (product === PRODUCT.term_deposit) maturity(plan, account, balance);
    if (product === PRODUCT.wealth && balance > 10_000_000) quarterEnd(plan, account);
  }
}

function maturity(plan: Plan, account: number, balance: number): void {
  const { accounts } = plan.bank;
  const term = accounts.term[account] as number;
  const opened = accounts.openDay[account] as number;
  const months = plan.month.index - Math.floor((opened - (plan.bank.months[0]?.firstDay ?? 0)) / 30.4375);
  if (months <= 0 || months % term !== 0) return;
  const amount = Math.floor((balance * (accounts.rate[account] as number) * term) / 12 + 0.5);
  const day = 4 + (account % 20);
  if (amount >= 100 && day >= plan.first && day <= plan.last) {
    add(plan, ACTION.termInterest, day, amount, TYPE.interest, CHANNEL.system, account);
  }
}

/** One holder in six moves money from wealth products into deposits for the books of the quarter, and back. */
function quarterEnd(plan: Plan, account: number): void {
  const { i, month, random } = plan;
  const takesPart = (Math.imul(i, 97_531) >>> 7) % 6 === 0;
  if (!takesPart) return;
  if (month.isQuarterEnd && plan.last === month.days - 1) {
    const day = month.days - 1 - random.below(4);
    add(plan, ACTION.quarterOut, day, 0.35 + 0.3 * random.uniform(), 0, CHANNEL.mobile, account);
  } else if (month.monthOfYear % 3 === 0 && plan.first === 0) {
    add(plan, ACTION.quarterBack, Math.min(plan.last, random.between(2, 8)), 0, 0, CHANNEL.mobile, account);
  }
}

/** What lies too high or too low is evened out: always when leaving, often after a salary, now and then otherwise. */
function adjustment(plan: Plan, fade: number): void {
  const { bank, i, random } = plan;
  const habit = bank.population.payroll[i] === 1 ? 0.42 : 0.2;
  const probability =
    fade < 1 ? 0.95 : plan.activity === 0 ? 0.015 : habit * Math.min(1.2, 0.55 + 0.45 * plan.activity);
  if (!random.chance(probability)) return;
  const channel = remoteOrCounter(plan);
  const day = dayBetween(
    plan.month,
    Math.min(plan.last, Math.max(plan.first, 14)),
    plan.last,
    channel,
    random,
  );
  add(plan, ACTION.adjust, day, 0, 0, channel, NOBODY);
}
