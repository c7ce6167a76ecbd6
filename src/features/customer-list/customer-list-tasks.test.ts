import { describe, expect, it } from 'vitest';
import { bankOf, tinyBank, tinyTables } from '../../../tests/support/build-bank';
import { dayOf } from '../../base/calendar-day';
import { silentControl } from '../../base/control';
import { isNull } from '../../columns/column';
import { publish } from '../../dataset/published';
import { activity, wholeMonths } from './activity';
import { publishedFor } from '../task';
import { listCustomers, type CustomerListParameters } from './list-customers';
import { activityTask, pageTask } from './tasks';

const bank = tinyBank();
const list = (parameters: CustomerListParameters) => listCustomers(bank, parameters, silentControl);
const ids = async (parameters: CustomerListParameters) =>
  (await list(parameters)).rows.map((row) => row.customerId).join('');

describe('customer-list.page', () => {
  it('tells who they are and what they have', async () => {
    const { rows, totals, total, sort } = await list({ filters: { p: '2026-01..2026-06', c: 'py' } });
    expect(sort).toBe('-aum');
    expect(total).toBe(4);
    expect(totals).toEqual({
      aum: 15600,
      aumComparison: 11800,
      inflow: 5000,
      outflow: 1500,
      transactions: 4,
    });
    expect(rows[2]).toEqual({
      customerId: 'A',
      name: '张三',
      type: 'personal',
      branchId: 'BR1',
      branchName: '浦东支行',
      branchNameEn: 'Pudong',
      managerId: 'RM1',
      managerName: '李明',
      managerNameEn: 'Li Ming',
      aum: 1600,
      aumComparison: 1500,
      inflow: 0,
      outflow: 300,
      transactions: 1,
      lastTransaction: '2026-03-01',
      products: 2,
      published: {},
    });
  });

  it.each<[NonNullable<CustomerListParameters['sort']>, string]>([
    ['', 'CDAB'],
    ['aum', 'BADC'],
    ['customerId', 'ABCD'],
    ['-customerId', 'DCBA'],
    ['-inflow', 'CABD'],
    ['-outflow', 'CABD'],
    ['-transactions', 'ABCD'],
    ['-lastTransaction', 'CABD'],
    ['lastTransaction', 'BACD'],
    ['-products', 'ACDB'],
  ])('sorted by "%s" gives %s, unknown values last', async (sort, wanted) => {
    expect(await ids({ sort })).toBe(wanted);
  });

  it('gives a page of the whole order', async () => {
    expect(await ids({ limit: 2 })).toBe('CD');
    expect(await ids({ limit: 2, offset: 2 })).toBe('AB');
    expect(await ids({ limit: 2, offset: 9 })).toBe('');
    expect(await ids({ limit: 0 })).toBe('');
  });

  it('searches numbers and names, and counts what it finds', async () => {
    expect(await ids({ search: '公司' })).toBe('C');
    expect(await ids({ search: ' d ' })).toBe('D');
    const { total, totals } = await list({ search: '李' });
    expect([total, totals.inflow]).toEqual([1, 200]);
  });

  it('lists the customers that the filters leave', async () => {
    expect(await ids({ filters: { ch: { values: ['web'], exclude: false } } })).toBe('C');
    expect(await ids({ filters: { org: 'br:BR2' } })).toBe('CD');
  });

  it('without balances sorts by what came in and knows no assets', async () => {
    const plain = bankOf([tinyTables.customer, tinyTables.account, tinyTables.transaction]);
    const found = await listCustomers(plain, {}, silentControl);
    expect(found).toMatchObject({ sort: '-inflow', hasBalances: false, totals: { aum: null } });
    expect(found.rows.map((row) => row.aum)).toEqual([null, null, null, null]);
  });

  it('shows and sorts by what analyses have published', async () => {
    const { published } = await activity(bank, {}, silentControl);
    const sort = '-customer.monthsSinceLastTransaction' as const;
    const found = await listCustomers(publish(bank, published), { sort }, silentControl);
    expect(
      found.rows.map((row) => [row.customerId, row.published['customer.monthsSinceLastTransaction']]),
    ).toEqual([
      ['B', 4],
      ['A', 3],
      ['C', 0],
      ['D', null],
    ]);
    expect(found.publishedColumns).toEqual([
      {
        column: 'customer.monthsSinceLastTransaction',
        unit: 'count',
        model: 'months-since-last-transaction',
        version: 1,
      },
    ]);
  });
});

describe('customer-list.activity', () => {
  it('counts customers by whole months since their last transaction', async () => {
    const { bins, never, n } = await activity(bank, {}, silentControl);
    expect(bins.filter((bin) => bin.customers > 0)).toEqual([
      { key: '0', months: 0, customers: 1 },
      { key: '3', months: 3, customers: 1 },
      { key: '4', months: 4, customers: 1 },
    ]);
    expect([never, n, bins.at(-1)?.key]).toEqual([1, 4, '12+']);
  });

  it('publishes for all customers, whatever the filters', async () => {
    const { published, n } = await activity(bank, { filters: { org: 'br:BR1' } }, silentControl);
    expect(n).toBe(2);
    const column = published[0]?.values;
    if (column?.kind !== 'float64') throw new Error('nothing published');
    expect([...column.values]).toEqual([3, 4, 0, 0]);
    expect([0, 1, 2, 3].map((row) => isNull(column.nulls, row))).toEqual([false, false, false, true]);
  });

  it('counts up to the as-of day and no transaction after it', async () => {
    const { published } = await activity(bank, { asOf: '2025-09-05' }, silentControl);
    const column = published[0];
    expect(column?.asOf).toBe('2025-09-05');
    expect(column?.values.kind === 'float64' && [...column.values.values]).toEqual([0, 0, 0, 0]);
    expect([0, 1, 2, 3].map((row) => isNull(column?.values.nulls ?? null, row))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['2026-05-31', '2026-06-30', 1],
    ['2026-05-30', '2026-06-29', 0],
    ['2026-05-29', '2026-06-29', 1],
    ['2024-02-29', '2025-02-28', 12],
    ['2026-06-30', '2026-06-30', 0],
  ])('from %s to %s are %i whole months', (from, to, months) => {
    const day = (text: string): number => {
      const [year = 0, month = 0, one = 0] = text.split('-').map(Number);
      return dayOf(year, month, one);
    };
    expect(wholeMonths(day(from), day(to))).toBe(months);
  });
});

describe('publishedFor', () => {
  const tasks = [pageTask, activityTask];
  const seg = { monthsSinceLastTransaction: { values: ['0-1'], exclude: false } };

  it('makes the column that a segment of a link names', async () => {
    const made = await publishedFor(tasks, bank, { filters: { seg } }, silentControl);
    expect(made.map(({ column }) => column)).toEqual(['customer.monthsSinceLastTransaction']);
    const { warnings } = await listCustomers(publish(bank, made), { filters: { seg } }, silentControl);
    expect(warnings.map(({ code }) => code)).not.toContain('filter.unknown-field');
  });

  it('makes nothing that is there, or that nobody asked for', async () => {
    const made = await publishedFor(tasks, bank, { filters: { seg } }, silentControl);
    const again = await publishedFor(tasks, publish(bank, made), { filters: { seg } }, silentControl);
    expect([again, await publishedFor(tasks, bank, {}, silentControl)]).toEqual([[], []]);
  });
});
