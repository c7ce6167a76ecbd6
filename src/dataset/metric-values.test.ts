import { describe, expect, it } from 'vitest';
import { bankOf, emptyBank, tinyBank, tinyTables } from '../../tests/support/build-bank';
import { parseIsoDay } from '../base/calendar-day';
import type { Filters } from '../model/filters';
import { groupingOf } from './grouping';
import { measureBy, now } from './measure-by';
import { metricIds, type MetricId } from './measures';
import { currentValues, earlierValues } from './metric-values';
import { allSeries, bucketsOf } from './metric-series';
import { scopeOf } from './scope';

const bank = tinyBank();
const span = (from: string, to: string) => ({ from: parseIsoDay(from) ?? NaN, to: parseIsoDay(to) ?? NaN });

describe('the measures of the tiny bank', () => {
  it('over all rows', () => {
    expect(currentValues(scopeOf(bank))).toEqual({
      customers: 4,
      accounts: 6,
      transactions: 9,
      active: 3,
      aum: 15600,
      inflow: 6550,
      outflow: 1600,
      netflow: 4950,
      products: 5 / 3,
    });
  });

  it('of twelve months', () => {
    expect(currentValues(scopeOf(bank, { p: 'L12M' }))).toEqual({
      customers: 4,
      accounts: 6,
      transactions: 7,
      active: 3,
      aum: 15600,
      inflow: 6050,
      outflow: 1500,
      netflow: 4550,
      products: 5 / 3,
    });
  });

  it('of the first half of 2025', () => {
    expect(earlierValues(scopeOf(bank), span('2025-01-01', '2025-06-30'))).toEqual({
      customers: 3,
      accounts: 5,
      transactions: 2,
      active: 1,
      aum: 11800,
      inflow: 500,
      outflow: 100,
      netflow: 400,
      products: 5 / 3,
    });
  });

  it('count an account as open in a period that it was open in for a day', () => {
    const accounts = (p: string) => currentValues(scopeOf(bank, { p })).accounts;
    expect(accounts('2026-02-15..2026-02-28')).toBe(5);
    expect(accounts('2026-02-16..2026-02-28')).toBe(4);
    expect(accounts('2026-03-01..2026-03-01')).toBe(5);
  });

  it('take assets at the last month end within the period', () => {
    expect(currentValues(scopeOf(bank, { p: '2025-07..2025-12' })).aum).toBe(11800);
    expect(currentValues(scopeOf(bank, { p: '2025-01..2025-05' })).aum).toBeNull();
    expect(currentValues(scopeOf(bank, { p: 'L3M', asof: '2026-06-29' })).aum).toBe(11800);
  });

  it('are null where the data cannot tell', () => {
    const nothing = Object.fromEntries(metricIds.map((id) => [id, null]));
    expect(currentValues(scopeOf(emptyBank()))).toEqual({ ...nothing, customers: 0 });
    const { transactions, inflow, outflow, netflow } = currentValues(
      scopeOf(bankOf([tinyTables.transaction], [{ code: 'direction.all-inflow', values: { rows: 9 } }])),
    );
    expect({ transactions, inflow, outflow, netflow }).toEqual({
      transactions: 9,
      inflow: 6550,
      outflow: null,
      netflow: null,
    });
  });
});

