import { describe, expect, it } from 'vitest';
import { bankOf, emptyBank, tableOf, tinyBank, tinyTables } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { publish, publishedAt, type PublishedColumn } from '../../dataset/published';
import { scopeOf } from '../../dataset/scope';
import { countedNow } from '../../dataset/members';
import { sumOf } from '../../dataset/holdings';
import { publishedFor } from '../task';
import { ownTransactions } from './own-transactions';
import { rfm, type RfmParameters } from './rfm';
import { rfmTask, tiersTask } from './tasks';
import { tiers, type TiersParameters } from './tiers';

type Visit = readonly [customer: string, day: string, amount: number];

/** Ten customers, K1 to K10: each came last on a later day, more often, with more. */
const visits: readonly Visit[] = Array.from({ length: 10 }, (_, index) =>
  Array.from({ length: index + 1 }, (__, visit): Visit => [
    `K${String(index + 1)}`,
    `2026-${String(Math.floor(index / 2) + 1).padStart(2, '0')}-${String(10 + visit + (index % 2)).padStart(2, '0')}`,
    10 * (index + 1),
  ]),
).flat();
const bankOfVisits = (rows: readonly Visit[]) =>
  bankOf([tableOf('transaction', ['customer_id', 'txn_date', 'amount'], rows)]);
const tenBank = bankOfVisits([...visits, ['K10', '2026-06-30', 5]]);

const ask = (bank: Dataset, parameters: RfmParameters = {}) => rfm(bank, parameters, silentControl);
const rank = (bank: Dataset, parameters: TiersParameters = {}) => tiers(bank, parameters, silentControl);

/** Values of a published column by row of `customer`. */
function valuesOf(bank: Dataset, published: readonly PublishedColumn[], name: string) {
  const column = published.find((one) => one.column === `customer.${name}`);
  if (!column) throw new Error(`${name} is not published`);
  return Array.from({ length: bank.tables['customer']?.rowCount ?? 0 }, (_, row) =>
    publishedAt(bank, column, row),
  );
}

describe('own transactions', () => {
  it('leave out interest, fees and what the system booked', () => {
    const { mask, leftOut } = ownTransactions(tinyBank());
    expect([[...mask], leftOut]).toEqual([[1, 1, 0, 0, 1, 1, 1, 1, 1], 2]);
  });

  it('leave out reversals with what they take back, and transfers to an account of the same owner', () => {
    const transaction = tableOf(
      'transaction',
      ['account_id', 'txn_date', 'amount', 'counterparty_acct', 'reversal_flag'],
      [
        ['a1', '2026-01-01', -10, 'a2', null],
        ['a1', '2026-01-02', -10, 'c1', 0],
        ['a1', '2026-01-03', 10, null, 1],
        ['a2', '2026-01-04', 10, 'X9', 0],
      ],
    );
    const bank = bankOf([tinyTables.customer, tinyTables.account, transaction]);
    expect(ownTransactions(bank)).toEqual({ mask: Uint8Array.of(0, 0, 0, 1), leftOut: 3 });
  });

  it('take back the latest booking of the opposite amount, each once, and none of another account or month', () => {
    const transaction = tableOf(
      'transaction',
      ['account_id', 'txn_date', 'amount', 'reversal_flag'],
      [
        ['a1', '2026-01-01', -10, 0],
        ['a1', '2026-01-02', -10, 0],
        ['a1', '2026-01-02', -10, 0],
        ['a1', '2026-01-03', 10, 1],
        ['a1', '2026-01-03', 10, 1],
        ['a2', '2026-01-03', -10, 0],
        ['a1', '2026-03-03', 7, 0],
        ['a1', '2026-05-03', -7, 1],
      ],
    );
    const bank = bankOf([tinyTables.customer, tinyTables.account, transaction]);
    expect([...ownTransactions(bank).mask]).toEqual([1, 0, 0, 0, 0, 1, 1, 0]);
  });

  it('are all of them when the files do not say what they are', () => {
    expect(ownTransactions(tenBank).leftOut).toBe(0);
    expect(ownTransactions(emptyBank())).toEqual({ mask: new Uint8Array(0), leftOut: 0 });
  });
});

