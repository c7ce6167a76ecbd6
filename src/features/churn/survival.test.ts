import { describe, expect, it } from 'vitest';
import { bankOf, tableOf, tinyBank, tinyTables, type Cell } from '../../../tests/support/build-bank';
import { isoDay, parseIsoDay } from '../../base/calendar-day';
import { silentControl } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { daysPerMonth } from './customer-lives';
import { survival } from './survival';
import type { SurvivalParameters, SurvivalResult } from './survival-result';

const ask = (dataset: Dataset, parameters: SurvivalParameters = {}): Promise<SurvivalResult> =>
  survival(dataset, parameters, silentControl);

function bankWith(fields: readonly string[], ...rows: (readonly Cell[])[]): Dataset {
  return { ...bankOf([]), others: { trial: tableOf('trial', fields, rows) } };
}

const trial = (...rows: (readonly Cell[])[]): Dataset => bankWith(['days', 'died', 'from', 'arm'], ...rows);
const named = { table: 'trial', time: 'days', event: 'died' } as const;

/** Account opened and closed, one account per customer. */
function accounts(...rows: readonly (readonly [open: string, close: string | null])[]): Dataset {
  return bankOf([
    tableOf(
      'account',
      ['account_id', 'customer_id', 'open_date', 'close_date'],
      rows.map(([open, close], index) => [`a${String(index)}`, `C${String(index)}`, open, close]),
    ),
    tableOf(
      'transaction',
      ['account_id', 'txn_date', 'amount'],
      [
        ['a0', '2025-01-01', 1],
        ['a0', '2026-06-30', 1],
      ],
    ),
  ]);
}

describe('lives in a table', () => {
  it('give a curve, and the times at which nobody died too', async () => {
    const { all, n } = await ask(
      trial([1, 1, 0, 'a'], [2, 0, 0, 'a'], [3, 1, 0, 'b'], [4, 0, 0, 'b']),
      named,
    );
    expect(n).toBe(4);
    expect(all).toMatchObject({ lives: 4, events: 2, median: { time: 3 } });
    expect(all?.curve.times).toEqual([1, 2, 3, 4]);
    expect(all?.curve.atRisk).toEqual([4, 3, 2, 1]);
    expect(all?.curve.censored).toEqual([0, 1, 0, 1]);
    expect(all?.curve.survival).toEqual([0.75, 0.75, 0.375, 0.375]);
  });

  it('have limits of three kinds, the plain ones symmetric', async () => {
    const bank = trial(...Array.from({ length: 20 }, (_, i) => [i + 1, 1, 0, 'a'] as const));
    const plain = await ask(bank, { ...named, interval: 'plain' });
    const { survival: s = [], lower = [], upper = [] } = plain.all?.curve ?? {};
    expect((lower[9] ?? 0) + (upper[9] ?? 0)).toBeCloseTo(2 * (s[9] ?? 0), 12);
    const logLog = await ask(bank, named);
    expect(logLog.all?.curve.lower[9]).not.toBeCloseTo(lower[9] ?? 0, 3);
    expect(logLog.all?.median).toEqual(plain.all?.median);
  });

  it('enter late, and are only at risk from then on', async () => {
    const { all } = await ask(trial([2, 1, 0, 'a'], [5, 1, 3, 'a'], [6, 0, 0, 'a']), {
      ...named,
      entry: 'from',
    });
    expect(all?.curve.atRisk).toEqual([2, 2, 1]);
  });

  it('know their event by 0 and 1, 1 and 2, yes and no, or a value that is named', async () => {
    const events = async (values: readonly [Cell, Cell], eventValue = '') =>
      (await ask(trial([1, values[0], 0, 'a'], [2, values[1], 0, 'a']), { ...named, eventValue })).all?.curve
        .events;
    expect(await events([1, 0])).toEqual([1, 0]);
    expect(await events([2, 1])).toEqual([1, 0]);
    expect(await events(['Yes', 'no'])).toEqual([1, 0]);
    expect(await events(['是', '否'])).toEqual([1, 0]);
    expect(await events(['left', 'there'], 'left')).toEqual([1, 0]);
  });

  it('are read from texts that are numbers, as large files bring them', async () => {
    const { all, leftOut } = await ask(
      trial(['1', '1', 0, 'a'], ['n/a', '0', 0, 'a'], ['3', '0', 0, 'a']),
      named,
    );
    expect(all?.curve.times).toEqual([1, 3]);
    expect(leftOut).toBe(1);
  });

  it('are left out and counted without time or event', async () => {
    const { n, leftOut } = await ask(
      trial([null, 1, 0, 'a'], [2, null, 0, 'a'], [-1, 1, 0, 'a'], [3, 1, 0, 'a']),
      named,
    );
    expect([n, leftOut]).toEqual([1, 3]);
  });

  it('are compared by group; who has none is in the curve of all', async () => {
    const result = await ask(
      trial([1, 1, 0, 'a'], [2, 1, 0, 'a'], [3, 1, 0, 'b'], [4, 0, 0, 'b'], [9, 1, 0, null]),
      { ...named, group: 'arm' },
    );
    expect(result.all?.lives).toBe(5);
    expect(result.groups.map(({ key, lives }) => [key, lives])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect(result.withoutGroup).toBe(1);
    expect(result.test).toMatchObject({ degreesOfFreedom: 1 });
    expect(result.test?.groups.map(({ observed }) => observed)).toEqual([2, 1]);
  });

  it('show the groups with the most lives and count the others', async () => {
    const rows = [3, 1, 2].flatMap((lives, arm) =>
      Array.from({ length: lives }, (_, i) => [i + 1, 1, 0, arm] as const),
    );
    const result = await ask(trial(...rows), { ...named, group: 'arm', top: 2 });
    expect(result.groups.map(({ key }) => key)).toEqual(['0', '2']);
    expect(result.otherGroups).toBe(1);
    expect(result.test?.groups).toHaveLength(3);
  });

  it('put numbers of many values into ranges', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [i + 1, 1, 0, i] as const);
    const { groups } = await ask(trial(...rows), { ...named, group: 'arm' });
    expect(groups.map(({ key }) => key)).toContain('10-19');
  });
});

