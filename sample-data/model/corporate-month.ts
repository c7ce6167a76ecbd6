import { exp } from '../../src/base/exp-ln';
import type { Random } from '../../src/base/random';
import { ACTION, type Agenda } from './agenda';
import { believable, secondOf } from './amounts';
import { openAccount, targetAssets, type Bank } from './bank';
import { workingDay, type SampleMonth } from './calendar';
import { ASSET_COUNT, CHANNEL, PRODUCT, PRODUCT_COUNT, TYPE } from './codes';
import { companyAt, NOBODY, utilityAt } from './counterparties';
import { fadeOf, LEAVE } from './membership';

/** Plans a company's month: receipts, payments, payroll, taxes, fees, interest, loans; working days only. */
export function planCorporateMonth(
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
  const last = isClosing ? workingDay(month, random.between(10, month.days - 1)) : month.days - 1;
  const fade = kind === LEAVE.stays ? 1 : fadeOf(membership, i, month.index);
  const scale = (fade * (last - first + 1)) / month.days;
  const activity = population.activity[i] as number;
  const turnover = population.income[i] as number;
  const online = 0.6 + 0.008 * month.index;

  const channel = (): number =>
    random.chance(online) ? (random.chance(0.85) ? CHANNEL.web : CHANNEL.mobile) : CHANNEL.counter;
  const partner = (): number => {
    const { ownCompanies } = bank.pool;
    return random.chance(0.3) && ownCompanies.length > 1
      ? (ownCompanies[(i + 1 + random.below(40)) % ownCompanies.length] as number)
      : companyAt(bank.pool, random.chance(0.7) ? i * 5 + random.below(5) : random.below(1 << 20));
  };
  const add = (
    action: number,
    day: number,
    amount: number,
    type: number,
    by: number,
    target: number,
  ): void => {
    const shifted = Math.min(last, Math.max(first, workingDay(month, day)));
    agenda.add(action, secondOf(shifted, by, random), amount, type, by, target);
  };
  const anyDay = (): number => random.between(first, last);

  if (joined === month.index) {
    const amount = believable(targetAssets(bank, i, month) * 0.7) + 100_000;
    agenda.add(ACTION.receive, first * 86_400 + 34_000, amount, TYPE.transfer_in, CHANNEL.counter, partner());
  }
  const pause = month.springFestivalDay >= 0 ? 0.65 : month.monthOfYear === 11 ? 1.2 : 1;
  const receipts = random.poisson(2.1 * activity * scale * pause);
  for (let n = 0; n < receipts; n++) {
    const amount = Math.floor((turnover / 3) * exp(0.9 * random.normal() - 0.4)) + 1;
    add(
      ACTION.receive,
      anyDay(),
      random.chance(0.5) ? believable(amount) + 100 : amount,
      TYPE.transfer_in,
      CHANNEL.web,
      partner(),
    );
  }
  const payments = random.poisson(1.9 * activity * scale * pause);
  for (let n = 0; n < payments; n++) {
    const amount = Math.floor((turnover / 3) * exp(0.9 * random.normal() - 0.5)) + 1;
    const by = channel();
    add(
      ACTION.pay,
      anyDay(),
      random.chance(0.5) ? believable(amount) + 100 : amount,
      TYPE.transfer_out,
      by,
      partner(),
    );
    if (by === CHANNEL.counter)
      add(ACTION.pay, anyDay(), 1_000 + 500 * random.below(9), TYPE.fee, CHANNEL.system, NOBODY);
  }
  if (activity > 0 && scale > 0.3) {
    let day = 9 + (i % 6);
    if (month.springFestivalDay >= 0 && day >= month.springFestivalDay - 2)
      day = Math.max(0, month.springFestivalDay - 5);
    const wages = Math.floor(
      turnover * 0.12 * (month.isBeforeSpringFestival ? 1.8 : 1) * (0.95 + 0.1 * random.uniform()),
    );
    add(ACTION.pay, day, wages, TYPE.salary, CHANNEL.web, NOBODY);
    if (random.chance(0.6))
      add(
        ACTION.pay,
        14,
        Math.floor(turnover * 0.04 * random.uniform()) + 100,
        TYPE.bill_payment,
        CHANNEL.system,
        utilityAt(bank.pool, i),
      );
    if (random.chance(0.3))
      add(ACTION.pay, 24, 3_000 + 1_000 * random.below(6), TYPE.fee, CHANNEL.system, NOBODY);
  }
  if (month.isQuarterEnd) {
    const amount = Math.floor(
      ((accounts.balance[current] as number) * (accounts.rate[current] as number)) / 4 + 0.5,
    );
    if (amount >= 100 && last >= 20)
      agenda.add(ACTION.interest, 20 * 86_400 + 9_000, amount, TYPE.interest, CHANNEL.system, current);
  }
  const loan = openAccount(bank, i, PRODUCT.corporate_loan, month.index);
  if (loan >= 0) {
    if (accounts.openMonth[loan] === month.index) {
      const day = Math.max(first, (accounts.openDay[loan] as number) - month.firstDay);
      agenda.add(
        ACTION.payOut,
        day * 86_400 + 55_000,
        accounts.limit[loan] as number,
        0,
        CHANNEL.counter,
        loan,
      );
    } else {
      agenda.add(ACTION.instalment, 20 * 86_400 + 10_000, 0, 0, CHANNEL.system, loan);
    }
  }
  for (let product = PRODUCT.savings as number; product < ASSET_COUNT; product++) {
    const account = openAccount(bank, i, product, month.index);
    if (account < 0) continue;
    if (accounts.openMonth[account] === month.index) {
      const day = Math.max(first, (accounts.openDay[account] as number) - month.firstDay);
      agenda.add(ACTION.rebalance, day * 86_400 + 60_000, 0, 0, CHANNEL.counter, account);
    } else if (random.chance(0.12 * scale)) {
      add(ACTION.rebalance, anyDay(), 0, 0, channel(), account);
    }
  }
  // The books of the quarter: deposits come in during its last days.
  const probability = fade < 1 ? 0.95 : activity === 0 ? 0.03 : month.isQuarterEnd ? 0.9 : 0.7;
  if (random.chance(probability)) {
    const day = month.isQuarterEnd
      ? month.days - 1 - random.below(4)
      : random.between(Math.min(last, 16), last);
    add(ACTION.adjust, day, 0, 0, channel(), NOBODY);
  }
  if (isClosing) agenda.add(ACTION.close, last * 86_400 + 61_200, 0, 0, CHANNEL.counter, NOBODY);
}
