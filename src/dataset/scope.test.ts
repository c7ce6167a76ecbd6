import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankOf, emptyBank, tableOf, tinyBank, tinyTables } from '../../tests/support/build-bank';
import { countSelected } from '../cube/selection';
import type { Choice, Filters } from '../model/filters';
import { textAt } from './cell-value';
import type { Dataset } from './dataset';
import { countedNow } from './members';
import { currentValues } from './metric-values';
import { publish } from './published';
import { columnOf } from '../../tests/support/build-bank';
import { scopeOf, transactionsOfPeriod } from './scope';

const only = (...values: string[]): Choice => ({ values, exclude: false });
const not = (...values: string[]): Choice => ({ values, exclude: true });

function customers(dataset: Dataset, filters: Filters): string[] {
  const counted = countedNow(scopeOf(dataset, filters));
  return [...counted.keys()]
    .filter((row) => counted[row] === 1)
    .map((row) => textAt(dataset.tables['customer'], 'customer_id', row) ?? '');
}

function transactions(dataset: Dataset, filters: Filters): string[] {
  const { first, last, mask } = transactionsOfPeriod(scopeOf(dataset, filters));
  const rows = Array.from({ length: last - first }, (_, index) => first + index);
  return rows
    .filter((row) => mask === null || mask[row] !== 0)
    .map((row) => textAt(dataset.tables['transaction'], 'txn_id', row) ?? '');
}

const warnings = (dataset: Dataset, filters: Filters) => scopeOf(dataset, filters).warnings;

describe('organisation', () => {
  const bank = tinyBank();

  it.each([
    ['br:HQ', 'ABCD'],
    ['br:BR1', 'AB'],
    ['br:BR1,BR2', 'ABCD'],
    ['br:BR2/rm:RM2', 'C'],
    ['br:BR1/rm:RM2', ''],
    ['rm:RM1', 'AB'],
    ['~br:BR1', 'CD'],
    ['~br:BR2/rm:RM2', 'ABD'],
    ['br:NOWHERE', ''],
  ])('%s keeps customers %s', (org, wanted) => {
    expect(customers(bank, { org }).join('')).toBe(wanted);
  });

  it('names what the data do not have, and ignores what cannot be read', () => {
    expect(warnings(bank, { org: 'br:BR1,BR9,BR8' })).toEqual([
      { code: 'filter.unknown-values', values: { field: 'org', values: 'BR9, BR8', count: 2 } },
    ]);
    expect(warnings(bank, { org: 'somewhere' })).toMatchObject([{ code: 'filter.unreadable' }]);
    expect(customers(bank, { org: 'somewhere' })).toHaveLength(4);
  });

  it('ends in branches that are each other’s parents', () => {
    const circle = bankOf([
      tableOf(
        'branch',
        ['branch_id', 'parent'],
        [
          ['X', 'Y'],
          ['Y', 'X'],
          ['Z', 'Z'],
        ],
      ),
      tableOf(
        'customer',
        ['customer_id', 'branch_id'],
        [
          ['1', 'X'],
          ['2', 'Z'],
        ],
      ),
    ]);
    expect(customers(circle, { org: 'br:Y' })).toEqual(['1']);
  });

  it('of data without branches keeps nobody, and says that the branch is not known', () => {
    const bankless = bankOf([tinyTables.transaction]);
    expect(customers(bankless, { org: 'br:BR1' })).toEqual([]);
    expect(warnings(bankless, { org: 'br:BR1' })).toMatchObject([{ code: 'filter.unknown-values' }]);
  });
});