describe('segmentation.rfm', () => {
  it('scores ten customers in fifths of two', async () => {
    const { published, grid, ranked, cuts } = await ask(tenBank);
    const twice = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5];
    for (const name of ['recencyScore', 'frequencyScore', 'moneyScore'])
      expect(valuesOf(tenBank, published, name), name).toEqual(twice);
    expect(
      grid.filter(({ customers }) => customers > 0).map(({ key, customers }) => [key, customers]),
    ).toEqual([1, 2, 3, 4, 5].map((score) => [`${String(score)}.${String(score)}`, 2]));
    expect([ranked, cuts.frequency]).toEqual([10, [3, 5, 7, 9]]);
    expect(valuesOf(tenBank, published, 'rfmGroup')).toEqual([
      'lost',
      'lost',
      'hibernating',
      'hibernating',
      'need-attention',
      'need-attention',
      'champions',
      'champions',
      'champions',
      'champions',
    ]);
    expect(valuesOf(tenBank, published, 'rfmCell')).toEqual([
      ...Array.from({ length: 4 }, () => 'general-win-back'),
      ...Array.from({ length: 6 }, () => 'key-value'),
    ]);
    expect(valuesOf(tenBank, published, 'rfmGrid')[9]).toBe('5.5');
  });

  it('gives equal customers equal scores, whatever the order of the rows', async () => {
    const equal = bankOfVisits(['A', 'B', 'C'].map((id) => [id, '2026-06-30', 5]));
    const { published, grid, highFrom } = await ask(equal);
    expect(valuesOf(equal, published, 'moneyScore')).toEqual([3, 3, 3]);
    expect(grid.find(({ customers }) => customers > 0)).toMatchObject({
      key: '3.3',
      customers: 3,
      money: 15,
    });
    expect(highFrom).toEqual({ recency: 3, frequency: 3, money: 3 });
    const backwards = bankOfVisits([...visits, ['K10', '2026-06-30', 5] as const].toReversed());
    const [there, back] = [await ask(tenBank), await ask(backwards)];
    expect(back.grid).toEqual(there.grid);
    expect(back.groups).toEqual(there.groups);
  });

  it('counts distinct days or months, or every transaction, in the months asked for', async () => {
    const rows: readonly Visit[] = [
      ['A', '2026-05-03', 1],
      ['A', '2026-05-03', 1],
      ['A', '2026-05-04', 1],
      ['A', '2026-06-30', 1],
      ['A', '2025-01-01', 1],
    ];
    const cutOf = async (parameters: RfmParameters) =>
      (await ask(bankOfVisits(rows), parameters)).cuts.frequency[0];
    expect(await cutOf({})).toBe(3);
    expect(await cutOf({ frequency: 'months' })).toBe(2);
    expect(await cutOf({ frequency: 'transactions' })).toBe(4);
    expect(await cutOf({ frequency: 'transactions', months: 24 })).toBe(5);
    expect(await cutOf({ months: 1 })).toBe(1);
  });

  it('takes the mean balance for money, and what came in where there is none', async () => {
    const bank = tinyBank();
    const balance = await ask(bank);
    // The window, July 2025 to June 2026, has balances at the end of June 2026 only; D made no transaction.
    expect(balance).toMatchObject({ money: 'balance', ranked: 3, unassigned: 1, n: 4 });
    expect(sumOf(balance.groups.map(({ money }) => money))).toBe(1600 + 0 + 12000);
    const inflow = await ask(bank, { money: 'inflow' });
    expect(inflow.money).toBe('inflow');
    // August pay was booked by the system, as was the interest.
    expect(sumOf(inflow.groups.map(({ money }) => money))).toBe(200 + 5000);
    expect(inflow.isPublished).toBe(false);
    expect((await ask(tenBank)).money).toBe('inflow');
  });

  it('ranks everybody and counts those under the filters', async () => {
    const bank = tinyBank();
    const whole = await ask(bank);
    const part = await ask(bank, { filters: { org: 'br:BR1', p: '2026-01..2026-01' } });
    expect([whole.n, part.n, part.ranked]).toEqual([4, 2, 3]);
    expect(part.cuts).toEqual(whole.cuts);
    for (const name of ['rfmGroup', 'rfmGrid', 'moneyScore'])
      expect(valuesOf(bank, part.published, name)).toEqual(valuesOf(bank, whole.published, name));
  });

  it('publishes only under its own defaults and on the day of the data', async () => {
    const bank = tinyBank();
    const published = async (parameters: RfmParameters) => {
      const found = await ask(bank, parameters);
      expect(found.isPublished).toBe(found.published.length > 0);
      return found.isPublished;
    };
    expect(await published({ months: 12, frequency: 'days' })).toBe(true);
    expect(await published({ months: 6 })).toBe(false);
    expect(await published({ high: 'median' })).toBe(false);
    expect(await published({ asOf: '2026-01-31' })).toBe(false);
    expect(await published({ asOf: '2026-06-30' })).toBe(true);
  });

  it('as of an earlier day knows nothing that came later', async () => {
    const { ranked, window } = await ask(tinyBank(), { asOf: '2025-03-31' });
    expect([ranked, window]).toEqual([1, { from: '2024-04-01', to: '2025-03-31' }]);
  });

  it('splits high and low at the mean or the median score', async () => {
    const zeros: readonly Visit[] = Array.from({ length: 9 }, (_, index) => [
      `Z${String(index)}`,
      '2025-01-01',
      1,
    ]);
    const bank = bankOfVisits([...zeros, ['A', '2026-06-30', 9]]);
    expect((await ask(bank)).highFrom?.frequency).toBeCloseTo(3.2, 12);
    expect((await ask(bank, { high: 'median' })).highFrom?.frequency).toBe(3);
  });

  it('says why there are no scores', async () => {
    const empty = await ask(emptyBank());
    expect([empty.refusal, empty.n, sumOf(empty.groups.map(({ customers }) => customers))]).toEqual([
      'no-customers',
      0,
      0,
    ]);
    const quiet = await ask(bankOf([tinyTables.customer]));
    expect(quiet).toMatchObject({ refusal: 'no-transactions', unassigned: 4, highFrom: null });
    expect(valuesOf(bankOf([tinyTables.customer]), quiet.published, 'rfmGroup')).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect((await ask(tenBank)).refusal).toBeNull();
  });
});

