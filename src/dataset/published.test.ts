import { describe, expect, it } from 'vitest';
import { columnOf, tinyBank } from '../../tests/support/build-bank';
import { publish, publishedAt, shortName, type PublishedColumn } from './published';

const bank = tinyBank();
const column = (name: string, cells: readonly (number | null)[]): PublishedColumn => ({
  column: `customer.${name}`,
  unit: 'money',
  model: 'test',
  version: 2,
  asOf: '2026-06-30',
  values: columnOf('money', cells),
});

describe('publishing', () => {
  it('adds columns to a new dataset and leaves the old one as it was', () => {
    const clv = column('clv', [1, 2, null, 4.5]);
    const once = publish(bank, [clv]);
    expect(Object.keys(bank.published)).toEqual([]);
    expect(once.tables).toBe(bank.tables);
    const twice = publish(once, [column('score', [9, 9, 9, 9]), column('clv', [0, 0, 0, 0])]);
    expect(Object.keys(twice.published)).toEqual(['customer.clv', 'customer.score']);
    expect(once.published['customer.clv']).toBe(clv);
  });

  it('gives a customer’s value in major units, null where there is none', () => {
    const clv = column('clv', [1, 2, null, 4.5]);
    expect([0, 1, 2, 3].map((row) => publishedAt(bank, clv, row))).toEqual([1, 2, null, 4.5]);
    expect(shortName(clv.column)).toBe('clv');
  });

  it('refuses a column that has not one value per customer', () => {
    expect(() => publish(bank, [column('clv', [1, 2])])).toThrow(/one value per customer/);
  });
});
