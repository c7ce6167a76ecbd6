import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankOf, tableOf, tinyBank, tinyTables } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Filters } from '../../model/filters';
import { breakDown, type BreakdownParameters } from './breakdown';
import { concentration } from './concentration';
import { movement } from './movement';
import { summarise } from './summary';
import { trend, type TrendParameters } from './trend';

const bank = tinyBank();
const half: Filters = { p: '2026-01..2026-06', c: 'py' };

const summary = (filters?: Filters) => summarise(bank, filters ? { filters } : {}, silentControl);
const parts = (parameters: BreakdownParameters) => breakDown(bank, parameters, silentControl);
const line = (parameters: TrendParameters) => trend(bank, parameters, silentControl);

describe('overview.summary', () => {
  it('compares half a year with the one before', async () => {
    const found = await summary(half);
    expect(found).toMatchObject({
      asOf: '2026-06-30',
      n: 4,
      currency: 'CNY',
      transactions: 4,
      inflow: 5000,
      outflow: 1500,
      aum: 15600,
      firstDate: '2026-01-10',
      lastDate: '2026-06-30',
      period: { from: '2026-01-01', to: '2026-06-30' },
      comparison: {
        from: '2025-01-01',
        to: '2025-06-30',
        transactions: 2,
        inflow: 500,
        outflow: 100,
        aum: 11800,
        customers: 3,
        active: 1,
      },
      warnings: [],
    });
  });

  it('shows the months before the period too, 25 at most', async () => {
    const { series } = await summary(half);
    expect(series.months).toHaveLength(18);
    expect([series.months[0], series.months.at(-1)]).toEqual(['2025-01', '2026-06']);
    expect(series.values.transactions.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(9);
    const long = tableOf(
      'transaction',
      ['customer_id', 'txn_date', 'amount'],
      [
        ['A', '2020-01-01', 1],
        ['A', '2026-06-30', 1],
      ],
    );
    const of = await summarise(bankOf([long]), {}, silentControl);
    expect(of.series.months).toHaveLength(25);
    expect(of.series.values.transactions.at(-1)).toBe(1);
  });

  it('has no comparison where the data do not reach, and says so', async () => {
    const found = await summary({ p: 'L12M', c: 'py' });
    expect(found.comparison).toBeNull();
    expect(found.warnings.map((one) => one.code)).toEqual(['comparison.not-in-data']);
  });

  it('says which measures a channel does not change', async () => {
    const found = await summary({ ch: { values: ['web'], exclude: false } });
    expect(found).toMatchObject({ customers: 1, transactions: 2, aum: 15600, accounts: 6 });
    expect(found.warnings).toEqual([
      { code: 'filter.not-carried', values: { field: 'channel', metric: 'accounts' } },
      { code: 'filter.not-carried', values: { field: 'channel', metric: 'aum' } },
    ]);
  });

  it('of transactions without direction knows volume only', async () => {
    const rows = [
      ['A', '2026-05-31', 10],
      ['B', '2026-05-01', 20],
    ];
    const plain = bankOf([tableOf('transaction', ['customer_id', 'txn_date', 'amount'], rows)]);
    const found = await summarise(plain, {}, silentControl);
    expect(found).toMatchObject({
      customers: 2,
      inflow: 30,
      outflow: null,
      netflow: null,
      accounts: null,
      aum: null,
      products: null,
      hasDirection: false,
      hasBalances: false,
    });
    expect(found.warnings.map((one) => one.code)).toEqual(['data.no-accounts', 'data.no-balances']);
  });
});

describe('overview.breakdown', () => {
  it('names branches in both languages, the largest first, with their change', async () => {
    const found = await parts({ by: 'branch', metric: 'aum', filters: half });
    expect(found.rows).toEqual([
      {
        key: 'BR2',
        name: '徐汇支行',
        nameEn: 'Xuhui',
        value: 14000,
        comparison: 10000,
        customers: 2,
        transactions: 2,
      },
      {
        key: 'BR1',
        name: '浦东支行',
        nameEn: 'Pudong',
        value: 1600,
        comparison: 1800,
        customers: 2,
        transactions: 2,
      },
    ]);
    expect(found.rest).toBeNull();
    expect(found.total).toEqual({ value: 15600, comparison: 11800, customers: 4 });
  });

  it('keeps those without a manager under an empty key', async () => {
    const { rows } = await parts({ by: 'manager', metric: 'aum', filters: half });
    expect(rows.map(({ key, value }) => [key, value])).toEqual([
      ['RM2', 12000],
      ['', 2000],
      ['RM1', 1600],
    ]);
  });

  it('sums what it does not name', async () => {
    const found = await parts({ by: 'customer', metric: 'inflow', top: 1 });
    expect(found.rows.map(({ key, name, value }) => [key, name, value])).toEqual([['C', '甲公司', 5000]]);
    expect(found.rest).toEqual({ members: 3, value: 1550, comparison: null, customers: 3 });
  });

  it('counts customers of several products once in the rest', async () => {
    const found = await parts({ by: 'product', metric: 'customers', top: 1 });
    expect(found).toMatchObject({
      rows: [{ key: 'current', value: 3 }],
      rest: { members: 3, value: 3, customers: 3 },
      isAdditive: false,
    });
  });

  it('by bands of age takes ranges that a filter understands', async () => {
    const { rows } = await parts({ by: 'age', metric: 'customers' });
    for (const { key, value } of rows) {
      const { customers } = await summary({ f: { age: { values: [key], exclude: false } } });
      expect(customers, key).toBe(value);
    }
    expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(4);
  });

  it('of assets by channel has no rows and says why', async () => {
    const found = await parts({ by: 'channel', metric: 'aum' });
    expect(found.rows).toEqual([]);
    expect(found.total.value).toBe(15600);
    expect(found.warnings).toContainEqual({
      code: 'breakdown.not-carried',
      values: { metric: 'aum', by: 'channel' },
    });
  });

  it('by something that the data do not have says so', async () => {
    const found = await parts({ by: 'star sign', metric: 'inflow' });
    expect(found.rows).toEqual([]);
    expect(found.warnings).toContainEqual({ code: 'filter.unknown-field', values: { field: 'star sign' } });
  });
});

describe('overview.movement', () => {
  it('splits the change of assets into who came, grew, shrank and left', async () => {
    const found = await movement(bank, { filters: { p: 'L12M' } }, silentControl);
    expect(found).toMatchObject({
      openingMonth: '2025-06',
      closingMonth: '2026-06',
      opening: 11800,
      closing: 15600,
      components: [
        { key: 'new', value: 2000, customers: 1 },
        { key: 'grew', value: 2100, customers: 2 },
        { key: 'shrank', value: 0, customers: 0 },
        { key: 'left', value: -300, customers: 1 },
      ],
      unchanged: 0,
    });
  });

  it('begins with the first balances when the period begins before, and says so', async () => {
    const found = await movement(bank, { filters: { p: 'L24M' } }, silentControl);
    expect(found.openingMonth).toBe('2025-06');
    expect(found.warnings).toContainEqual({
      code: 'balance.other-month',
      values: { wanted: '2024-06', used: '2025-06' },
    });
  });

  it('without two months of balances has no components', async () => {
    const found = await movement(bank, { filters: { p: '2025-01..2025-06' } }, silentControl);
    expect(found).toMatchObject({ opening: null, closing: 11800, components: [] });
    const none = await movement(bankOf([tinyTables.transaction]), {}, silentControl);
    expect(none).toMatchObject({ opening: null, closing: null, components: [] });
    expect(none.warnings).toContainEqual({ code: 'data.no-balances', values: {} });
  });

  it('adds up exactly, whatever the balances', async () => {
    const cents = fc.integer({ min: -1e6, max: 1e9 });
    const balances = fc.array(
      fc.record({ customer: fc.constantFrom('A', 'B', 'C', 'D', 'E'), isLater: fc.boolean(), cents }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(balances, async (rows) => {
        const table = tableOf(
          'balance',
          ['customer_id', 'month', 'balance'],
          rows.map((row) => [row.customer, row.isLater ? '2026-06' : '2026-05', row.cents / 100]),
        );
        const found = await movement(bankOf([table]), {}, silentControl);
        if (found.opening === null || found.closing === null) return;
        const change = found.components.reduce((sum, one) => sum + Math.round(one.value * 100), 0);
        expect(change).toBe(Math.round(found.closing * 100) - Math.round(found.opening * 100));
      }),
    );
  });
});

describe('overview.concentration', () => {
  const many = bankOf([
    tableOf(
      'balance',
      ['customer_id', 'month', 'balance'],
      Array.from({ length: 200 }, (_, row) => [`C${String(row)}`, '2026-06', row + 1]),
    ),
  ]);

  it('ranks customers into bands that hold everybody once', async () => {
    const { bands, total, withValue, n } = await concentration(many, {}, silentControl);
    expect(bands.map(({ key, customers, value }) => [key, customers, value])).toEqual([
      ['top1', 2, 399],
      ['top5', 8, 198 + 197 + 196 + 195 + 194 + 193 + 192 + 191],
      ['top10', 10, 1855],
      ['top20', 20, 3410],
      ['top50', 60, 7830],
      ['rest', 100, 5050],
    ]);
    expect(bands.map((band) => band.threshold)).toEqual([199, 191, 181, 161, 101, 1]);
    expect(bands.at(-1)?.cumulativeShare).toBe(1);
    expect([total, withValue, n]).toEqual([20100, 200, 200]);
  });

  it('has the Gini of 1 … n', async () => {
    const { gini } = await concentration(many, {}, silentControl);
    expect(gini).toBeCloseTo(199 / 600, 12);
  });

  it('counts those who have nothing', async () => {
    const found = await concentration(bank, { metric: 'inflow', filters: { p: 'L12M' } }, silentControl);
    expect(found).toMatchObject({ n: 4, withValue: 3, total: 6050 });
    expect(found.bands[0]).toMatchObject({ customers: 1, value: 5000, threshold: 5000 });
  });

  it('knows nothing where the data know nothing', async () => {
    const found = await concentration(bankOf([tinyTables.customer]), {}, silentControl);
    expect(found).toMatchObject({ bands: [], total: null, gini: null, n: 4 });
  });
});

describe('overview.trend', () => {
  it('goes by month to the end of the period, with the year before', async () => {
    const found = await line({ metric: 'transactions', months: 6, filters: half });
    expect(found.keys).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
    expect(found.values).toEqual([1, 1, 1, 0, 0, 1]);
    expect(found.comparison).toEqual([1, 0, 1, 0, 0, 0]);
    expect(found).toMatchObject({ firstInPeriod: 0, partial: null });
  });

  it('shows months before the period, where the comparison may be missing', async () => {
    const found = await line({ metric: 'inflow', filters: half });
    expect(found.keys).toHaveLength(18);
    expect(found.firstInPeriod).toBe(12);
    expect(found.comparison?.slice(0, 12).every((value) => value === null)).toBe(true);
    expect(found.comparison?.[12]).toBe(500);
  });

  it('by quarter and year has one point each', async () => {
    const quarters = await line({ metric: 'netflow', grain: 'q', filters: { p: 'L12M' } });
    expect(quarters.keys).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
    expect(quarters.values).toEqual([400, 0, 850, 200, 4500, -1000]);
    const years = await line({ metric: 'active', grain: 'y' });
    expect(years).toMatchObject({ keys: ['2025', '2026'], values: [2, 3], partial: 1 });
  });

  it('marks a month that is not over', async () => {
    const found = await line({ metric: 'transactions', filters: { p: 'L3M', asof: '2026-02-10' } });
    expect(found.partial).toBe(found.keys.length - 1);
    expect(found.keys.at(-1)).toBe('2026-02');
  });
});