describe('a measure by a grouping', () => {
  const filterSets: readonly Filters[] = [
    {},
    { p: 'L12M' },
    { p: '2025-08..2026-02', org: '~br:BR2/rm:RM2' },
    { prod: { values: ['current'], exclude: false } },
    { ch: { values: ['web'], exclude: true }, p: 'L24M' },
  ];
  const additive: readonly MetricId[] = ['transactions', 'inflow', 'outflow', 'netflow', 'accounts', 'aum'];

  it.each([
    'branch',
    'manager',
    'customer',
    'customer.type',
    'city',
    'age',
    'product',
    'channel',
    'type',
    'direction',
  ])('by %s sums to the whole', (by) => {
    for (const filters of filterSets) {
      const scope = scopeOf(bank, filters);
      const whole = currentValues(scope);
      const grouping = groupingOf(scope, by);
      if (grouping === null) throw new Error(`no grouping by ${by}`);
      for (const metric of additive) {
        const measured = measureBy(scope, grouping, metric, now(scope));
        if (measured === null) continue;
        const scale = metric === 'transactions' || metric === 'accounts' ? 1 : 100;
        const sum = measured.values.reduce((total, value) => total + value, 0);
        expect(sum / scale, `${metric} ${JSON.stringify(filters)}`).toBe(whole[metric]);
        expect(measured.together(() => true) / scale).toBe(whole[metric]);
      }
      for (const metric of ['customers', 'active'] as const) {
        const measured = measureBy(scope, grouping, metric, now(scope));
        if (grouping.kind === 'customers') {
          expect(measured?.together(() => true)).toBe(whole[metric]);
        }
      }
    }
  });

  it('is not there where the rows do not carry it', () => {
    const scope = scopeOf(bank);
    const channel = groupingOf(scope, 'channel');
    const product = groupingOf(scope, 'product');
    if (channel === null || product === null) throw new Error('no grouping');
    expect(measureBy(scope, channel, 'aum', now(scope))).toBeNull();
    expect(measureBy(scope, channel, 'accounts', now(scope))).toBeNull();
    expect(measureBy(scope, product, 'products', now(scope))).toBeNull();
    expect(groupingOf(scope, 'shoes')).toBeNull();
  });

  it('counts a customer once for each product, and once in several together', () => {
    const scope = scopeOf(bank);
    const grouping = groupingOf(scope, 'product');
    const measured = grouping && measureBy(scope, grouping, 'customers', now(scope));
    const found = Object.fromEntries(
      grouping?.keys.map((key, place) => [key, measured?.values[place]]) ?? [],
    );
    expect(found).toEqual({ current: 3, savings: 1, corporate_loan: 1, wealth: 1, '': 0 });
    expect(measured?.together(() => true)).toBe(4);
  });
});

describe('a series', () => {
  const scope = scopeOf(bank, { p: 'L12M' });
  const last = parseIsoDay('2026-06-30') ?? 0;
  const month = (text: string): number => (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5)) - 1;

  it('has the flows of each month and what stood at its end', () => {
    const series = allSeries(scope, bucketsOf(month('2026-01'), month('2026-06'), 1), last);
    expect(series).toEqual({
      customers: [3, 3, 4, 4, 4, 4],
      active: [1, 1, 1, 0, 0, 1],
      accounts: [5, 5, 5, 5, 5, 5],
      transactions: [1, 1, 1, 0, 0, 1],
      aum: [null, null, null, null, null, 15600],
      inflow: [5000, 0, 0, 0, 0, 0],
      outflow: [0, 200, 300, 0, 0, 1000],
      netflow: [5000, -200, -300, 0, 0, -1000],
      products: [5 / 3, 4 / 2, 5 / 3, 5 / 3, 5 / 3, 5 / 3],
    });
  });

  it('of quarters counts a customer once in each', () => {
    const series = allSeries(scope, bucketsOf(month('2025-07'), month('2026-06'), 3), last);
    expect(series.active).toEqual([1, 1, 3, 1]);
    expect(series.transactions).toEqual([2, 1, 3, 1]);
    expect(series.aum).toEqual([null, null, null, 15600]);
  });

  it('of years ends on the last day', () => {
    const day = parseIsoDay('2026-02-10') ?? 0;
    const series = allSeries(scope, bucketsOf(month('2025-03'), month('2026-02'), 12), day);
    expect(series.transactions).toEqual([5, 2]);
    expect(series.aum).toEqual([11800, null]);
  });

  it('of no months is empty', () => {
    expect(allSeries(scope, bucketsOf(0, -1, 1), 0).aum).toEqual([]);
  });
});
