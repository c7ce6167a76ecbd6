import { describe, expect, it } from 'vitest';
import { bankOf, tableOf, tinyBank, tinyTables } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Filters } from '../../model/filters';
import { balances } from './balances';
import { flows } from './flows';
import { holdings } from './holdings';
import { profile } from './profile';
import { transaction } from './transaction';
import { transactions, type TransactionsParameters } from './transactions';

const bank = tinyBank();
const year: Filters = { p: 'L12M', c: 'none' };
const of = (customerId: string, filters: Filters = year) => ({ customerId, filters });

describe('customer-360.profile', () => {
  it('says who the customer is, masking left to the page', async () => {
    const { customer, n } = await profile(bank, of('A'), silentControl);
    expect(n).toBe(1);
    expect(customer).toMatchObject({
      customerId: 'A',
      name: '张三',
      branchNameEn: 'Pudong',
      managerId: 'RM1',
      since: '2024-01-10',
      lastTransaction: '2026-03-01',
    });
    expect(customer?.attributes).toEqual([
      { field: 'birth_date', type: 'day', sensitivity: 'C2', value: '1990-07-01' },
      { field: 'city', type: 'text', sensitivity: 'C1', value: '上海' },
      { field: 'monthly_income', type: 'money', sensitivity: 'C2', value: 8000 },
      { field: 'open_date', type: 'day', sensitivity: 'C1', value: '2024-01-10' },
    ]);
  });

  it('knows what it holds and how large it is among its peers', async () => {
    const { values, products, peers } = await profile(bank, of('A'), silentControl);
    expect(values).toEqual({ aum: 1600, inflow: 850, outflow: 300, netflow: 550, transactions: 3 });
    expect(products).toEqual({ held: 2, of: 4, codes: ['current', 'savings'] });
    // Of the persons B has 0, D has 2,000: one below, itself counts half.
    expect(peers).toEqual({ type: 'personal', customers: 3, aumPercentile: 0.5 });
  });

  it('sees the customer whole, whatever chose it', async () => {
    const filters: Filters = { ...year, org: 'br:BR2', ch: { values: ['web'], exclude: false } };
    const { values } = await profile(bank, of('A', filters), silentControl);
    expect(values.inflow).toBe(850);
  });

  it('compares with the period before', async () => {
    const { comparison } = await profile(bank, of('A', { p: '2026-01..2026-06', c: 'py' }), silentControl);
    expect(comparison).toMatchObject({ from: '2025-01-01', aum: 1500, inflow: 500, outflow: 100 });
  });

  it('of nobody is empty and says so', async () => {
    const found = await profile(bank, of('Z'), silentControl);
    expect(found).toMatchObject({ customer: null, n: 0, peers: null, products: null });
    expect(found.warnings).toContainEqual({ code: 'customer.unknown', values: {} });
  });

  it('of a customer that only its transactions know', async () => {
    const plain = bankOf([
      tableOf('transaction', ['customer_id', 'txn_date', 'amount'], [['007', '2026-06-30', 5]]),
    ]);
    const found = await profile(plain, { customerId: '007' }, silentControl);
    expect(found.customer).toMatchObject({ customerId: '007', since: '2026-06-30', attributes: [] });
    expect(found.values).toMatchObject({ aum: null, inflow: 5, outflow: null });
    expect(found.products).toBeNull();
  });
});

describe('customer-360.balances', () => {
  it('go by product and month; months without a balance stay unknown', async () => {
    const found = await balances(bank, { ...of('C'), months: 13 }, silentControl);
    expect(found.months).toHaveLength(13);
    const [first, last] = [found.months.indexOf('2025-06'), found.months.indexOf('2026-06')];
    expect(
      found.products.map(({ code, isAsset, values }) => [code, isAsset, values[first], values[last]]),
    ).toEqual([
      ['current', true, 10000, 12000],
      ['corporate_loan', false, 5000, 4000],
    ]);
    expect([found.aum[first], found.aum[first + 1], found.aum[last]]).toEqual([10000, null, 12000]);
  });
});

describe('customer-360.flows', () => {
  it('go by month, in and out as positive numbers', async () => {
    const found = await flows(bank, { ...of('A'), months: 4 }, silentControl);
    expect(found.months).toEqual(['2026-03', '2026-04', '2026-05', '2026-06']);
    expect(found).toMatchObject({
      inflow: [0, 0, 0, 0],
      outflow: [300, 0, 0, 0],
      net: [-300, 0, 0, 0],
      transactions: [1, 0, 0, 0],
      n: 1,
    });
  });

  it('reach back as far as the data', async () => {
    const found = await flows(bank, of('A'), silentControl);
    expect(found.months[0]).toBe('2025-01');
    expect(found.inflow.reduce((sum, value) => sum + value, 0)).toBe(1350);
  });
});

