import type { Random } from '../../src/base/random';
import { ACTION, type Agenda } from './agenda';
import { believable } from './amounts';
import { assetsOf, openAccount, targetAssets, type Bank } from './bank';
import type { SampleMonth } from './calendar';
import { CHANNEL, PRODUCT, PRODUCT_COUNT, TYPE } from './codes';
import { companyAt, NOBODY } from './counterparties';
import {
  cardRepay,
  cardSpend,
  coverFromElsewhere,
  MINIMUM_PAYMENT,
  move,
  ownElsewhere,
  pay,
  redeemFor,
} from './movements';

/** Smallest amounts worth a booking, in minor units. */
const MINIMUM_ADJUSTMENT = 30_000;
const MINIMUM_INVESTMENT = 100_000;

/**
 * Carries out a customer's agenda in order of time. No asset falls below zero and no card above its limit: what cannot
 * be paid is reduced or left out. A movement between own accounts is booked on both.
 */
export function perform(bank: Bank, agenda: Agenda, random: Random, i: number, month: SampleMonth): void {
  agenda.arrange();
  for (let n = 0; n < agenda.count; n++) {
    const entry = agenda.order[n] as number;
    const second = agenda.second[entry] as number;
    const amount = agenda.amount[entry] as number;
    const channel = agenda.channel[entry] as number;
    const target = agenda.target[entry] as number;
    const current = openAccount(bank, i, PRODUCT.current, month.index);
    if (current < 0) return;
    switch (agenda.action[entry]) {
      case ACTION.receive:
        bank.ledger.book(current, second, amount, agenda.type[entry] as number, channel, target);
        break;
      case ACTION.pay:
        // Wages are paid even when the account is short; other payments shrink or wait.
        if (agenda.type[entry] === TYPE.salary) coverFromElsewhere(bank, i, current, amount, second);
        pay(bank, current, second, amount, agenda.type[entry] as number, channel, target);
        break;
      case ACTION.cardSpend:
        cardSpend(bank, i, second, amount, channel, target, month);
        break;
      case ACTION.cardRepay:
        cardRepay(bank, current, target, second, amount, channel);
        break;
      case ACTION.instalment:
        instalment(bank, i, current, target, second, month);
        break;
      case ACTION.adjust:
        adjust(bank, random, i, current, second, channel, month);
        break;
      case ACTION.rebalance:
        rebalance(bank, i, current, target, second, channel);
        break;
      case ACTION.quarterOut:
        move(
          bank,
          target,
          current,
          second,
          believable((bank.accounts.balance[target] as number) * amount),
          channel,
        );
        break;
      case ACTION.quarterBack:
        rebalance(bank, i, current, target, second, channel);
        break;
      case ACTION.interest:
        bank.ledger.book(target, second, amount, TYPE.interest, channel, NOBODY);
        break;
      case ACTION.termInterest:
        bank.ledger.book(current, second, amount, TYPE.interest, channel, target);
        break;
      case ACTION.close:
        close(bank, random, i, current, second, month);
        break;
      case ACTION.payOut:
        payOut(bank, i, current, target, second, amount);
        break;
      default:
        break;
    }
  }
}

function instalment(
  bank: Bank,
  i: number,
  current: number,
  loan: number,
  second: number,
  month: SampleMonth,
): void {
  const { balance, rate, instalment: payments, closeDay, product } = bank.accounts;
  const owed = balance[loan] as number;
  const interest = Math.floor((owed * (rate[loan] as number)) / 12 + 0.5);
  if (product[loan] === PRODUCT.corporate_loan) {
    if (interest < MINIMUM_PAYMENT) return;
    coverFromElsewhere(bank, i, current, interest, second);
    bank.ledger.book(current, second, -interest, TYPE.interest, CHANNEL.system, loan);
    return;
  }
  const principal = Math.min(owed, Math.max(0, (payments[loan] as number) - interest));
  const payment = principal + interest;
  if (payment > 0) {
    coverFromElsewhere(bank, i, current, payment, second);
    bank.ledger.book(current, second, -payment, TYPE.loan_repayment, CHANNEL.system, loan);
    bank.ledger.book(loan, second, principal, TYPE.loan_repayment, CHANNEL.system, current);
  }
  if (balance[loan] === 0) closeDay[loan] = month.firstDay + Math.floor(second / 86_400);
}

