import { Random } from '../../src/base/random';
import {
  companyPlaces,
  companyTrades,
  companyWords,
  merchantPlaces,
  merchantTrades,
  surnames,
  utilities,
} from './names';
import { STREAM } from './streams';

/**
 * Everyone on the other side of a booking, numbered: first the bank's own accounts (0 … accounts − 1), then accounts at
 * other banks: persons, merchants, companies, utilities. −1 = nobody (interest, fees).
 */
export type Counterparties = {
  /** The bank's own accounts. */
  readonly ownAccounts: number;
  readonly persons: number;
  readonly merchants: number;
  readonly companies: number;
  readonly utilities: number;
  /** Current accounts of the bank's own companies: who pays salaries into this bank. */
  readonly ownCompanies: Int32Array;
};

export const NOBODY = -1;

export function makeCounterparties(
  ownAccounts: number,
  customers: number,
  ownCompanies: Int32Array,
): Counterparties {
  return {
    ownAccounts,
    persons: surnames.length * Math.min(360, Math.max(4, Math.floor(customers / 3 / surnames.length))),
    merchants: merchantPlaces.length * merchantTrades.length,
    companies: Math.min(3000, Math.max(60, Math.floor(customers / 40))),
    utilities: utilities.length,
    ownCompanies,
  };
}

export const personAt = (pool: Counterparties, index: number): number =>
  pool.ownAccounts + (index % pool.persons);
/** A person of the given surname. */
export const namesakeAt = (pool: Counterparties, surname: number, index: number): number =>
  pool.ownAccounts + (index % (pool.persons / surnames.length)) * surnames.length + surname;
export const merchantAt = (pool: Counterparties, index: number): number =>
  pool.ownAccounts + pool.persons + (index % pool.merchants);
export const companyAt = (pool: Counterparties, index: number): number =>
  pool.ownAccounts + pool.persons + pool.merchants + (index % pool.companies);
export const utilityAt = (pool: Counterparties, index: number): number =>
  pool.ownAccounts + pool.persons + pool.merchants + pool.companies + (index % pool.utilities);

/** Names of the accounts at other banks, in the order of their numbers. */
export function externalNames(pool: Counterparties, seed: number): string[] {
  const random = new Random(seed, STREAM.counterparties);
  const pick = <T>(list: readonly T[], fallback: T): T => list[random.below(list.length)] ?? fallback;
  const names: string[] = [];
  for (let n = 0; n < pool.persons; n++) names.push(`${surnames[n % surnames.length]?.[0] ?? '王'}**`);
  for (const place of merchantPlaces) for (const trade of merchantTrades) names.push(place + trade);
  for (let n = 0; n < pool.companies; n++) {
    const trade = pick(companyTrades, companyTrades[0]);
    names.push(`${pick(companyPlaces, '上海')}${pick(companyWords, '恒')}*${trade.name}`);
  }
  names.push(...utilities);
  return names;
}
