import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { cancelled, silentControl, type Control, type Progress } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { publish } from '../../src/dataset/published';
import { takePublished } from '../../src/features/task';
import type { TaskId, Tasks } from '../../src/features/tasks';
import type { Filters } from '../../src/model/filters';
import { anyTask, anyTasks, askTask, oddValues } from '../support/ask-task';
import { bankOf, emptyBank, tableOf, tinyBank, tinyTables } from '../support/build-bank';
import { hashOf } from '../support/dataset-hash';

/** Parameters that give each task something to do on the tiny bank. */
const parametersOf: Partial<Record<TaskId, readonly object[]>> = {
  'overview.trend': [{ metric: 'active', grain: 'q' }, { metric: 'aum' }],
  'overview.breakdown': [
    { by: 'branch', metric: 'aum', top: 1 },
    { by: 'product', metric: 'customers' },
    { by: 'channel', metric: 'inflow' },
    { by: 'age', metric: 'products' },
    { by: 'customer', metric: 'netflow' },
    { by: 'direction', metric: 'transactions' },
  ],
  'overview.concentration': [{ metric: 'inflow' }],
  'overview.brush': [
    {
      views: [
        { by: 'branch', metric: 'aum' },
        { by: 'product', metric: 'outflow', top: 1 },
        { by: 'channel', metric: 'active', sel: { type: { values: ['salary'], exclude: false } } },
      ],
    },
  ],
  'customer-list.page': [
    { sort: '-inflow', search: 'a' },
    { sort: 'lastTransaction', limit: 2, offset: 1 },
  ],
  'customer-360.profile': [{ customerId: 'A' }],
  'customer-360.balances': [{ customerId: 'A' }],
  'customer-360.flows': [{ customerId: 'C' }],
  'customer-360.holdings': [{ customerId: 'B' }],
  'customer-360.transactions': [{ customerId: 'A', search: 'PAY', sort: 'amount' }],
  'customer-360.transaction': [{ txnId: 'T8' }, { row: 3 }],
  'customer-value.btyd': [
    { model: 'bg-nbd', calibrationEnd: '2025-12-31' },
    { model: 'mbg-nbd', unit: 'month', grain: 'week' },
    { unit: 'day', grain: 'day', limit: 1 },
  ],
  'churn.risk': [{ threshold: 1, leastGapDays: 1, lostDays: 30, limit: 2 }],
  'churn.survival': [
    { group: 'branch', interval: 'plain' },
    { event: 'silence' },
    { group: 'age', top: 1, times: [0, 12] },
    { group: 'product' },
    { table: 'customers', time: 'monthly_income', group: 'city' },
    { table: 'transaction', time: 'amount', event: 'channel', eventValue: 'mobile', group: 'type' },
    { table: 'transaction', time: 'txn_date' },
    { table: 'account', time: 'account_id' },
    { table: 'lung', time: 'time', event: 'status' },
  ],
  'data-quality.column': [
    { table: 'transaction', column: 'amount', part: 'b0' },
    { table: 'transaction', column: 'txn_date' },
    { table: 'customer', column: 'city', part: 'v0' },
    { table: 'constructor', column: 'x' },
  ],
  'segmentation.rfm': [
    { frequency: 'months', money: 'inflow', months: 6, high: 'median' },
    { frequency: 'transactions', money: 'balance' },
  ],
  'segmentation.tiers': [
    { scheme: 'four', value: 'inflow', months: 6 },
    { scheme: 'pyramid', value: 'aum', cuts: [0.25, 0.5, 0.75] },
  ],
  'filters.options': ['branch', 'product', 'channel', 'city', 'age'].map((field) => ({ field })),
};

const filterSets: readonly Filters[] = [
  {},
  { p: 'L12M', c: 'py' },
  { p: 'all', c: 'pp', asof: '2025-12-15' },
  { p: '2026-01..2026-06', c: 'py', org: 'br:HQ', prod: { values: ['current'], exclude: false } },
  {
    p: 'MTD',
    ch: { values: ['web', 'nowhere'], exclude: true },
    f: { city: { values: ['上海', ''], exclude: false } },
  },
  { p: 'never', org: 'nonsense', seg: { tier: { values: ['A'], exclude: false } } },
  { sel: { type: { values: ['salary'], exclude: false }, customer: { values: ['A', 'C'], exclude: false } } },
];

