import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../../sample-data/model/sample-dataset';
import { bankOf, tableOf, tinyBank } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import type { MetricId } from '../../dataset/measures';
import type { Choice, Compare, Filters } from '../../model/filters';
import { breakDown } from './breakdown';
import { brush, type FollowerQuestion } from './brush';
import { followed } from './follower';
import type { BreakdownRow } from './ranked-parts';

const views: readonly FollowerQuestion[] = [
  { by: 'branch', metric: 'aum', top: 10 },
  { by: 'product', metric: 'aum', top: 6 },
  { by: 'branch', metric: 'netflow', top: 4 },
  { by: 'product', metric: 'outflow', top: 3 },
  { by: 'manager', metric: 'inflow', top: 10 },
  { by: 'channel', metric: 'transactions', top: 8 },
  { by: 'type', metric: 'transactions', top: 10 },
];

const only = (...values: readonly string[]): Choice => ({ values, exclude: false });

const filterSets: readonly Filters[] = [
  {},
  { prod: only('savings', 'current') },
  { ch: { ...only('atm'), exclude: true }, f: { gender: only('female') } },
  { org: 'br:BR001' },
];

const ranges = [
  ['2024-07', '2024-07'],
  ['2024-09', '2025-02'],
  ['2025-07', '2026-06'],
  ['2026-05', '2026-06'],
] as const;

/** What the hand cannot know before it rests. */
const counted = ({ customers: _, ...row }: BreakdownRow) => row;

async function expectSame(
  bank: Dataset,
  filters: Filters,
  months: readonly [string, string],
  compare: Compare,
) {
  const found = await brush(bank, { filters, views }, silentControl);
  expect(found.views).toHaveLength(views.length);
  const [from, to] = months;
  for (const [at, view] of views.entries()) {
    const asked = { ...view, filters: { ...filters, p: `${from}..${to}`, c: compare } };
    const answer = await breakDown(bank, asked, silentControl);
    const before = await breakDown(bank, { ...view, filters: { ...filters, c: compare } }, silentControl);
    const follower = found.views[at];
    if (!follower) throw new Error(`${view.by ?? ''} does not follow`);
    const shown = followed(follower, found.reach, { from, to, compare }, before);
    if (!shown) throw new Error(`${view.by ?? ''} follows no comparison`);
    const name = JSON.stringify([asked, follower.keys]);
    expect(shown.rows.map(counted), name).toEqual(answer.rows.map(counted));
    expect({ ...shown.rest, customers: 0 }, name).toEqual({ ...answer.rest, customers: 0 });
    expect(shown.total.value, name).toBe(answer.total.value);
    expect(shown.total.comparison, name).toBe(answer.total.comparison);
    expect([shown.period, shown.comparison], name).toEqual([answer.period, answer.comparison]);
    for (const [place, row] of shown.rows.entries()) {
      if (row.customers !== null) expect(row.customers, name).toBe(answer.rows[place]?.customers);
    }
    if (shown.n !== null) expect(shown.n, name).toBe(answer.n);
  }
}

describe('breakdowns that follow a hand over months', () => {
  let bank: Dataset;
  beforeAll(async () => {
    bank = await makeSampleDataset({ customers: 300, months: 24, seed: 1 }, silentControl);
  });

  it.each(filterSets.flatMap((filters) => ranges.map((months) => ({ filters, months }))))(
    'show what their task answers: %j',
    async ({ filters, months }) => {
      await expectSame(bank, filters, [...months], 'py');
      await expectSame(bank, filters, [...months], 'pp');
    },
  );

  it('show the same where months are selected on a card instead', async () => {
    const sel = { month: only('2025-03', '2025-01', '2025-02') };
    const selected = await breakDown(
      bank,
      { by: 'product', filters: { p: 'L12M', c: 'py', sel } },
      silentControl,
    );
    const period = await breakDown(
      bank,
      { by: 'product', filters: { p: '2025-01..2025-03', c: 'py' } },
      silentControl,
    );
    expect(selected).toEqual(period);
  });

  it('see the selections of the others, not their own', async () => {
    const sel = { channel: only('mobile') };
    const found = await brush(
      bank,
      {
        views: [
          { by: 'type', metric: 'transactions', top: 10, sel },
          { by: 'channel', metric: 'transactions' },
        ],
      },
      silentControl,
    );
    const months = { from: '2025-01', to: '2025-06', compare: 'none' } as const;
    const p = '2025-01..2025-06';
    for (const [at, filters] of [{ p, sel }, { p }].entries()) {
      const question = {
        by: at === 0 ? 'type' : 'channel',
        metric: 'transactions',
        top: 10,
        filters,
      } as const;
      const answer = await breakDown(bank, question, silentControl);
      const follower = found.views[at];
      const shown = follower ? followed(follower, found.reach, months, answer) : null;
      expect(shown?.rows.map(counted)).toEqual(answer.rows.map(counted));
    }
  });

  it.each<MetricId>(['customers', 'active', 'accounts', 'products'])(
    'do not follow where %s must be counted anew',
    async (metric) => {
      const { views: found } = await brush(tinyBank(), { views: [{ by: 'branch', metric }] }, silentControl);
      expect(found).toEqual([null]);
    },
  );

  it('do not follow without dates, without what they split by, or with a comparison of days', async () => {
    const undated = bankOf([tableOf('transaction', ['customer_id', 'amount'], [['A', 10]])]);
    const asked = { views: [{ by: 'branch', metric: 'inflow' }] } as const;
    expect((await brush(undated, asked, silentControl)).views).toEqual([null]);
    const shoes = { views: [{ by: 'shoe size', metric: 'inflow' }] } as const;
    expect((await brush(tinyBank(), shoes, silentControl)).views).toEqual([null]);
    const { views: found, reach } = await brush(tinyBank(), asked, silentControl);
    const [follower] = found;
    const answer = await breakDown(tinyBank(), { by: 'branch', metric: 'inflow' }, silentControl);
    const months = { from: '2026-01', to: '2026-03', compare: '2025-01-10..2025-03-31' } as const;
    expect(follower && followed(follower, reach, months, answer)).toBeNull();
  });
});