describe('refused, with the reason in the result', () => {
  it.each<[SurvivalParameters, string, string]>([
    [{ table: 'nowhere' }, 'table-unknown', 'nowhere'],
    [{ ...named, time: 'hours' }, 'column-unknown', 'hours'],
    [{ ...named, group: 'sex' }, 'column-unknown', 'sex'],
    [{ ...named, time: 'arm' }, 'time-not-a-number', 'arm'],
    [{ ...named, event: 'arm' }, 'event-not-a-flag', 'arm'],
    [{ ...named, eventValue: '7' }, 'event-not-a-flag', 'died'],
    [{ table: 'trial' }, 'time-not-a-number', 'trial'],
    [{}, 'no-dates', 'customer'],
  ])('%j: %s', async (parameters, reason, about) => {
    const result = await ask(trial([1, 1, 0, 'a'], [2, 0, 0, 'b']), parameters);
    expect(result.refusal).toEqual({ reason, about });
    expect([result.n, result.all, result.groups]).toEqual([0, null, []]);
  });

  it('a table without rows', async () => {
    expect((await ask(trial(), named)).refusal?.reason).toBe('no-lives');
  });

  it('a comparison of more than 100 groups, but not the curve', async () => {
    const rows = Array.from({ length: 101 }, (_, i) => [i + 1, 1, 0, `g${String(i)}`] as const);
    const result = await ask(trial(...rows), { ...named, group: 'arm' });
    expect(result.comparison).toEqual({ reason: 'too-many-groups', about: '101' });
    expect(result.all?.lives).toBe(101);
    expect([result.groups, result.otherGroups]).toEqual([[], 101]);
  });

  it('a comparison without events, or of one group', async () => {
    const noEvents = await ask(trial([1, 0, 0, 'a'], [2, 0, 0, 'b']), { ...named, group: 'arm' });
    expect(noEvents).toMatchObject({ test: null, comparison: { reason: 'no-events' } });
    expect(noEvents.all?.curve.survival).toEqual([1, 1]);
    const one = await ask(trial([1, 1, 0, 'a'], [2, 1, 0, 'a']), { ...named, group: 'arm' });
    expect(one).toMatchObject({ test: null, comparison: { reason: 'fewer-than-two-groups' } });
  });
});

