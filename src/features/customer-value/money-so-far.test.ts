import { describe, expect, it } from 'vitest';
import { bankOf, emptyBank, tableOf, tinyTables, type Cell } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { publish, publishedAt } from '../../dataset/published';
import { moneySoFar, type MoneyParameters } from './money-so-far';

const money = (bank: Dataset, parameters: MoneyParameters = {}) =>
  moneySoFar(bank, parameters, silentControl);

const purchases = (rows: readonly Cell[][]) =>
  bankOf([tableOf('transaction', ['customer_id', 'txn_date', 'amount'], rows)]);

describe('customer-value.money', () => {
  it('adds up amounts where the data know no rates, and says so', async () => {
    const bank = purchases([
      ['A', '2026-01-31', 10],
      ['A', '2026-02-28', 20.5],
      ['B', '2026-02-28', 0],
      ['C', '2026-03-31', 5],
    ]);
    const result = await money(bank);
    expect(result).toMatchObject({
      basis: 'amount',
      events: 'all',
      n: 3,
      total: 35.5,
      median: 5,
      withMoney: 2,
    });
    expect(result.rows.map(({ customerId, value }) => [customerId, value])).toEqual([
      ['A', 30.5],
      ['C', 5],
      ['B', 0],
    ]);
    expect(result.curve.map(({ value }) => value)).toEqual([0, 30.5, 35.5, 35.5]);
    expect((await money(bank, { asOf: '2026-02-27' })).total).toBe(10);
  });

  it('is the margin against the transfer price and the fees where accounts have both', async () => {
    const account = tableOf(
      'account',
      ['account_id', 'customer_id', 'product_code', 'rate', 'ftp_rate'],
      [
        ['d', 'A', 'savings', 0.01, 0.02],
        ['l', 'B', 'mortgage', 0.05, 0.03],
        ['u', 'C', 'savings', null, 0.02],
      ],
    );
    const balance = tableOf(
      'balance',
      ['account_id', 'month', 'balance'],
      [
        ['d', '2026-04', 36_000],
        ['d', '2026-06', 72_000],
        ['l', '2026-06', 120_000],
        ['u', '2026-06', 500],
      ],
    );
    const transaction = tableOf(
      'transaction',
      ['txn_id', 'account_id', 'txn_date', 'amount', 'type'],
      [
        ['1', 'd', '2026-04-30', -7, 'fee'],
        ['2', 'd', '2026-06-30', -100, 'cash_withdrawal'],
      ],
    );
    const result = await money(bankOf([account, balance, transaction]));
    // April and June have 30 days: 36,000 · 1% / 12 + 72,000 · 1% / 12 + 7; 120,000 · 2% / 12.
    expect(result).toMatchObject({ basis: 'contribution', n: 3, total: 297, withMoney: 2, losing: 0 });
    expect(result.rows.map(({ customerId, value }) => [customerId, value])).toEqual([
      ['B', 200],
      ['A', 97],
      ['C', 0],
    ]);
    expect(result.warnings).toEqual([{ code: 'contribution.accounts-left-out', values: { accounts: 1 } }]);
  });

  it('counts the customers under the filters, and publishes for everybody', async () => {
    const bank = bankOf(Object.values(tinyTables));
    const one = await money(bank, { filters: { org: 'br:BR1' } });
    expect(one).toMatchObject({ basis: 'amount', events: 'discretionary', n: 2, total: 400 });
    const whole = publish(bank, one.published);
    const column = whole.published['customer.moneySoFar'];
    expect(column && [0, 1, 2, 3].map((row) => publishedAt(whole, column, row))).toEqual([400, 0, 0, 0]);
  });

  it('says nothing of a bank without transactions', async () => {
    for (const bank of [emptyBank(), bankOf([tinyTables.customer])]) {
      const result = await money(bank);
      expect(result).toMatchObject({ total: null, median: null, topTenthShare: null, rows: [] });
      expect(result.published[0]?.values.nulls === null).toBe(false);
    }
  });
});
