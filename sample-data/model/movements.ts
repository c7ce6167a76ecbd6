import { believable } from './amounts';
import { openAccount, type Bank } from './bank';
import type { SampleMonth } from './calendar';
import { ASSET_COUNT, CHANNEL, PRODUCT, TYPE } from './codes';
import { companyAt, namesakeAt } from './counterparties';

/** Smallest amounts worth a booking, in minor units. */
export const MINIMUM_PAYMENT = 100;
const MINIMUM_REDUCED_PAYMENT = 1_000;

export function pay(
  bank: Bank,
  current: number,
  second: number,
  planned: number,
  type: number,
  channel: number,
  counterparty: number,
): number {
  const available = bank.accounts.balance[current] as number;
  const isReduced = planned > available;
  const amount = isReduced ? believable(available) : planned;
  if (amount < (isReduced ? MINIMUM_REDUCED_PAYMENT : MINIMUM_PAYMENT)) return 0;
  bank.ledger.book(current, second, -amount, type, channel, counterparty);
  return amount;
}

/** Between two own asset accounts. Buying and redeeming names itself so; deposits are transfers. */
export function move(
  bank: Bank,
  from: number,
  to: number,
  second: number,
  planned: number,
  channel: number,
): void {
  const { balance, product } = bank.accounts;
  const amount = Math.min(planned, balance[from] as number);
  if (amount < MINIMUM_PAYMENT) return;
  const isInvestment = (account: number): boolean =>
    (product[account] as number) >= PRODUCT.wealth && (product[account] as number) < ASSET_COUNT;
  const buys = isInvestment(to);
  const redeems = isInvestment(from);
  const outType = buys ? TYPE.investment_buy : redeems ? TYPE.investment_redeem : TYPE.transfer_out;
  const inType = buys ? TYPE.investment_buy : redeems ? TYPE.investment_redeem : TYPE.transfer_in;
  bank.ledger.book(from, second, -amount, outType, channel, to);
  bank.ledger.book(to, second, amount, inType, channel, from);
}

export function cardSpend(
  bank: Bank,
  i: number,
  second: number,
  amount: number,
  channel: number,
  merchant: number,
  month: SampleMonth,
): void {
  const card = openAccount(bank, i, PRODUCT.credit_card, month.index);
  if (card < 0) return;
  const { balance, limit } = bank.accounts;
  if ((balance[card] as number) + amount > (limit[card] as number)) return;
  bank.ledger.book(card, second, -amount, TYPE.card_spend, channel, merchant);
}

export function cardRepay(
  bank: Bank,
  current: number,
  card: number,
  second: number,
  planned: number,
  channel: number,
): void {
  const { balance } = bank.accounts;
  const amount = Math.min(planned, balance[card] as number, balance[current] as number);
  if (amount < MINIMUM_PAYMENT) return;
  bank.ledger.book(current, second, -amount, TYPE.loan_repayment, channel, card);
  bank.ledger.book(card, second, amount, TYPE.loan_repayment, channel, current);
}

/** The customer's own account at another bank: always the same one, a person's in the same name. */
export const ownElsewhere = (bank: Bank, i: number): number =>
  i < bank.population.persons
    ? namesakeAt(bank.pool, bank.population.nameCode[i] as number, Math.imul(i, 7919) >>> 1)
    : companyAt(bank.pool, Math.imul(i, 7919) >>> 1);

/** Tops up the current account from another bank before a payment that must not fail. */
export function coverFromElsewhere(
  bank: Bank,
  i: number,
  current: number,
  needed: number,
  second: number,
): void {
  const missing = needed - (bank.accounts.balance[current] as number);
  if (missing <= 0) return;
  const amount = Math.ceil(missing / 10_000) * 10_000;
  bank.ledger.book(current, second, amount, TYPE.transfer_in, CHANNEL.mobile, ownElsewhere(bank, i));
}

/** Moves what is missing from the other asset accounts into the current account, the most liquid first. */
export function redeemFor(
  bank: Bank,
  i: number,
  current: number,
  second: number,
  missing: number,
  channel: number,
  month: SampleMonth,
): void {
  let rest = missing;
  for (let product = 1; product < ASSET_COUNT && rest > 0; product++) {
    const account = openAccount(bank, i, product, month.index);
    if (account < 0) continue;
    const amount = Math.min(rest, bank.accounts.balance[account] as number);
    move(bank, account, current, second, amount, channel);
    rest -= amount;
  }
}
