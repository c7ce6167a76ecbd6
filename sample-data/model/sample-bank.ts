import type { Control } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { Random } from '../../src/base/random';
import type { Frame } from '../../src/columns/frame';
import { makeAccounts } from './accounts';
import { Agenda } from './agenda';
import { makeMarkets, type Bank } from './bank';
import { monthsOfWindow } from './calendar';
import { PRODUCT_COUNT } from './codes';
import { planCorporateMonth } from './corporate-month';
import { makeCounterparties } from './counterparties';
import { framesOf } from './frames';
import { drawHidden, type SampleOptions } from './hidden';
import { Ledger } from './ledger';
import { perform } from './perform';
import { planPersonalMonth } from './personal-month';
import { STREAM } from './streams';

/** Rises whenever the same options give other rows. */
export const SAMPLE_VERSION = 6;

export type { SampleOptions } from './hidden';

export const DEFAULT_SAMPLE: SampleOptions = { customers: 20_000, months: 24, seed: 42 };

export const SAMPLE_LIMITS = { customers: 200_000, months: { least: 3, most: 60 } } as const;

/** @throws task.bad-parameters when an option is not a whole number within {@link SAMPLE_LIMITS} */
export function checkSampleOptions(options: SampleOptions): void {
  const inRange = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  const check = (name: string, value: number, least: number, most: number): void => {
    if (inRange(value, least, most)) return;
    throw new AppError(
      'task.bad-parameters',
      `${name} must be a whole number from ${String(least)} to ${String(most)}, got ${String(value)}`,
      { parameter: name, value: String(value), least, most },
    );
  };
  check('customers', options.customers, 1, SAMPLE_LIMITS.customers);
  check('months', options.months, SAMPLE_LIMITS.months.least, SAMPLE_LIMITS.months.most);
  check('seed', options.seed, 0, 4_294_967_295);
}

/**
 * A made-up city bank as canonical frames (customer, account,
 * transaction, balance, contact, service, campaign, response, ftp_curve, unit_cost, capital, branch, manager, product), columned
 * as if they had been read from files: ids as text, money in fen, days since 1970, `transaction` in order of time.
 * The same options give the same bytes in every engine.
 *
 * @param options customers 1 … 200,000; months 3 … 60, the last one always June 2026; seed 0 … 2^32 − 1
 * @throws task.bad-parameters, task.cancelled
 */
export async function makeSampleBank(
  options: SampleOptions,
  control: Control,
): Promise<Record<string, Frame>> {
  checkSampleOptions(options);
  const { customers, months, seed } = options;
  control.report(0, months, 'sample');
  const hidden = drawHidden(options);
  const { managers, population } = hidden;
  const accounts = makeAccounts(hidden, seed);
  const bank: Bank = {
    seed,
    months: monthsOfWindow(months),
    ...hidden,
    accounts,
    ledger: new Ledger(accounts, months, customers),
    pool: makeCounterparties(
      accounts.count,
      customers,
      Int32Array.from(
        { length: customers - population.persons },
        (_, company) => accounts.of[(population.persons + company) * PRODUCT_COUNT] ?? 0,
      ),
    ),
    markets: makeMarkets(months, seed),
  };
  await simulate(bank, control);
  return framesOf(bank, managers);
}

/** Month by month, customer by customer; each customer-month draws from a stream of its own. */
async function simulate(bank: Bank, control: Control): Promise<void> {
  const { population, markets, ledger, seed, months } = bank;
  const agenda = new Agenda();
  const random = new Random();
  for (const month of months) {
    for (let i = 0; i < population.count; i++) {
      agenda.clear();
      const isPerson = i < population.persons;
      random.restart(seed, isPerson ? STREAM.personalMonth : STREAM.corporateMonth, i, month.month);
      if (isPerson) planPersonalMonth(bank, agenda, random, i, month);
      else planCorporateMonth(bank, agenda, random, i, month);
      perform(bank, agenda, random, i, month);
      if ((i & 255) === 0 && control.shouldYield()) {
        await control.yield(month.index + i / population.count, months.length, 'sample');
      }
    }
    ledger.closeMonth(month, markets.wealthReturn[month.index] ?? 0, markets.fundReturn[month.index] ?? 0);
  }
}
