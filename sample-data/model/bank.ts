import { Random } from '../../src/base/random';
import type { Accounts } from './accounts';
import type { SampleMonth } from './calendar';
import type { Campaign } from './campaign';
import { ASSET_COUNT, PRODUCT_COUNT } from './codes';
import type { Counterparties } from './counterparties';
import type { Habits } from './habits';
import type { Ledger } from './ledger';
import { assetsLeft, type Membership } from './membership';
import { branches } from './organisation';
import type { Population } from './population';
import type { Relations } from './relations';
import type { Stages } from './stages';
import { STREAM } from './streams';

/** Everything that the monthly simulation reads and writes. */
export type Bank = {
  readonly seed: number;
  readonly months: readonly SampleMonth[];
  readonly population: Population;
  readonly habits: Habits;
  readonly membership: Membership;
  readonly relations: Relations;
  readonly stages: Stages;
  /** One of `LOSS` by customer. */
  readonly lossMakers: Uint8Array;
  readonly campaign: Campaign;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly pool: Counterparties;
  readonly markets: Markets;
};

/** What one month does to everybody. */
export type Markets = {
  readonly wealthReturn: Float64Array;
  readonly fundReturn: Float64Array;
};

export function makeMarkets(months: number, seed: number): Markets {
  const random = new Random(seed, STREAM.markets);
  return {
    wealthReturn: Float64Array.from({ length: months }, () => 0.0021 + 0.0004 * random.normal()),
    fundReturn: Float64Array.from({ length: months }, () => 0.003 + 0.025 * random.normal()),
  };
}

/** The account of a customer for a product if it is open in that month, else −1. */
export function openAccount(bank: Bank, i: number, product: number, month: number): number {
  const account = bank.accounts.of[i * PRODUCT_COUNT + product] as number;
  return account >= 0 &&
    (bank.accounts.openMonth[account] as number) <= month &&
    bank.accounts.closeDay[account] === 0
    ? account
    : -1;
}

export function assetsOf(bank: Bank, i: number): number {
  let sum = 0;
  for (let product = 0; product < ASSET_COUNT; product++) {
    const account = bank.accounts.of[i * PRODUCT_COUNT + product] as number;
    if (account >= 0) sum += bank.accounts.balance[account] as number;
  }
  return sum;
}

const RAMP = [0.45, 0.7, 0.85, 0.95] as const;
const PERSON_SEASON = [0.015, 0.01, 0.015, 0, 0, 0.02, 0, 0, 0.015, 0, 0, 0.03] as const;
const COMPANY_SEASON = [-0.04, -0.02, 0.06, 0, -0.01, 0.08, -0.01, 0, 0.06, 0, 0.01, 0.11] as const;

/** The assets that a customer tends to in a month: growth of the branch, own trend, stage, season, ramp of joiners, what leavers leave. */
export function targetAssets(bank: Bank, i: number, month: SampleMonth): number {
  const { population, membership } = bank;
  const years = month.index / 12;
  const growth = branches[population.branch[i] as number]?.growth ?? 0;
  const season = (i < population.persons ? PERSON_SEASON : COMPANY_SEASON)[month.monthOfYear] ?? 0;
  const sinceJoining = month.index - (population.joinMonth[i] as number);
  const ramp = (population.joinMonth[i] as number) >= 0 ? (RAMP[sinceJoining] ?? 1) : 1;
  return (
    (population.wealth[i] as number) *
    Math.max(0.2, 1 + growth * years) *
    Math.max(0.3, 1 + (population.trend[i] as number) * years) *
    (1 + season) *
    ramp *
    (bank.stages.assets[i * bank.stages.months + month.index] as number) *
    assetsLeft(membership, i, month.index)
  );
}
