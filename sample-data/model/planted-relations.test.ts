import { describe, expect, it } from 'vitest';
import { monthOfDay } from '../../src/base/calendar-day';
import { silentControl } from '../../src/base/control';
import { isNull } from '../../src/columns/column';
import { dictionaryValue } from '../../src/columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../../src/columns/frame';
import { ARM } from './campaign';
import { drawHidden } from './hidden';
import { ftpCurveOf, unitCosts } from './economics';
import { LOSS } from './loss-makers';
import { IN_SEQUENCE, PRODUCT_PAIRS } from './product-pairs';
import { makeSampleBank } from './sample-bank';

const options = { customers: 8000, months: 12, seed: 9 };
const frames = await makeSampleBank(options, silentControl);
const { population, membership, lossMakers, campaign } = drawHidden(options);

const frameOf = (name: string): Frame => {
  const frame = frames[name];
  if (!frame) throw new Error(`no frame ${name}`);
  return frame;
};
const texts = (table: string, name: string): readonly string[] => {
  const { codes, dictionary } = textColumn(frameOf(table), name);
  return Array.from(codes, (code) => dictionaryValue(dictionary, code));
};
const rowOf = new Map(texts('customer', 'customer_id').map((id, row) => [id, row]));
const ownersOf = (table: string): readonly number[] =>
  texts(table, 'customer_id').map((id) => rowOf.get(id) ?? -1);

describe('the makers of losses', () => {
  it('lose money by the curve and the unit costs of the bank, most others do not', () => {
    // A year of interest margin on balances, less the charge on capital (11.5% of the risk weight at 11% a year) and
    // the cost of the bookings; minor units.
    const charge = (weight: number): number => weight * 0.115 * 0.11;
    const margin = new Float64Array(population.count);
    const curve = ftpCurveOf(2025);
    const [demand = 0, yearly = 0, long = 0] = [curve[0], curve[3], curve[7]];
    const rates = float64Column(frameOf('account'), 'rate');
    const rateOf = new Map(texts('account', 'account_id').map((id, row) => [id, rates.values[row] ?? 0]));
    const [accounts, products] = [texts('balance', 'account_id'), texts('balance', 'product_code')];
    const averages = float64Column(frameOf('balance'), 'avg_balance').values;
    ownersOf('balance').forEach((i, row) => {
      const rate = rateOf.get(accounts[row] ?? '') ?? 0;
      const product = products[row];
      const spread =
        product === 'mortgage'
          ? rate - long - charge(0.4)
          : product === 'consumer_loan' || product === 'credit_card'
            ? rate - yearly - charge(0.75)
            : product === 'corporate_loan'
              ? rate - yearly - charge(1)
              : product === 'term_deposit'
                ? yearly - rate
                : product === 'current' || product === 'savings'
                  ? demand - rate
                  : 0.004;
      margin[i] = (margin[i] ?? 0) + ((averages[row] ?? 0) * spread) / 12;
    });
    const channels = texts('transaction', 'channel');
    ownersOf('transaction').forEach((i, row) => {
      const cost = (unitCosts as Readonly<Record<string, number>>)[channels[row] ?? ''] ?? 0;
      margin[i] = (margin[i] ?? 0) - cost;
    });
    const lossShare = (kind: number, isPerson: boolean): number => {
      const some = Array.from(margin.keys()).filter(
        (i) => lossMakers[i] === kind && i < population.persons === isPerson && membership.reason[i] === 0,
      );
      return some.filter((i) => (margin[i] ?? 0) < 0).length / some.length;
    };
    expect(lossShare(LOSS.counter, true)).toBeGreaterThan(0.8);
    expect(lossShare(LOSS.none, true)).toBeLessThan(0.35);
    expect(lossShare(LOSS.bargain, false)).toBeGreaterThan(0.8);
    expect(lossShare(LOSS.none, false)).toBeLessThan(0.2);
  });
});