describe('attributes and segments', () => {
  const bank = tinyBank();

  it.each<[string, Choice, string]>([
    ['type', only('corporate'), 'C'],
    ['type', not('corporate'), 'ABD'],
    ['city', only('上海'), 'AC'],
    ['city', only(''), 'D'],
    ['city', not('上海'), 'BD'],
    ['city', only('上海', '北京'), 'ABC'],
    ['age', only('30-45'), 'A'],
    ['age', only('25'), 'D'],
    ['age', only('60-'), 'B'],
    ['age', only('-30'), 'D'],
    ['age', only('20-30', ''), 'CD'],
    ['age', not('60-'), 'ACD'],
    ['tenure_years', only('3-'), 'C'],
    ['tenure_years', only('0'), 'D'],
    ['monthly_income', only('4000-8000'), 'B'],
    ['monthly_income', only('8000-'), 'AD'],
    ['open_date', only('2024'), 'AB'],
  ])('%s %j keeps customers %s', (field, choice, wanted) => {
    expect(customers(bank, { f: { [field]: choice } }).join('')).toBe(wanted);
  });

  it('counts age on the as-of day', () => {
    expect(customers(bank, { asof: '2026-06-29', f: { age: only('24') } })).toEqual(['D']);
    expect(customers(bank, { asof: '2026-06-30', f: { age: only('25') } })).toEqual(['D']);
  });

  it('are joined by and, their values by or', () => {
    expect(customers(bank, { f: { city: only('上海'), type: only('personal') }, org: 'br:BR1' })).toEqual([
      'A',
    ]);
  });

  it('reports values that nobody has and fields that nobody knows', () => {
    expect(
      warnings(bank, { f: { city: only('巴黎', '上海'), age: only('old'), shoes: only('42') } }),
    ).toEqual([
      { code: 'filter.unknown-values', values: { field: 'city', values: '巴黎', count: 1 } },
      { code: 'filter.unknown-values', values: { field: 'age', values: 'old', count: 1 } },
      { code: 'filter.unknown-field', values: { field: 'shoes' } },
    ]);
    expect(customers(bank, { f: { shoes: only('42') } })).toHaveLength(4);
  });

  it('are what analyses publish, names and numbers', () => {
    const spec = { model: 'test', version: 1, asOf: null } as const;
    const scored = publish(bank, [
      { ...spec, column: 'customer.tier', unit: null, values: columnOf('code', ['A', 'B', null, 'A']) },
      { ...spec, column: 'customer.clv', unit: 'money', values: columnOf('money', [10, 20.5, null, 30]) },
    ]);
    expect(customers(scored, { seg: { tier: only('A') } })).toEqual(['A', 'D']);
    expect(customers(scored, { seg: { tier: only('') } })).toEqual(['C']);
    expect(customers(scored, { seg: { clv: only('20-30') } })).toEqual(['B']);
    expect(warnings(bank, { seg: { tier: only('A') } })).toMatchObject([{ code: 'filter.unknown-field' }]);
  });
});

describe('product and channel', () => {
  const bank = tinyBank();

  it('choose transactions', () => {
    expect(transactions(bank, { prod: only('savings') })).toEqual(['T4']);
    expect(transactions(bank, { ch: only('web') })).toEqual(['T6', 'T9']);
    expect(transactions(bank, { ch: not('web', 'system') })).toEqual(['T1', 'T2', 'T5', 'T7', 'T8']);
    expect(transactions(bank, { ch: only('counter'), org: 'br:BR1/rm:RM1', p: 'L12M' })).toEqual([
      'T5',
      'T7',
    ]);
  });

  it('leave the customers with a transaction, a balance or an account', () => {
    expect(customers(bank, { prod: only('savings') })).toEqual(['A']);
    expect(customers(bank, { prod: only('corporate_loan') })).toEqual(['C']);
    expect(customers(bank, { prod: only('wealth'), p: 'L3M' })).toEqual(['D']);
    expect(customers(bank, { prod: only('wealth'), p: '2025-01..2025-12' })).toEqual([]);
    expect(customers(bank, { ch: only('mobile') })).toEqual(['A']);
    expect(customers(bank, { ch: only('web'), p: '2025-01..2025-12' })).toEqual([]);
  });

  it('that the data do not have keep nothing and are reported', () => {
    expect(customers(bank, { prod: only('gold') })).toEqual([]);
    expect(warnings(bank, { prod: only('gold'), ch: only('pigeon') })).toEqual([
      { code: 'filter.unknown-values', values: { field: 'product', values: 'gold', count: 1 } },
      { code: 'filter.unknown-values', values: { field: 'channel', values: 'pigeon', count: 1 } },
    ]);
  });

  it('of a channel do not change assets', () => {
    const all = currentValues(scopeOf(bank, { p: 'L12M' }));
    expect(currentValues(scopeOf(bank, { p: 'L12M', ch: only('mobile') })).aum).toBe(all.aum);
    expect(currentValues(scopeOf(bank, { p: 'L12M', prod: only('savings') })).aum).toBe(400);
  });
});

