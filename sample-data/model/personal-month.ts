import type { Random } from '../../src/base/random';
import { ACTION, type Agenda } from './agenda';
import { believable, dayBetween } from './amounts';
import { targetAssets, type Bank } from './bank';
import { workingDay, type SampleMonth } from './calendar';
import { CHANNEL, TYPE } from './codes';
import { companyAt, NOBODY, personAt } from './counterparties';
import { LEAVE } from './membership';
import { customerMonth, plan, remoteOrCounter, type CustomerMonth } from './customer-month';
import { bills, cash, counterVisits, spending, transfers } from './personal-payments';
import { card, investments, loans } from './personal-products';

const FIRST_CLOSING_DAY = 8;

/** Plans a person's month: salary, spending, bills, transfers, cash, card, loans, investments. */
export function planPersonalMonth(
  bank: Bank,
  agenda: Agenda,
  random: Random,
  i: number,
  month: SampleMonth,
): void {
  const at = customerMonth(bank, agenda, random, i, month, FIRST_CLOSING_DAY);
  if (at === null) return;
  if (at.hasLeft) {
    loans(at);
    return;
  }
  if (at.isJoining) opening(at);
  salary(at);
  spending(at);
  bills(at);
  transfers(at);
  cash(at);
  counterVisits(at);
  card(at);
  loans(at);
  investments(at);
  adjustment(at);
  if (at.isClosing) agenda.add(ACTION.close, at.last * 86_400 + 61_200, 0, 0, CHANNEL.counter, NOBODY);
}

function opening(at: CustomerMonth): void {
  const amount = believable(targetAssets(at.bank, at.i, at.month) * 0.6) + 10_000;
  at.agenda.add(
    ACTION.receive,
    at.first * 86_400 + 33_000 + at.random.below(20_000),
    amount,
    amount < 2_000_000 ? TYPE.cash_deposit : TYPE.transfer_in,
    CHANNEL.counter,
    amount < 2_000_000 ? NOBODY : personAt(at.bank.pool, at.i),
  );
}

/** A salary comes in until the month before leaving, and again from that of coming back. */
const isPaid = ({ bank, i, month }: CustomerMonth): boolean =>
  bank.population.payroll[i] === 1 &&
  (bank.membership.reason[i] === LEAVE.stays ||
    month.index < (bank.membership.leaveMonth[i] as number) ||
    month.index >= (bank.membership.returnMonth[i] as number));

/** Paid by the employer between the 10th and the 15th; before the Spring Festival earlier, often with a bonus. */
function salary(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  if (!isPaid(at) || at.scale < 0.2) return;
  const employer = Math.imul(i, 40_503) >>> 4;
  let day = workingDay(month, 9 + (employer % 6));
  if (month.springFestivalDay >= 0 && day >= month.springFestivalDay - 2) {
    day = workingDay(month, Math.max(0, month.springFestivalDay - 5));
  }
  if (day < at.first || day > at.last) return;
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
  plan(at, ACTION.receive, day, amount, TYPE.salary, CHANNEL.system, payer);
}

/** What lies too high or too low is evened out: always when leaving, often after a salary, now and then otherwise. */
function adjustment(at: CustomerMonth): void {
  const { bank, i, random, fade } = at;
  const habit = bank.population.payroll[i] === 1 ? 0.42 : 0.2;
  const probability =
    fade < 1 ? 0.95 : at.activity === 0 ? 0.015 : habit * Math.min(1.2, 0.55 + 0.45 * at.activity);
  if (!random.chance(probability)) return;
  const channel = remoteOrCounter(at);
  const day = dayBetween(at.month, Math.min(at.last, Math.max(at.first, 14)), at.last, channel, random);
  plan(at, ACTION.adjust, day, 0, 0, channel, NOBODY);
}