describe('the campaign', () => {
  const members = Array.from(campaign.arm.keys()).filter((i) => campaign.arm[i] !== ARM.none);
  const treated = members.filter((i) => campaign.arm[i] === ARM.treatment);
  const control = members.filter((i) => campaign.arm[i] === ARM.control);
  const mean = (some: readonly number[], of: (i: number) => number): number =>
    some.reduce((sum, i) => sum + of(i), 0) / some.length;

  it('leaves a fifth alone, chosen at random among those who allow it', () => {
    expect(members.every((i) => population.consent[i] === 1 && i < population.persons)).toBe(true);
    expect(control.length / members.length).toBeCloseTo(0.2, 1);
    const wealth = (i: number): number => Math.log(population.wealth[i] ?? 1);
    expect(Math.abs(mean(treated, wealth) - mean(control, wealth))).toBeLessThan(0.3);
  });

  it('has the effect that is planted, and stands in the tables as it was drawn', () => {
    const rows = ownersOf('response');
    const responded = int32Column(frameOf('response'), 'responded').values;
    const arms = texts('response', 'group');
    expect(rows).toEqual(members);
    rows.forEach((i, row) => {
      expect(responded[row]).toBe(campaign.responded[i]);
      expect(arms[row]).toBe(campaign.arm[i] === ARM.treatment ? 'treatment' : 'control');
    });
    const rate = (some: readonly number[]): number => mean(some, (i) => campaign.responded[i] ?? 0);
    const planted = mean(treated, (i) => (campaign.chanceReached[i] ?? 0) - (campaign.chanceAlone[i] ?? 0));
    const [reached, alone] = [rate(treated), rate(control)];
    const error = Math.sqrt(
      (reached * (1 - reached)) / treated.length + (alone * (1 - alone)) / control.length,
    );
    expect(planted).toBeGreaterThan(0.03);
    expect(Math.abs(reached - alone - planted)).toBeLessThan(4 * error);
  });

  it('puts some off', () => {
    const effects = members.map((i) => (campaign.chanceReached[i] ?? 0) - (campaign.chanceAlone[i] ?? 0));
    expect(effects.some((effect) => effect < 0)).toBe(true);
    expect(effects.filter((effect) => effect > 0.05).length).toBeGreaterThan(members.length / 5);
  });
});

describe('contacts and complaints', () => {
  it('happen while the customer is there, by the own manager, in order of days', () => {
    const managers = texts('customer', 'rm_id');
    const opened = int32Column(frameOf('customer'), 'open_date').values;
    for (const [table, field] of [
      ['contact', 'date'],
      ['service', 'created'],
    ] as const) {
      const days = int32Column(frameOf(table), field).values;
      const owners = ownersOf(table);
      expect(owners.length).toBeGreaterThan(500);
      expect([...days]).toEqual([...days].sort((a, b) => a - b));
      owners.forEach((i, row) => expect(days[row]).toBeGreaterThanOrEqual(opened[i] ?? Infinity));
    }
    const by = texts('contact', 'rm_id');
    ownersOf('contact').forEach((i, row) => expect(by[row]).toBe(managers[i]));
  });

  it('leave complaints of the last days open, without an answer whether the customer is satisfied', () => {
    const service = frameOf('service');
    const closed = int32Column(service, 'closed');
    const created = int32Column(service, 'created').values;
    const satisfied = int32Column(service, 'satisfied');
    const lastDay = Math.max(...new Set(int32Column(frameOf('transaction'), 'txn_date').values));
    let open = 0;
    for (let row = 0; row < service.rowCount; row++) {
      const isOpen = isNull(closed.nulls, row);
      expect(isNull(satisfied.nulls, row)).toBe(isOpen);
      if (isOpen) {
        open++;
        expect(monthOfDay(created[row] ?? 0)).toBeGreaterThan(monthOfDay(lastDay) - 3);
      } else expect(closed.values[row]).toBeGreaterThan(created[row] ?? Infinity);
    }
    expect(open).toBeGreaterThan(0);
  });
});

describe('pairs of products', () => {
  const held = new Map<string, Map<number, number>>();
  const opened = int32Column(frameOf('account'), 'open_date').values;
  const products = texts('account', 'product_code');
  ownersOf('account').forEach((i, row) => {
    const product = products[row] ?? '';
    const owners = held.get(product) ?? new Map<number, number>();
    owners.set(i, opened[row] ?? 0);
    held.set(product, owners);
  });

  it('go together more often than by chance, the second within the planted days', () => {
    for (const { first, then, days } of PRODUCT_PAIRS) {
      const [one, other] = [held.get(first), held.get(then)];
      if (!one || !other) throw new Error(`nobody holds ${first} and ${then}`);
      const both = [...one.keys()].filter((i) => other.has(i));
      const lift = both.length / one.size / (other.size / population.count);
      expect(lift, `${first} → ${then}`).toBeGreaterThan(1.5);
      const gaps = both.map((i) => (other.get(i) ?? 0) - (one.get(i) ?? 0));
      const within = gaps.filter((gap) => gap >= days[0] && gap <= days[1]).length / gaps.length;
      if (then !== 'consumer_loan') expect(within, `${first} → ${then}`).toBeGreaterThan(IN_SEQUENCE - 0.12);
    }
  });
});
