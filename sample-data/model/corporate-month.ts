import { exp } from '../../src/base/exp-ln';
import type { Random } from '../../src/base/random';
import { ACTION, type Agenda } from './agenda';
import { believable } from './amounts';
import { openAccount, targetAssets, type Bank } from './bank';
import { workingDay, type SampleMonth } from './calendar';
import { ASSET_COUNT, CHANNEL, PRODUCT, PRODUCT_COUNT, TYPE } from './codes';
import { companyAt, NOBODY, utilityAt } from './counterparties';
import { customerMonth, firstDayOf, plan, type CustomerMonth } from './customer-month';

const FIRST_CLOSING_DAY = 10;

/** Plans a company's month: receipts, payments, payroll, taxes, fees, interest, loans; working days only. */
export function planCorporateMonth(
  bank: Bank,
  agenda: Agenda,
  random: Random,
  i: number,
  month: SampleMonth,
): void {
  const at = customerMonth(bank, agenda, random, i, month, FIRST_CLOSING_DAY);
  if (at === null) return;
  if (at.hasLeft) {
    loan(at);
    return;
  }
  if (at.isJoining) {
    const amount = believable(targetAssets(bank, i, month) * 0.7) + 100_000;
    const second = at.first * 86_400 + 34_000;
    agenda.add(ACTION.receive, second, amount, TYPE.transfer_in, CHANNEL.counter, partner(at));
  }
  trade(at);
  payroll(at);
  interest(at);
  loan(at);
  investments(at);
  adjustment(at);
  if (at.isClosing) agenda.add(ACTION.close, at.last * 86_400 + 61_200, 0, 0, CHANNEL.counter, NOBODY);
}

/** Online more often month by month. */
function channel(at: CustomerMonth): number {
  if (!at.random.chance(0.6 + 0.008 * at.month.index)) return CHANNEL.counter;
  return at.random.chance(0.85) ? CHANNEL.web : CHANNEL.mobile;
}

/** Another company of this bank, one of a few regular partners, or anyone. */
function partner(at: CustomerMonth): number {
  const { bank, i, random } = at;
  const { ownCompanies } = bank.pool;
  return random.chance(0.3) && ownCompanies.length > 1
    ? (ownCompanies[(i + 1 + random.below(40)) % ownCompanies.length] as number)
    : companyAt(bank.pool, random.chance(0.7) ? i * 5 + random.below(5) : random.below(1 << 20));
}

function onWorkingDay(
  at: CustomerMonth,
  action: number,
  day: number,
  amount: number,
  type: number,
  by: number,
  target: number,
): void {
  const shifted = Math.min(at.last, Math.max(at.first, workingDay(at.month, day)));
  plan(at, action, shifted, amount, type, by, target);
}

const anyDay = (at: CustomerMonth): number => at.random.between(at.first, at.last);

function trade(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  const turnover = bank.population.income[i] as number;
  const pause = month.springFestivalDay >= 0 ? 0.65 : month.monthOfYear === 11 ? 1.2 : 1;
  const invoice = (shift: number): number => {
    const amount = Math.floor((turnover / 3) * exp(0.9 * random.normal() - shift)) + 1;
    return random.chance(0.5) ? believable(amount) + 100 : amount;
  };
  const receipts = random.poisson(2.1 * at.activity * at.scale * pause);
  for (let n = 0; n < receipts; n++) {
    onWorkingDay(at, ACTION.receive, anyDay(at), invoice(0.4), TYPE.transfer_in, CHANNEL.web, partner(at));
  }
  const payments = random.poisson(1.9 * at.activity * at.scale * pause);
  for (let n = 0; n < payments; n++) {
    const by = channel(at);
    onWorkingDay(at, ACTION.pay, anyDay(at), invoice(0.5), TYPE.transfer_out, by, partner(at));
    if (by !== CHANNEL.counter) continue;
    onWorkingDay(at, ACTION.pay, anyDay(at), 1_000 + 500 * random.below(9), TYPE.fee, CHANNEL.system, NOBODY);
  }
}

function payroll(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  if (at.activity === 0 || at.scale <= 0.3) return;
  const turnover = bank.population.income[i] as number;
  let day = 9 + (i % 6);
  if (month.springFestivalDay >= 0 && day >= month.springFestivalDay - 2) {
    day = Math.max(0, month.springFestivalDay - 5);
  }
  const bonus = month.isBeforeSpringFestival ? 1.8 : 1;
  const wages = Math.floor(turnover * 0.12 * bonus * (0.95 + 0.1 * random.uniform()));
  onWorkingDay(at, ACTION.pay, day, wages, TYPE.salary, CHANNEL.web, NOBODY);
  if (random.chance(0.6)) {
    const amount = Math.floor(turnover * 0.04 * random.uniform()) + 100;
    onWorkingDay(at, ACTION.pay, 14, amount, TYPE.bill_payment, CHANNEL.system, utilityAt(bank.pool, i));
  }
  if (random.chance(0.3)) {
    onWorkingDay(at, ACTION.pay, 24, 3_000 + 1_000 * random.below(6), TYPE.fee, CHANNEL.system, NOBODY);
  }
}

function interest(at: CustomerMonth): void {
  const { accounts } = at.bank;
  const current = accounts.of[at.i * PRODUCT_COUNT] as number;
  if (!at.month.isQuarterEnd || at.last < 20) return;
  const yearly = (accounts.balance[current] as number) * (accounts.rate[current] as number);
  const amount = Math.floor(yearly / 4 + 0.5);
  if (amount < 100) return;
  at.agenda.add(ACTION.interest, 20 * 86_400 + 9_000, amount, TYPE.interest, CHANNEL.system, current);
}

function loan(at: CustomerMonth): void {
  const { bank, agenda, month } = at;
  const account = openAccount(bank, at.i, PRODUCT.corporate_loan, month.index);
  if (account < 0) return;
  if (bank.accounts.openMonth[account] === month.index) {
    const second = firstDayOf(at, account) * 86_400 + 55_000;
    const principal = bank.accounts.limit[account] as number;
    agenda.add(ACTION.payOut, second, principal, 0, CHANNEL.counter, account);
  } else {
    agenda.add(ACTION.instalment, 20 * 86_400 + 10_000, 0, 0, CHANNEL.system, account);
  }
}

function investments(at: CustomerMonth): void {
  const { bank, agenda, month, random } = at;
  for (let product = PRODUCT.savings; product < ASSET_COUNT; product++) {
    const account = openAccount(bank, at.i, product, month.index);
    if (account < 0) continue;
    if (bank.accounts.openMonth[account] === month.index) {
      const second = firstDayOf(at, account) * 86_400 + 60_000;
      agenda.add(ACTION.rebalance, second, 0, 0, CHANNEL.counter, account);
    } else if (random.chance(0.12 * at.scale)) {
      onWorkingDay(at, ACTION.rebalance, anyDay(at), 0, 0, channel(at), account);
    }
  }
}

/** Deposits are brought in line most months; for the books of the quarter money comes in during its last days. */
function adjustment(at: CustomerMonth): void {
  const { month, random, last } = at;
  const usual = month.isQuarterEnd ? 0.9 : 0.7;
  if (!random.chance(at.fade < 1 ? 0.95 : at.activity === 0 ? 0.03 : usual)) return;
  const day = month.isQuarterEnd
    ? month.days - 1 - random.below(4)
    : random.between(Math.min(last, 16), last);
  onWorkingDay(at, ACTION.adjust, day, 0, 0, channel(at), NOBODY);
}