describe('segmentation.tiers', () => {
  it('are A, B and C by share of the assets', async () => {
    const bank = tinyBank();
    const found = await rank(bank);
    expect(found).toMatchObject({ value: 'aum', cuts: [0.8, 0.95], refusal: null, n: 4 });
    // 12,000 of 15,600 is less than 80%: D crosses the line.
    expect(
      found.tiers.map(({ key, customers, value, threshold }) => [key, customers, value, threshold]),
    ).toEqual([
      ['A', 2, 14000, 2000],
      ['B', 1, 1600, 1600],
      ['C', 1, 0, 0],
    ]);
    expect(valuesOf(bank, found.published, 'abcClass')).toEqual(['B', 'C', 'A', 'A']);
    expect(valuesOf(bank, found.published, 'valueTier')).toEqual(['lead', 'lead', 'platinum', 'iron']);
    expect(found.curve).toEqual({ customers: [0, 1, 2, 3, 4], value: [0, 12000, 14000, 15600, 15600] });
    expect(found.topDecileShare).toBeCloseTo(12000 / 15600, 12);
  });

  it('add up to everybody and to all of the value, under any filter', async () => {
    const bank = tinyBank();
    for (const scheme of ['abc', 'four', 'pyramid'] as const)
      for (const filters of [{}, { org: 'br:BR1' }, { org: '~br:BR1' }]) {
        const { tiers: parts, all, n, curve } = await rank(bank, { scheme, filters });
        expect(sumOf(parts.map(({ customers }) => customers))).toBe(n);
        expect(sumOf(parts.map(({ bankCustomers }) => bankCustomers))).toBe(4);
        expect(sumOf(parts.map(({ value }) => value))).toBe(all.value);
        expect([curve.customers.at(-1), curve.value.at(-1)]).toEqual([n, all.value]);
      }
  });

  it('knows what the customers of a tier hold, how old they are and whether they were active', async () => {
    const { tiers: parts, all } = await rank(tinyBank());
    const [a, b] = parts;
    // C holds a current account and a loan, D a wealth product.
    expect([a?.products, a?.age, a?.active]).toEqual([1.5, 25, 0.5]);
    expect([b?.products, b?.age, b?.active]).toEqual([2, 35, 1]);
    expect(all).toMatchObject({ customers: 4, bankCustomers: 4, value: 15600, active: 0.75 });
  });

  it('follow moved cuts, and are not published then', async () => {
    const moved = await rank(tinyBank(), { cuts: [0.5, 0.99] });
    expect(moved.tiers.map(({ customers }) => customers)).toEqual([1, 2, 1]);
    expect([moved.isPublished, moved.published]).toEqual([false, []]);
    expect((await rank(tinyBank(), { scheme: 'pyramid' })).isPublished).toBe(false);
    expect((await rank(tinyBank(), { scheme: 'four' })).isPublished).toBe(true);
  });

  it('rank by what came in where there are no balances', async () => {
    const { value, tiers: parts } = await rank(tenBank);
    expect(value).toBe('inflow');
    expect(sumOf(parts.map((one) => one.value))).toBe(10 * sumOf([1, 4, 9, 16, 25, 36, 49, 64, 81, 100]) + 5);
  });

  it('count moves against three months before, among those who were customers then', async () => {
    const balance = tableOf(
      'balance',
      ['account_id', 'month', 'balance'],
      [
        ['a1', '2026-03', 100],
        ['b1', '2026-03', 800],
        ['c1', '2026-03', 100],
        ['a1', '2026-06', 800],
        ['b1', '2026-06', 100],
        ['c1', '2026-06', 100],
        ['d1', '2026-06', 5000],
      ],
    );
    const bank = bankOf([tinyTables.customer, tinyTables.account, balance]);
    // A stays in B; B falls from A to C and C from B to C; D, there in March with nothing, rises from C to A.
    expect((await rank(bank)).moves).toEqual({ up: 1, down: 2, downFromFirst: 1, since: '2026-03-31' });
    expect((await rank(tinyBank())).moves).toBeNull();
  });

  it('says why there are none', async () => {
    expect((await rank(emptyBank())).refusal).toBe('no-customers');
    const bare = await rank(bankOf([tinyTables.customer]));
    expect(bare).toMatchObject({ refusal: 'no-value', n: 4, gini: null, topDecileShare: null });
    expect(bare.tiers.map(({ customers }) => customers)).toEqual([0, 0, 0]);
  });
});

