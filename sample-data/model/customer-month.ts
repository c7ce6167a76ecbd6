import type { Random } from '../../src/base/random';
import type { Agenda } from './agenda';
import { dayBetween, secondOf } from './amounts';
import type { Bank } from './bank';
import { workingDay, type SampleMonth } from './calendar';
import { CHANNEL, PRODUCT_COUNT } from './codes';
import { activityLeft, assetsLeft, LEAVE } from './membership';

/** One customer's month: what all its entries have in common. */
export type CustomerMonth = {
  readonly bank: Bank;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly i: number;
  readonly month: SampleMonth;
  /** Days of the month (0 = first) on which the customer is there. */
  readonly first: number;
  readonly last: number;
  readonly isJoining: boolean;
  readonly isClosing: boolean;
  /** The relationship has ended, but loans are still to be repaid. */
  readonly hasLeft: boolean;
  /** Share of the usual assets: 1, or less for leavers. */
  readonly fade: number;
  /** Share of the usual activity: less for leavers, and in a part of a month. */
  readonly scale: number;
  /** Liveliness in this month. */
  readonly activity: number;
};

/** The month of a customer who is there in it, else null. Relationships are closed from `firstClosingDay` on. */
export function customerMonth(
  bank: Bank,
  agenda: Agenda,
  random: Random,
  i: number,
  month: SampleMonth,
  firstClosingDay: number,
): CustomerMonth | null {
  const { population, membership, stages, accounts } = bank;
  const leaveMonth = membership.leaveMonth[i] as number;
  const reason = membership.reason[i];
  const isOver = month.index > leaveMonth;
  if (isOver && reason === LEAVE.closed) return null;
  const current = accounts.of[i * PRODUCT_COUNT] as number;
  const joined = accounts.openMonth[current] as number;
  if (joined > month.index) return null;
  const isJoining = joined === month.index;
  const first = isJoining ? (accounts.openDay[current] as number) - month.firstDay : 0;
  const isClosing = reason === LEAVE.closed && month.index === leaveMonth;
  const last = isClosing
    ? workingDay(month, random.between(firstClosingDay, month.days - 1))
    : month.days - 1;
  return {
    bank,
    agenda,
    random,
    i,
    month,
    first,
    last,
    isJoining,
    isClosing,
    hasLeft: isOver && reason !== LEAVE.salaryMoved && month.index < (membership.returnMonth[i] as number),
    fade: assetsLeft(membership, i, month.index),
    scale: (activityLeft(membership, i, month.index) * (last - first + 1)) / month.days,
    activity:
      (population.activity[i] as number) * (stages.activity[i * stages.months + month.index] as number),
  };
}

/** Adds an entry at a moment of the day at which the channel is in use. */
export function plan(
  at: CustomerMonth,
  action: number,
  day: number,
  amount: number,
  type: number,
  channel: number,
  target: number,
): void {
  at.agenda.add(action, secondOf(day, channel, at.random), amount, type, channel, target);
}

export const someDay = (at: CustomerMonth, channel: number): number =>
  dayBetween(at.month, at.first, at.last, channel, at.random);

/** The first day on which the customer and the account are there. */
export const firstDayOf = (at: CustomerMonth, account: number): number =>
  Math.max(at.first, (at.bank.accounts.openDay[account] as number) - at.month.firstDay);

/** How likely a booking of a person that could be mobile is mobile: rising month by month. */
export const mobileShare = (at: CustomerMonth): number =>
  Math.min(0.97, (at.bank.habits.mobile[at.i] as number) * (0.72 + 0.009 * at.month.index));

/** Mobile, web, phone or counter, by a person's habit. */
export function remoteOrCounter(at: CustomerMonth): number {
  if (at.random.chance(mobileShare(at))) return at.random.chance(0.88) ? CHANNEL.mobile : CHANNEL.web;
  return at.random.chance(0.06) ? CHANNEL.phone : CHANNEL.counter;
}