describe('lives of customers', () => {
  it('last from the first day to the closing of the last account, in months', async () => {
    const { all, unit } = await ask(accounts(['2025-02-01', '2025-12-01'], ['2025-03-01', null]));
    expect(unit).toBe('months');
    expect(all?.events).toBe(1);
    expect(all?.curve.times[0]).toBeCloseTo(303 / daysPerMonth, 12);
    expect(all?.curve.times[1]).toBeCloseTo(486 / daysPerMonth, 12);
  });

  it('enter late when they were there before the data', async () => {
    const { all } = await ask(accounts(['2020-01-01', null], ['2025-02-01', '2025-12-01']));
    expect(all?.curve.atRisk).toEqual([1, 1]);
  });

  it('end only with the last account', async () => {
    const { all } = await ask(tinyBank());
    expect(all).toMatchObject({ lives: 4, events: 1 });
  });

  it('have not ended yet when the as-of day is before the closing', async () => {
    const { all } = await ask(accounts(['2025-02-01', '2025-12-01']), { filters: { asof: '2025-11-30' } });
    expect(all).toMatchObject({ lives: 1, events: 0 });
  });

  it('follow the filters', async () => {
    const { n } = await ask(tinyBank(), { filters: { org: 'br:BR1' } });
    expect(n).toBe(2);
  });

  it('are grouped by what customers are grouped by, with its names', async () => {
    const { groups } = await ask(tinyBank(), { group: 'branch' });
    expect(groups.map(({ key, nameEn, lives }) => [key, nameEn, lives])).toEqual([
      ['BR1', 'Pudong', 2],
      ['BR2', 'Xuhui', 2],
    ]);
    expect((await ask(tinyBank(), { group: 'channel' })).refusal).toEqual({
      reason: 'group-unknown',
      about: 'channel',
    });
  });

  it('end with the last action of who has gone silent, where no closings are known or when asked to', async () => {
    const start = parseIsoDay('2024-07-01') ?? 0;
    const acts = (name: string, count: number) =>
      Array.from({ length: count }, (_, i) => [name, isoDay(start + 30 * i), -10] as const);
    const rows = [...acts('stays', 25), ...acts('gone', 6)];
    const dataset = bankOf([tableOf('transaction', ['customer_id', 'txn_date', 'amount'], rows)]);
    const { all, customerEvent, n } = await ask(dataset);
    expect([n, customerEvent, all?.events]).toEqual([2, 'silence', 1]);
    expect(all?.curve.times[0]).toBeCloseTo(150 / daysPerMonth, 12);
    const closed = accounts(['2025-02-01', '2025-12-01']);
    expect((await ask(closed)).customerEvent).toBe('closing');
    expect((await ask(closed, { event: 'silence' })).customerEvent).toBe('silence');
    await expect(ask(closed, { event: 'died' })).rejects.toMatchObject({ code: 'task.bad-parameters' });
  });

  it('are not made up without days of closing and without transactions', async () => {
    const { refusal } = await ask(bankOf([tinyTables.customer]), { filters: { asof: '2026-06-30' } });
    expect(refusal).toEqual({ reason: 'no-closings', about: 'account.close_date' });
    const asked = await ask(bankOf([tinyTables.customer, tinyTables.transaction]), { event: 'closing' });
    expect(asked.refusal).toEqual({ reason: 'no-closings', about: 'account.close_date' });
  });
});