/** Consumer and corporate loans are paid into the current account, mortgages to the seller of the home. */
function payOut(bank: Bank, i: number, current: number, loan: number, second: number, amount: number): void {
  if (bank.accounts.product[loan] === PRODUCT.mortgage) {
    bank.ledger.book(loan, second, -amount, TYPE.transfer_out, CHANNEL.counter, companyAt(bank.pool, i));
    return;
  }
  bank.ledger.book(loan, second, -amount, TYPE.transfer_out, CHANNEL.counter, current);
  bank.ledger.book(current, second, amount, TYPE.transfer_in, CHANNEL.counter, loan);
}

function adjust(
  bank: Bank,
  random: Random,
  i: number,
  current: number,
  second: number,
  channel: number,
  month: SampleMonth,
): void {
  const target = targetAssets(bank, i, month);
  const gap = target - assetsOf(bank, i);
  if (Math.abs(gap) < Math.max(MINIMUM_ADJUSTMENT, 0.04 * target)) return;
  const amount = believable(Math.abs(gap) * ((gap > 0 ? 0.7 : 0.85) + 0.25 * random.uniform()));
  const isCash = channel === CHANNEL.counter && amount < 20_000_000 && i < bank.population.persons;
  if (gap > 0) {
    bank.ledger.book(
      current,
      second,
      amount,
      isCash ? TYPE.cash_deposit : TYPE.transfer_in,
      channel,
      isCash ? NOBODY : ownElsewhere(bank, i),
    );
    return;
  }
  const available = bank.accounts.balance[current] as number;
  if (available < amount && gap < -0.3 * target)
    redeemFor(bank, i, current, second, amount - available, channel, month);
  pay(
    bank,
    current,
    second,
    amount,
    isCash ? TYPE.cash_withdrawal : TYPE.transfer_out,
    channel,
    isCash ? NOBODY : ownElsewhere(bank, i),
  );
}

function rebalance(
  bank: Bank,
  i: number,
  current: number,
  account: number,
  second: number,
  channel: number,
): void {
  const { balance, share, closeDay } = bank.accounts;
  if (closeDay[account] !== 0) return;
  const assets = assetsOf(bank, i);
  const desired = (share[account] as number) * assets;
  const gap = desired - (balance[account] as number);
  if (Math.abs(gap) < Math.max(MINIMUM_INVESTMENT, 0.15 * desired)) return;
  const step = Math.abs(gap) > 2e7 ? 1_000_000 : 100_000;
  if (gap > 0) {
    const spare = (balance[current] as number) - 0.4 * (share[current] as number) * assets;
    const amount = Math.floor(Math.min(gap, spare) / step) * step;
    if (amount > 0) move(bank, current, account, second, amount, channel);
  } else {
    move(bank, account, current, second, Math.floor(-gap / step) * step, channel);
  }
}

function close(
  bank: Bank,
  random: Random,
  i: number,
  current: number,
  second: number,
  month: SampleMonth,
): void {
  const { accounts } = bank;
  redeemFor(bank, i, current, second, Infinity, CHANNEL.counter, month);
  const card = openAccount(bank, i, PRODUCT.credit_card, month.index);
  if (card >= 0) {
    const owed = accounts.balance[card] as number;
    coverFromElsewhere(bank, i, current, owed, second);
    cardRepay(bank, current, card, second, owed, CHANNEL.counter);
  }
  const rest = accounts.balance[current] as number;
  if (rest > 0) {
    const inCash = rest < 5_000_000 && random.chance(0.5);
    bank.ledger.book(
      current,
      second,
      -rest,
      inCash ? TYPE.cash_withdrawal : TYPE.transfer_out,
      CHANNEL.counter,
      inCash ? NOBODY : ownElsewhere(bank, i),
    );
  }
  const day = month.firstDay + Math.floor(second / 86_400);
  for (let product = 0; product < PRODUCT_COUNT; product++) {
    const account = accounts.of[i * PRODUCT_COUNT + product] as number;
    if (account >= 0 && accounts.closeDay[account] === 0) accounts.closeDay[account] = day;
  }
}