describe('customer-360.holdings', () => {
  it('are its own accounts and those it may use', async () => {
    const { accounts } = await holdings(bank, of('B'), silentControl);
    expect(accounts.map(({ accountId, role, balance }) => [accountId, role, balance])).toEqual([
      ['b1', 'owner', null],
      ['a1', 'authorised', 1200],
    ]);
    expect(accounts[0]).toMatchObject({
      productCode: 'current',
      openDate: '2024-05-01',
      closeDate: '2026-02-15',
    });
  });
});

describe('customer-360.transactions', () => {
  const list = (parameters: TransactionsParameters) =>
    transactions(bank, { ...of('A', { p: 'all' }), ...parameters }, silentControl);
  const ids = async (parameters: TransactionsParameters) =>
    (await list(parameters)).rows.map((row) => row.txnId).join(' ');

  it('come newest first', async () => {
    expect(await ids({})).toBe('T8 T4 T3 T2 T1');
    expect(await ids({ sort: 'date', limit: 2, offset: 1 })).toBe('T2 T3');
    expect(await ids({ sort: '-amount' })).toBe('T3 T1 T4 T2 T8');
    expect(await ids({ sort: 'channel' })).toBe('T1 T2 T8 T3 T4');
  });

  it('are searched in what people wrote', async () => {
    expect(await ids({ search: 'PAY' })).toBe('T3 T1');
    expect(await ids({ search: 'c1' })).toBe('T8 T2');
    expect(await ids({ search: 'T4' })).toBe('T4');
  });

  it('follow the period and the selections of other cards', async () => {
    expect(await ids({ filters: { p: 'L12M' } })).toBe('T8 T4 T3');
    expect(await ids({ filters: { sel: { month: { values: ['2025-08'], exclude: false } } } })).toBe('T4 T3');
    expect(await ids({ filters: { ch: { values: ['web'], exclude: false } } })).toBe('T8 T4 T3 T2 T1');
  });

  it('are totalled over all pages', async () => {
    expect(await list({ limit: 1 })).toMatchObject({ total: 5, inflow: 1350, outflow: 400 });
  });

  it('carry what is known of each', async () => {
    const [row] = (await list({})).rows;
    expect(row).toEqual({
      row: 7,
      txnId: 'T8',
      date: '2026-03-01',
      time: null,
      amount: -300,
      balanceAfter: null,
      type: 'card_spend',
      channel: 'mobile',
      productCode: 'current',
      summary: 'books',
      counterpartyName: null,
      counterpartyAccount: 'c1',
      accountId: 'a1',
    });
  });
});

describe('customer-360.transaction', () => {
  it('is found by its number or its row', async () => {
    const byId = await transaction(bank, { txnId: 'T8' }, silentControl);
    expect(byId.transaction).toMatchObject({
      row: 7,
      txnId: 'T8',
      customerId: 'A',
      accountId: 'a1',
      counterpartyCustomerId: 'C',
    });
    expect(await transaction(bank, { row: 7 }, silentControl)).toEqual(byId);
  });

  it('shows every field of its row', async () => {
    const found = await transaction(bank, { txnId: 'T8' }, silentControl);
    const values = Object.fromEntries(
      found.transaction?.fields.map(({ field, value }) => [field, value]) ?? [],
    );
    expect(values).toMatchObject({
      txn_date: '2026-03-01',
      amount: -300,
      summary: 'books',
      channel: 'mobile',
    });
    expect(Object.keys(values).filter((field) => field.endsWith('_key'))).toEqual([]);
  });

  it('that is not there is null', async () => {
    for (const parameters of [{ txnId: 'T99' }, { row: 900 }, {}, { txnId: '' }]) {
      const found = await transaction(bank, parameters, silentControl);
      expect(found).toMatchObject({ transaction: null, n: 0 });
      expect(found.warnings).toContainEqual({ code: 'transaction.unknown', values: {} });
    }
    expect(
      (await transaction(bankOf([tinyTables.customer]), { row: 0 }, silentControl)).transaction,
    ).toBeNull();
  });
});
