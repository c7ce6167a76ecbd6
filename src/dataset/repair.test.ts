import { describe, expect, it } from 'vitest';
import { bankOf, emptyBank, tableOf } from '../../tests/support/build-bank';
import { countNulls } from '../columns/column';
import { dayAt } from './cell-value';
import { repairDataset } from './repair';

const bank = () =>
  bankOf([
    tableOf(
      'customer',
      ['customer_id', 'birth_date'],
      [
        ['A', '1980-02-01'],
        ['B', '1850-01-01'],
        ['C', '2030-01-01'],
        ['D', null],
      ],
    ),
    tableOf(
      'account',
      ['account_id', 'customer_id', 'open_date', 'close_date'],
      [
        ['1', 'A', '2020-01-01', '2019-01-01'],
        ['2', 'B', '2020-01-01', '2021-01-01'],
        ['3', 'C', null, '2021-01-01'],
      ],
    ),
    tableOf(
      'transaction',
      ['txn_id', 'customer_id', 'txn_date', 'amount'],
      [
        ['t1', 'A', '2026-01-05', 10],
        ['t2', 'B', '2026-01-06', -20],
        ['t1', 'A', '2026-01-05', 11],
        [null, 'C', '2026-01-07', 5],
        [null, 'C', '2026-01-07', 5],
      ],
    ),
  ]);

describe('repairDataset', () => {
  it('keeps the last row of each id, and all rows without one', () => {
    const before = bank();
    const { dataset, rows } = repairDataset(before, {
      code: 'key.repeated',
      table: 'transaction',
      column: 'txn_id',
    });
    const amounts = dataset.tables['transaction']?.columns['amount'];
    expect(rows).toBe(1);
    expect(amounts?.kind === 'float64' && [...amounts.values]).toEqual([-2000, 1100, 500, 500]);
    expect(before.tables['transaction']?.rowCount).toBe(5);
    expect(dataset.assumptions).toContainEqual({
      code: 'data.repaired',
      values: { repair: 'key.repeated', table: 'transaction', field: 'txn_id', rows: 1 },
    });
  });

  it('empties ends that come before their beginning', () => {
    const { dataset, rows } = repairDataset(bank(), {
      code: 'date.order',
      table: 'account',
      column: 'close_date',
    });
    const account = dataset.tables['account'];
    expect(rows).toBe(1);
    expect([0, 1, 2].map((row) => dayAt(account, 'close_date', row))).toEqual([
      null,
      '2021-01-01',
      '2021-01-01',
    ]);
  });

  it('empties birth dates that nobody can have', () => {
    const { dataset, rows } = repairDataset(bank(), {
      code: 'date.impossible-birth',
      table: 'customer',
      column: 'birth_date',
    });
    expect(rows).toBe(2);
    expect(countNulls(dataset.tables['customer']?.columns['birth_date']?.nulls ?? null, 4)).toBe(3);
  });

  it('leaves data as they are in which nothing is wrong', () => {
    for (const dataset of [emptyBank(), bank()]) {
      const done = repairDataset(dataset, { code: 'date.order', table: 'loan', column: 'maturity' });
      expect(done).toEqual({ dataset, rows: 0 });
      expect(done.dataset).toBe(dataset);
    }
  });
});