describe('segments as filters', () => {
  const bank = tinyBank();
  const tasks = [rfmTask, tiersTask];

  it.each(['seg', 'sel'] as const)('of a link are made when %s names them', async (part) => {
    const choice = { abcClass: { values: ['A'], exclude: false } };
    const made = await publishedFor(tasks, bank, { filters: { [part]: choice } }, silentControl);
    expect(made.map(({ column }) => column)).toEqual(['customer.abcClass', 'customer.valueTier']);
    const counted = countedNow(scopeOf(publish(bank, made), { [part]: choice }));
    expect([...counted]).toEqual([0, 0, 1, 1]);
  });

  it('are made for a question about them, and for no other', async () => {
    const made = await publishedFor(tasks, bank, { field: 'rfmGroup' }, silentControl);
    expect(made.map(({ column }) => column)).toContain('customer.rfmGroup');
    expect(await publishedFor(tasks, publish(bank, made), { field: 'rfmGroup' }, silentControl)).toEqual([]);
    expect(await publishedFor(tasks, bank, { field: 'branch' }, silentControl)).toEqual([]);
  });

  it('keep as many customers as the card counts', async () => {
    const { published, groups, grid, cells } = await ask(tenBank);
    const dataset = publish(tenBank, published);
    const parts = [
      ['rfmGroup', groups],
      ['rfmGrid', grid],
      ['rfmCell', cells],
    ] as const;
    for (const [field, rows] of parts)
      for (const { key, customers } of rows) {
        const filters = { sel: { [field]: { values: [key], exclude: false } } };
        expect(sumOf(countedNow(scopeOf(dataset, filters))), key).toBe(customers);
      }
  });
});