describe('selections of other cards', () => {
  const bank = tinyBank();

  it('of transactions restrict rows, and customers to those with one', () => {
    expect(transactions(bank, { sel: { type: only('salary') } })).toEqual(['T1', 'T3']);
    expect(customers(bank, { sel: { type: only('salary') } })).toEqual(['A']);
    expect(transactions(bank, { sel: { direction: only('debit') } })).toEqual(['T2', 'T7', 'T8', 'T9']);
    expect(transactions(bank, { sel: { product_code: only('savings') } })).toEqual(['T4']);
    expect(transactions(bank, { sel: { month: only('2025-08', '2026-01') } })).toEqual(['T3', 'T4', 'T6']);
  });

  it('of a month remove no customer', () => {
    expect(customers(bank, { sel: { month: only('2025-08') } })).toHaveLength(4);
  });

  it('of other fields restrict customers', () => {
    expect(customers(bank, { sel: { branch: only('BR2') } })).toEqual(['C', 'D']);
    expect(customers(bank, { sel: { manager: only('RM1') } })).toEqual(['A', 'B']);
    expect(customers(bank, { sel: { customer: only('B', 'D') } })).toEqual(['B', 'D']);
    expect(customers(bank, { sel: { 'customer.type': only('corporate') } })).toEqual(['C']);
  });
});

describe('the period', () => {
  const bank = tinyBank();

  it('chooses transactions, but no customers', () => {
    expect(transactions(bank, { p: '2025-08..2025-10' })).toEqual(['T3', 'T4', 'T5']);
    expect(customers(bank, { p: '2025-08..2025-10' })).toHaveLength(4);
  });

  it('ends on the as-of day', () => {
    expect(transactions(bank, { p: 'all', asof: '2025-08-05' })).toEqual(['T1', 'T2', 'T3']);
  });
});

describe('a scope', () => {
  it('without filters keeps everything, also rows without customer or date', () => {
    const bank = bankOf([
      tinyTables.customer,
      tableOf(
        'transaction',
        ['txn_id', 'customer_id', 'txn_date', 'amount'],
        [
          ['T1', 'A', '2026-06-30', 1],
          ['T2', 'nobody', '2026-06-30', 2],
          ['T3', 'B', null, 4],
        ],
      ),
    ]);
    expect(transactions(bank, {})).toEqual(['T1', 'T2', 'T3']);
    expect(currentValues(scopeOf(bank, {}))).toMatchObject({ transactions: 3, inflow: 7, active: 2 });
    expect(transactions(bank, { p: 'MTD' })).toEqual(['T1', 'T2']);
    expect(transactions(bank, { org: 'br:BR1' })).toEqual(['T1', 'T3']);
  });

  it('of nothing is empty', () => {
    expect(customers(emptyBank(), { p: 'L12M', org: 'br:1', prod: only('x') })).toEqual([]);
  });

  it('is the same for the same question', () => {
    const bank = tinyBank();
    expect(scopeOf(bank, { p: 'L3M', c: 'py' })).toBe(scopeOf(bank, { c: 'py', p: 'L3M' }));
  });

  it('counts the same whether the transactions are in order of time or not', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 });
    const { transaction, ...others } = tinyTables;
    const filters: Filters = { p: '2025-08..2026-02', ch: not('system') };
    const wanted = currentValues(scopeOf(tinyBank(), filters));
    fc.assert(
      fc.property(order, (rows) => {
        const columns = Object.entries(transaction.columns).map(([name, column]) => {
          const take = <A extends Int32Array | Uint32Array | Float64Array>(values: A): A =>
            values.map((_, index) => values[rows[index] as number] as number) as A;
          const nulls = column.nulls;
          const moved = nulls && Uint8Array.from(nulls, () => 0);
          rows.forEach((row, index) => {
            if (nulls && moved && ((nulls[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) {
              moved[index >> 3] = (moved[index >> 3] ?? 0) | (1 << (index & 7));
            }
          });
          return [
            name,
            column.kind === 'text'
              ? { ...column, codes: take(column.codes), nulls: moved }
              : { ...column, values: take(column.values as Float64Array), nulls: moved },
          ];
        });
        const shuffled = {
          ...transaction,
          columns: Object.fromEntries(columns) as typeof transaction.columns,
        };
        const bank = bankOf([...Object.values(others), shuffled]);
        expect(currentValues(scopeOf(bank, filters))).toEqual(wanted);
        expect(countSelected(transactionsOfPeriod(scopeOf(bank, filters)))).toBe(wanted.transactions);
      }),
      { numRuns: 30 },
    );
  });
});
