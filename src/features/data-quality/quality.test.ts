import { describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../../sample-data/model/sample-dataset';
import { bankOf, emptyBank, tableOf } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import { isCardNumber, isResidentId, isSocialCreditCode } from './check-digits';
import { quality } from './quality';

describe('check digits', () => {
  it('judge the examples of the standards', () => {
    // GB 11643-1999, GB 32100-2015, ISO/IEC 7812-1.
    expect(isResidentId('11010519491231002X')).toBe(true);
    expect(isResidentId('11010519491231002x')).toBe(true);
    expect(isResidentId('110105194912310021')).toBe(false);
    expect(isSocialCreditCode('91350100M000100Y43')).toBe(true);
    expect(isSocialCreditCode('91350100M000100Y44')).toBe(false);
    expect(isCardNumber('79927398713')).toBeNull();
    expect(isCardNumber('4539578763621486')).toBe(true);
    expect(isCardNumber('4539578763621487')).toBe(false);
  });

  it('refuse an identity number whose date of birth does not exist', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const body = '11010519490230002';
    const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
    expect(isResidentId(`${body}${'10X98765432'[sum % 11] ?? ''}`)).toBe(false);
  });

  it('do not judge what is masked or another kind of number', () => {
    expect(isResidentId('110105********002X')).toBeNull();
    expect(isSocialCreditCode('11010519491231002X')).toBeNull();
    expect(isCardNumber('6222****1234')).toBeNull();
  });
});

const flawed = () =>
  bankOf([
    tableOf(
      'customer',
      ['customer_id', 'name', 'birth_date', 'id_no'],
      [
        ['A', 'Ann', '1980-01-01', '11010519491231002X'],
        ['B', null, '2031-01-01', '110105194912310021'],
        ['C', 'Cid', '1850-01-01', '110105****10021'],
      ],
    ),
    tableOf(
      'account',
      ['account_id', 'customer_id', 'open_date', 'close_date'],
      [
        ['1', 'A', '2020-01-01', '2019-12-31'],
        ['2', 'B', '2020-01-01', '2021-01-01'],
        ['3', 'Z', '2020-01-01', null],
      ],
    ),
    tableOf(
      'transaction',
      ['txn_id', 'account_id', 'txn_date', 'amount', 'balance_after'],
      [
        ['T1', '1', '2026-01-05', 100, 100],
        ['T2', '1', '2026-01-07', 50, 150],
        // Two bookings of a day, the later one first.
        ['T3', '1', '2026-03-09', -20, 180],
        ['T4', '1', '2026-03-09', 50, 200],
        ['T5', '1', '2026-04-01', 10, 999],
        ['T5', '1', '2026-04-03', 1, 1000],
      ],
    ),
  ]);

describe('the quality of the data', () => {
  it('names what is wrong, with the rows behind it', async () => {
    const result = await quality(flawed(), {}, silentControl);
    const found = Object.fromEntries(result.issues.map((issue) => [`${issue.code} ${issue.table}`, issue]));
    expect(found['date.impossible-birth customer']).toMatchObject({ rows: 2, of: 3 });
    expect(found['identity.check-digit customer']).toMatchObject({
      rows: 1,
      of: 2,
      examples: [{ place: 'B', text: '****0021' }],
    });
    expect(found['date.order account']).toMatchObject({
      rows: 1,
      of: 2,
      examples: [{ place: '1', text: '2020-01-01 > 2019-12-31' }],
    });
    expect(found['link.orphan account']).toMatchObject({
      rows: 1,
      of: 3,
      column: 'customer_id',
      examples: [{ place: '3', text: '****Z' }],
    });
    expect(found['balance.continuity transaction']).toMatchObject({
      rows: 1,
      of: 5,
      examples: [{ place: '1', text: '2026-04-01' }],
    });
    expect(found['key.repeated transaction']).toMatchObject({ rows: 1, of: 6 });
    expect(found['month.missing transaction']).toMatchObject({
      rows: 1,
      examples: [{ place: '2026-02', text: '0' }],
    });
    expect(found['column.thin customer']).toMatchObject({ rows: 1, of: 3 });
    expect(result.issues.map(({ severity }) => severity)[0]).toBe('serious');
    expect(result.score).toBeLessThan(90);
  });

  it('scores a side of quality by the shares affected', async () => {
    const { dimensions, score } = await quality(flawed(), {}, silentControl);
    const of = Object.fromEntries(dimensions.map((one) => [one.name, one.score]));
    expect(of['uniqueness']).toBeCloseTo(100 * (1 - 1 / 6), 9);
    expect(of['validity']).toBeCloseTo(100 * (1 - Math.min(1, 2 / 3 + 1 / 2)), 9);
    expect(of['completeness']).toBeLessThan(100);
    const known = Object.values(of).flatMap((one) => (one == null ? [] : [one]));
    expect(score).toBeCloseTo(known.reduce((sum, one) => sum + one, 0) / known.length, 9);
  });

  it('names values that cannot be, with the rows behind them', async () => {
    const bank = bankOf(
      [
        tableOf(
          'customer',
          ['customer_id', 'name', 'age'],
          [
            ['A', '锟斤拷', 30],
            ['B', 'Bob', 130],
            ['C', 'Cid', -1],
          ],
        ),
        tableOf(
          'account',
          ['account_id', 'customer_id', 'product_code', 'balance', 'open_date'],
          [
            ['6222****1', 'A', 'current', -5, '1985-01-01'],
            ['6222****1', 'B', 'mortgage', -5, '2020-01-01'],
          ],
        ),
        tableOf(
          'transaction',
          ['txn_id', 'customer_id', 'txn_date', 'amount', 'summary'],
          [
            ['T1', 'A', '2026-01-05', 100, 'call 13800138000'],
            ['T2', 'B', '2026-01-06', 50, 'order 20260106123456789012'],
          ],
        ),
      ],
      [{ code: 'ids.masked', values: { table: 'account', field: 'account_id', rows: 2 } }],
    );
    const { issues } = await quality(bank, {}, silentControl);
    const given = issues.filter(({ table }) => table !== 'balance');
    const examples = Object.fromEntries(given.map((issue) => [issue.code, issue.examples]));
    expect(examples).toEqual({
      'text.residue': [{ place: 'A', text: '锟斤拷' }],
      'age.impossible': [
        { place: 'B', text: '130' },
        { place: 'C', text: '-1' },
      ],
      'balance.negative-deposit': [{ place: '6222****1', text: '-5' }],
      'date.before-1990': [{ place: '6222****1', text: '1985-01-01' }],
      'text.personal': [{ place: 'T1', text: '****8000' }],
      'id.masked': [
        { place: '6222****1', text: '6222****1' },
        { place: '6222****1', text: '6222****1' },
      ],
    });
  });

  it('has no score for a bank without rows', async () => {
    const result = await quality(emptyBank(), {}, silentControl);
    expect(result).toMatchObject({ score: null, n: 0, issues: [], months: [] });
  });

  it('finds the sample bank sound', async () => {
    const dataset = await makeSampleDataset({ customers: 500, months: 24, seed: 3 }, silentControl);
    const result = await quality(dataset, {}, silentControl);
    expect(result.issues.filter(({ severity }) => severity === 'serious')).toEqual([]);
    expect(result.score).toBeGreaterThan(95);
    expect(result.links.every(({ rows, matched }) => rows === matched)).toBe(true);
  });
});
