import { exp } from '../../src/base/exp-ln';
import { ACTION } from './agenda';
import { believable } from './amounts';
import { openAccount } from './bank';
import { ASSET_COUNT, CHANNEL, PRODUCT, TYPE } from './codes';
import { merchantAt } from './counterparties';
import { firstDayOf, plan, remoteOrCounter, someDay, type CustomerMonth } from './customer-month';

export function card(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  const account = openAccount(bank, i, PRODUCT.credit_card, month.index);
  if (account < 0 || at.scale < 0.2) return;
  const from = firstDayOf(at, account);
  const count = random.poisson(
    1.25 * (bank.habits.spending[i] as number) * Math.max(0.15, at.activity) * month.spending * at.scale,
  );
  const means = Math.sqrt((bank.population.income[i] as number) / 800_000);
  for (let n = 0; n < count; n++) {
    const channel = random.chance(0.42 - 0.003 * month.index)
      ? CHANNEL.pos
      : random.chance(0.6)
        ? CHANNEL.third_party
        : CHANNEL.web;
    const amount = Math.floor(18_000 * means * exp(1.0 * random.normal())) + 100;
    const day = random.between(from, Math.max(from, at.last));
    plan(
      at,
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
  if (owed <= 0 || due < at.first || due > at.last) return;
  // One holder in five revolves.
  const isRevolver = (Math.imul(i, 2_246_822_519) >>> 8) % 5 === 0;
  const amount = isRevolver
    ? Math.max(Math.min(owed, 10_000), believable(owed * (0.1 + 0.4 * random.uniform())))
    : owed;
  const channel = random.chance(0.6) ? CHANNEL.system : CHANNEL.mobile;
  plan(at, ACTION.cardRepay, due, amount, TYPE.loan_repayment, channel, account);
}

export function loans(at: CustomerMonth): void {
  const { bank, i, month } = at;
  for (const product of [PRODUCT.mortgage, PRODUCT.consumer_loan]) {
    const account = openAccount(bank, i, product, month.index);
    if (account < 0) continue;
    if (bank.accounts.openMonth[account] === month.index) {
      const day = firstDayOf(at, account);
      at.agenda.add(
        ACTION.payOut,
        day * 86_400 + 55_000,
        bank.accounts.limit[account] as number,
        0,
        CHANNEL.counter,
        account,
      );
    } else {
      plan(at, ACTION.instalment, 19 + (i % 4), 0, TYPE.loan_repayment, CHANNEL.system, account);
    }
  }
}

export function investments(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  for (let product = PRODUCT.savings as number; product < ASSET_COUNT; product++) {
    const account = openAccount(bank, i, product, month.index);
    if (account < 0) continue;
    const balance = bank.accounts.balance[account] as number;
    const isNew = bank.accounts.openMonth[account] === month.index;
    if (isNew) {
      const day = firstDayOf(at, account);
      at.agenda.add(ACTION.rebalance, day * 86_400 + 60_000, 0, 0, CHANNEL.counter, account);
    } else if (random.chance(Math.min(0.7, 0.07 * (bank.habits.investing[i] as number)) * at.scale)) {
      const channel = remoteOrCounter(at);
      plan(at, ACTION.rebalance, someDay(at, channel), 0, 0, channel, account);
    }
    if (product === PRODUCT.savings && month.isQuarterEnd) {
      const amount = Math.floor((balance * (bank.accounts.rate[account] as number)) / 4 + 0.5);
      if (amount >= 100) plan(at, ACTION.interest, 20, amount, TYPE.interest, CHANNEL.system, account);
    }
    if (product === PRODUCT.term_deposit) maturity(at, account, balance);
    if (product === PRODUCT.wealth && balance > 10_000_000) quarterEnd(at, account);
  }
}

function maturity(at: CustomerMonth, account: number, balance: number): void {
  const { accounts } = at.bank;
  const term = accounts.term[account] as number;
  const opened = accounts.openDay[account] as number;
  const months = at.month.index - Math.floor((opened - (at.bank.months[0]?.firstDay ?? 0)) / 30.4375);
  if (months <= 0 || months % term !== 0) return;
  const amount = Math.floor((balance * (accounts.rate[account] as number) * term) / 12 + 0.5);
  const day = 4 + (account % 20);
  if (amount >= 100 && day >= at.first && day <= at.last) {
    plan(at, ACTION.termInterest, day, amount, TYPE.interest, CHANNEL.system, account);
  }
}

/** One holder in six moves money from wealth products into deposits for the books of the quarter, and back. */
function quarterEnd(at: CustomerMonth, account: number): void {
  const { i, month, random } = at;
  const takesPart = (Math.imul(i, 97_531) >>> 7) % 6 === 0;
  if (!takesPart) return;
  if (month.isQuarterEnd && at.last === month.days - 1) {
    const day = month.days - 1 - random.below(4);
    plan(at, ACTION.quarterOut, day, 0.35 + 0.3 * random.uniform(), 0, CHANNEL.mobile, account);
  } else if (month.monthOfYear % 3 === 0 && at.first === 0) {
    plan(at, ACTION.quarterBack, Math.min(at.last, random.between(2, 8)), 0, 0, CHANNEL.mobile, account);
  }
}