const banks: Readonly<Record<string, () => Dataset>> = {
  'the tiny bank': tinyBank,
  'a bank without rows': emptyBank,
  'tables without rows': () =>
    bankOf(Object.values(tinyTables).map(({ name, columns }) => tableOf(name, Object.keys(columns), []))),
  'customers alone': () => bankOf([tinyTables.customer]),
  'one customer': () => bankOf([tableOf('customer', ['customer_id'], [['A']])]),
  'transactions alone': () =>
    bankOf([
      tableOf(
        'transaction',
        ['customer_id', 'txn_date', 'amount'],
        [
          ['A', '2026-05-03', 10],
          [null, '2026-04-30', 20],
          ['B', null, null],
        ],
      ),
    ]),
  'balances alone': () =>
    bankOf([
      tableOf(
        'balance',
        ['customer_id', 'month', 'balance'],
        [
          ['A', '2026-05', 10],
          ['B', '2026-06', null],
        ],
      ),
    ]),
};

describe.each(anyTasks)('%s', (id, task) => {
  const questions = (parametersOf[id] ?? [])
    .concat({})
    .flatMap((own) => filterSets.map((filters) => ({ ...own, filters })));

  it('has the id under which it is listed, and a default for each parameter of its own', () => {
    expect(task.id).toBe(id);
    for (const own of parametersOf[id] ?? []) {
      const names = Object.keys(own).filter((name) => name !== 'limit');
      expect(Object.keys(task.defaults)).toEqual(expect.arrayContaining(names));
    }
  });

  it.each(Object.entries(banks))(
    'answers every question about %s with finite numbers or null',
    async (_, bank) => {
      const dataset = bank();
      for (const question of questions) {
        const { result } = takePublished(await askTask(task, dataset, question, silentControl));
        expect(oddValues(result), JSON.stringify(question)).toEqual([]);
        expect(result.n).toBeGreaterThanOrEqual(0);
      }
    },
  );

  it('gives the same result to the same question, cached or not', async () => {
    const dataset = tinyBank();
    for (const question of questions) {
      const first = await askTask(task, dataset, question, silentControl);
      expect(await askTask(task, dataset, question, silentControl)).toEqual(first);
      expect(await askTask(task, tinyBank(), question, silentControl)).toEqual(first);
    }
  });

  it('leaves dataset and parameters as they were', async () => {
    const dataset = tinyBank();
    const before = hashOf(dataset);
    for (const question of questions) {
      const asked = structuredClone(question);
      await askTask(task, dataset, asked, silentControl);
      expect(asked).toEqual(question);
    }
    expect(hashOf(dataset)).toBe(before);
  });

  it('survives the wire and JSON', async () => {
    for (const question of questions) {
      const whole = await askTask(task, tinyBank(), question, silentControl);
      expect(structuredClone(whole)).toEqual(whole);
      const { result } = takePublished(whole);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it('stops when asked to, before and in between', async () => {
    const stopped: Control = { ...silentControl, isCancelled: () => true };
    await expect(askTask(task, tinyBank(), {}, stopped)).rejects.toMatchObject({ code: 'task.cancelled' });
    const interrupted: Control = {
      ...silentControl,
      shouldYield: () => true,
      yield: () => Promise.reject(cancelled()),
    };
    await expect(askTask(task, tinyBank(), {}, interrupted)).rejects.toMatchObject({
      code: 'task.cancelled',
    });
  });

  it('reports progress that rises to no more than its total', async () => {
    const reports: Progress[] = [];
    const watching: Control = {
      ...silentControl,
      shouldYield: () => true,
      yield: (done, total, stage = '') => {
        reports.push({ done, total, stage });
        return Promise.resolve();
      },
    };
    await askTask(task, tinyBank(), {}, watching);
    const done = reports.map((one) => one.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    for (const { done: at, total } of reports) expect(at).toBeLessThanOrEqual(total);
  });

  it('publishes what it declares, one value per customer', async () => {
    const dataset = tinyBank();
    const { published } = takePublished(await askTask(task, dataset, {}, silentControl));
    expect(published.map((one) => one.column)).toEqual((task.publishes ?? []).map((one) => one.column));
    expect(Object.keys(publish(dataset, published).published)).toEqual(published.map((one) => one.column));
  });
});

describe('a bad parameter', () => {
  it.each<[keyof Tasks, object]>([
    ['overview.trend', { metric: 'happiness' }],
    ['overview.trend', { grain: 'w' }],
    ['overview.breakdown', { top: 0 }],
    ['overview.concentration', { metric: 'customers' }],
    ['overview.brush', { views: 'branch' }],
    ['overview.brush', { views: [{ by: 'branch', metric: 'happiness' }] }],
    ['customer-list.page', { sort: 'shoe size' }],
    ['customer-list.page', { offset: -1 }],
    ['customer-360.transactions', { customerId: 'A', sort: 'mood' }],
    ['customer-360.profile', { customerId: 7 }],
    ['customer-value.btyd', { model: 'pareto' }],
    ['customer-value.btyd', { calibrationEnd: 'soon' }],
    ['churn.risk', { threshold: 0.5 }],
    ['churn.risk', { lostDays: 7 }],
    ['churn.survival', { table: 7 }],
    ['churn.survival', { interval: 'wide' }],
    ['churn.survival', { top: 0 }],
    ['churn.survival', { times: [-1] }],
    ['segmentation.rfm', { frequency: 'hours' }],
    ['segmentation.rfm', { months: 0 }],
    ['segmentation.tiers', { scheme: 'zodiac' }],
    ['segmentation.tiers', { cuts: [0.95, 0.8] }],
    ['segmentation.tiers', { cuts: [0.8] }],
    ['segmentation.tiers', { scheme: 'four', cuts: 0.5 }],
    ['filters.options', { field: null }],
    ['overview.summary', { asOf: 20260630 }],
    ['overview.summary', { filters: 'L12M' }],
    ['overview.summary', { filters: { period: 'L12M' } }],
    ['overview.trend', { filters: { p: 12 } }],
    ['customer-list.page', { filters: { prod: 'savings' } }],
    ['filters.options', { filters: { f: { city: { values: [7], exclude: false } } } }],
    ['customer-360.profile', { customerId: 'A', filters: { ch: { values: [], exclude: 'no' } } }],
  ])('of %s is refused: %j', async (id, parameters) => {
    const task = anyTask(id);
    await expect(askTask(task, tinyBank(), parameters, silentControl)).rejects.toMatchObject({
      code: 'task.bad-parameters',
    });
  });
});

describe('filters', () => {
  it('may leave out exclude', async () => {
    const task = anyTask('overview.summary');
    const short = await askTask(
      task,
      tinyBank(),
      { filters: { prod: { values: ['savings'] } } },
      silentControl,
    );
    expect(short.n).toBe(1);
  });
});

/** Warnings that say nothing of the data: nothing was asked for by name, or a small sample left a model open. */
const aboutTheQuestion: ReadonlySet<string> = new Set(['transaction.unknown', 'btyd.penalty']);

describe('the sample bank', () => {
  let sample: Dataset;
  beforeAll(async () => {
    sample = await makeSampleDataset({ customers: 300, months: 6, seed: 7 }, silentControl);
  });

  it.each(anyTasks)('%s has an answer without warnings about missing data', async (id, task) => {
    const customer = id.startsWith('customer-360') && id !== 'customer-360.transaction';
    const own = customer ? { customerId: firstId(sample) } : {};
    const result = await askTask(task, sample, { ...own, filters: { p: 'L3M', c: 'pp' } }, silentControl);
    const codes = result.warnings.map(({ code }) => code).filter((code) => !aboutTheQuestion.has(code));
    expect(codes).toEqual([]);
  });
});

function firstId(dataset: Dataset): string {
  const ids = dataset.tables['customer']?.columns['customer_id'];
  if (ids?.kind !== 'text') throw new Error('the sample has no customers');
  return new TextDecoder().decode(ids.dictionary.bytes.subarray(0, ids.dictionary.offsets[1]));
}
