import { describe, expect, it } from 'vitest';
import { bankOf, tableOf } from '../../tests/support/build-bank';
import { dictionaryOf } from '../columns/dictionary';
import { codeOfText, rowOfText, timeText, valueAt } from './cell-value';
import { textColumnOf } from './make-column';

const bank = bankOf([
  tableOf(
    'transaction',
    ['customer_id', 'txn_date', 'txn_time', 'amount', 'cash_flag', 'own_column', 'own_number'],
    [
      ['A', '2026-06-30', 34_200, -12.5, 1, 'x', 1.5],
      ['B', null, null, null, null, null, null],
    ],
  ),
]);

const values = (row: number) => {
  const frame = bank.tables['transaction'];
  if (frame === undefined) throw new Error('no transactions');
  return Object.fromEntries(
    Object.keys(frame.columns).map((name) => [name, valueAt(bank, frame, name, row)]),
  );
};

describe('a cell as results carry it', () => {
  it('has days, months and times as text, money in major units', () => {
    expect(values(0)).toMatchObject({
      customer_id: 'A',
      txn_date: '2026-06-30',
      month: '2026-06',
      txn_time: '09:30:00',
      amount: -12.5,
      cash_flag: 1,
      own_column: 'x',
      own_number: 1.5,
    });
  });

  it('is null when it is not known', () => {
    const { customer_id: id, customer_key: key, product_code: product, ...others } = values(1);
    expect([id, key, product]).toEqual(['B', 1, 'unspecified']);
    expect(Object.values(others).every((value) => value === null)).toBe(true);
  });

  it('writes midnight and the last second of the day', () => {
    expect([timeText(0), timeText(86_399)]).toEqual(['00:00:00', '23:59:59']);
  });
});

describe('looking a value up', () => {
  it('compares bytes', () => {
    const dictionary = dictionaryOf(['a', 'ab', '客户', '客']);
    expect(['ab', '客', 'b', '', '客户户'].map((text) => codeOfText(dictionary, text))).toEqual([
      1, 3, -1, -1, -1,
    ]);
  });

  it('finds the first row that has it, not one without a value', () => {
    const column = textColumnOf([null, 'y', 'x', 'y']);
    expect(['x', 'y', 'z'].map((text) => rowOfText(column, text))).toEqual([2, 1, null]);
    // Code 0 stands in rows without a value too.
    expect(rowOfText(textColumnOf([null, null, 'only']), 'only')).toBe(2);
  });
});
