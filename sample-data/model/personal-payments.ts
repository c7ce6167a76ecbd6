import { exp } from '../../src/base/exp-ln';
import { ACTION } from './agenda';
import { believable } from './amounts';
import { CHANNEL, TYPE } from './codes';
import { merchantAt, NOBODY, personAt, utilityAt } from './counterparties';
import { LOSS, LOSS_MAKERS } from './loss-makers';
import { mobileShare, plan, remoteOrCounter, someDay, type CustomerMonth } from './customer-month';

export function spending(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  const isPaid = bank.population.payroll[i] === 1;
  const count = random.poisson(
    (isPaid ? 0.85 : 0.44) * (bank.habits.spending[i] as number) * at.activity * month.spending * at.scale,
  );
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
    plan(
      at,
      ACTION.pay,
      someDay(at, channel),
      amount,
      TYPE.card_spend,
      channel,
      merchantAt(bank.pool, random.below(4000)),
    );
  }
}

export function bills(at: CustomerMonth): void {
  const { bank, random } = at;
  if (!random.chance(Math.min(0.3, 0.13 * at.activity) * at.scale)) return;
  const isDirectDebit = random.chance(0.55);
  const channel = isDirectDebit
    ? CHANNEL.system
    : random.chance(mobileShare(at))
      ? CHANNEL.mobile
      : CHANNEL.counter;
  const amount = Math.floor(16_000 * exp(0.6 * random.normal()));
  plan(
    at,
    ACTION.pay,
    someDay(at, channel),
    amount,
    TYPE.bill_payment,
    channel,
    utilityAt(bank.pool, at.i + random.below(3)),
  );
}

export function transfers(at: CustomerMonth): void {
  const { bank, i, month, random } = at;
  const festival = month.isBeforeSpringFestival ? 1.5 : 1;
  const count = random.poisson(
    0.17 * (bank.habits.transfers[i] as number) * at.activity * festival * at.scale,
  );
  for (let n = 0; n < count; n++) {
    const channel = remoteOrCounter(at);
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
    const day = someDay(at, channel);
    if (isIncoming) {
      plan(
        at,
        ACTION.receive,
        day,
        amount,
        TYPE.transfer_in,
        channel === CHANNEL.counter ? CHANNEL.system : channel,
        other,
      );
      continue;
    }
    plan(at, ACTION.pay, day, amount, TYPE.transfer_out, channel, other);
    if (channel === CHANNEL.counter && random.chance(0.5)) {
      const fee = Math.min(5_000, Math.max(200, Math.floor(amount / 20_000) * 100));
      at.agenda.add(ACTION.pay, day * 86_400 + 61_000, fee, TYPE.fee, CHANNEL.counter, NOBODY);
    }
  }
}

export function cash(at: CustomerMonth): void {
  const { month, random } = at;
  const festival = month.isBeforeSpringFestival ? 1.8 : 1;
  const decline = 1 - 0.009 * month.index;
  const likes = 0.6 * (at.bank.habits.cash[at.i] as number);
  const count = random.poisson(0.27 * at.activity * likes * festival * decline * at.scale);
  for (let n = 0; n < count; n++) {
    const channel = random.chance(0.7) ? CHANNEL.atm : CHANNEL.counter;
    const steps = Math.min(
      channel === CHANNEL.atm ? 50 : 500,
      1 + Math.floor(exp(2.2 + 0.9 * random.normal())),
    );
    const amount = steps * 10_000;
    if (random.chance(0.68)) {
      plan(at, ACTION.pay, someDay(at, channel), amount, TYPE.cash_withdrawal, channel, NOBODY);
    } else {
      plan(at, ACTION.receive, someDay(at, channel), amount, TYPE.cash_deposit, channel, NOBODY);
    }
  }
}

/** The habit of some with little money: small sums, always at the counter. */
export function counterVisits(at: CustomerMonth): void {
  const { bank, i, random } = at;
  if (bank.lossMakers[i] !== LOSS.counter) return;
  const count = random.poisson(LOSS_MAKERS.counter.visits * at.scale);
  for (let n = 0; n < count; n++) {
    const amount = (1 + random.below(5)) * 10_000;
    const comes = n % 2 === 0;
    plan(
      at,
      comes ? ACTION.receive : ACTION.pay,
      someDay(at, CHANNEL.counter),
      amount,
      comes ? TYPE.cash_deposit : TYPE.cash_withdrawal,
      CHANNEL.counter,
      NOBODY,
    );
  }
}
