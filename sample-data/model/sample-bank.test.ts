import { describe, expect, it } from 'vitest';
import { monthOfDay } from '../../src/base/calendar-day';
import { silentControl } from '../../src/base/control';
import { isNull } from '../../src/columns/column';
import { dictionaryValue, dictionaryValues } from '../../src/columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../../src/columns/frame';
import { fieldOf } from '../../src/model/tables';
import { codesOf } from '../../src/model/codes';
import { buildDataset } from '../../src/dataset/build-dataset';
import manifest from '../manifest.json';
import { hashFrames } from './hash-frames';
import { DEFAULT_SAMPLE, makeSampleBank, SAMPLE_VERSION, type SampleOptions } from './sample-bank';

const make = (options: Partial<SampleOptions> = {}): Promise<Record<string, Frame>> =>
  makeSampleBank({ customers: 600, months: 12, seed: 42, ...options }, silentControl);

const frameOf = (frames: Record<string, Frame>, name: string): Frame => {
  const frame = frames[name];
  if (frame === undefined) throw new Error(`no frame ${name}`);
  return frame;
};

const reader = (frame: Frame, name: string): ((row: number) => string) => {
  const column = textColumn(frame, name);
  return (row) => dictionaryValue(column.dictionary, column.codes[row] ?? 0);
};

const assets = new Set(['current', 'savings', 'term_deposit', 'wealth', 'fund', 'insurance']);
const revalued = new Set(['wealth', 'fund']);

describe('the sample bank', () => {
  it('gives the bytes that the manifest promises', async () => {
    expect(manifest.version).toBe(SAMPLE_VERSION);
    for (const sample of manifest.samples) {
      const frames = await makeSampleBank(sample.options, silentControl);
      const rows = Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, frame.rowCount]));
      expect({ rows, checksum: hashFrames(frames) }).toEqual({
        rows: sample.rows,
        checksum: sample.checksum,
      });
    }
    expect(manifest.samples.map((sample) => sample.options)).toContainEqual(DEFAULT_SAMPLE);
  }, 60_000);

  it('has about a million bookings by default', () => {
    const sample = manifest.samples.find(({ options }) => options.customers === DEFAULT_SAMPLE.customers);
    expect(sample?.rows.transaction).toBeGreaterThan(950_000);
    expect(sample?.rows.transaction).toBeLessThan(1_100_000);
  });

  it('gives other rows for another seed, and for one customer or three months too', async () => {
    const first = hashFrames(await make());
    expect(hashFrames(await make())).toBe(first);
    expect(hashFrames(await make({ seed: 43 }))).not.toBe(first);
    for (const options of [{ customers: 1, months: 3 }, { customers: 9, months: 60 }, { customers: 17 }]) {
      const frames = await make(options);
      expect(frameOf(frames, 'customer').rowCount).toBe(options.customers);
      expect(buildDataset({ id: 's', name: 's', tables: frames }).tables['customer']?.rowCount).toBe(
        options.customers,
      );
    }
  });

  it('refuses what is not a size', async () => {
    for (const wrong of [{ customers: 0 }, { customers: 1.5 }, { months: 2 }, { months: 61 }, { seed: -1 }]) {
      await expect(make(wrong)).rejects.toMatchObject({ code: 'task.bad-parameters' });
    }
  });

  it('stops when asked to', async () => {
    const asked = new Error('stop');
    const control = { ...silentControl, shouldYield: () => true, yield: () => Promise.reject(asked) };
    await expect(makeSampleBank({ customers: 600, months: 12, seed: 1 }, control)).rejects.toBe(asked);
  });

  it('has the columns of the canonical tables, whole rows, and dictionaries in order of appearance', async () => {
    const frames = await make({ customers: 60 });
    for (const [table, frame] of Object.entries(frames)) {
      expect(frame.name).toBe(table);
      for (const [name, column] of Object.entries(frame.columns)) {
        expect(fieldOf(table, name), `${table}.${name}`).toBeDefined();
        const length = column.kind === 'text' ? column.codes.length : column.values.length;
        expect(length).toBe(frame.rowCount);
        if (column.nulls !== null) expect(column.nulls.some((byte) => byte !== 0)).toBe(true);
        if (column.kind !== 'text') continue;
        const seen = new Set<number>();
        for (let row = 0; row < frame.rowCount; row++) {
          if (!isNull(column.nulls, row)) seen.add(column.codes[row] ?? -1);
        }
        expect([...seen], `${table}.${name}`).toEqual(
          Array.from({ length: column.dictionary.size }, (_, code) => code),
        );
      }
    }
    for (const [field, list] of [
      ['type', 'transaction-type'],
      ['channel', 'channel'],
      ['product_code', 'product'],
    ] as const) {
      const values = dictionaryValues(textColumn(frameOf(frames, 'transaction'), field).dictionary);
      expect(codesOf(list)).toEqual(expect.arrayContaining(values));
    }
  });

  it('links without a loose end', async () => {
    const frames = await make();
    const dataset = buildDataset({ id: 'sample', name: 'sample', tables: frames });
    const loose = (table: string, key: string): boolean =>
      int32Column(frameOf({ ...dataset.tables }, table), key).nulls !== null;
    for (const [table, key] of [
      ['account', 'customer_key'],
      ['transaction', 'customer_key'],
      ['transaction', 'account_key'],
      ['balance', 'account_key'],
      ['customer', 'branch_key'],
      ['customer', 'rm_key'],
      ['manager', 'branch_key'],
    ] as const) {
      expect(loose(table, key), `${table}.${key}`).toBe(false);
    }
    expect(dataset.assumptions).toEqual([]);
    expect(dataset.currency).toBe('CNY');
  });
});

describe('the books of the sample bank', () => {
  /** Balance by account and month, and the sum of the account's bookings in it, in fen. */
  const books = async () => {
    const frames = await make({ customers: 1500, months: 14 });
    const balance = frameOf(frames, 'balance');
    const transaction = frameOf(frames, 'transaction');
    const sums = new Map<string, number>();
    const accountOf = reader(transaction, 'account_id');
    const days = int32Column(transaction, 'txn_date').values;
    const amounts = float64Column(transaction, 'amount').values;
    for (let row = 0; row < transaction.rowCount; row++) {
      const key = `${accountOf(row)} ${String(monthOfDay(days[row] ?? 0))}`;
      sums.set(key, (sums.get(key) ?? 0) + (amounts[row] ?? 0));
    }
    return { frames, balance, transaction, sums };
  };

  it('agree to the fen: month-end balance = the one before + the bookings of the month', async () => {
    const { balance, sums } = await books();
    const accountOf = reader(balance, 'account_id');
    const productOf = reader(balance, 'product_code');
    const months = int32Column(balance, 'month').values;
    const ends = float64Column(balance, 'balance').values;
    const before = new Map<string, number>();
    const checked = new Map<string, number>();
    for (let row = 0; row < balance.rowCount; row++) {
      const account = accountOf(row);
      const product = productOf(row);
      const end = ends[row] ?? NaN;
      const start = before.get(account);
      before.set(account, end);
      if (start === undefined || revalued.has(product)) continue;
      const flow = sums.get(`${account} ${String(months[row])}`) ?? 0;
      // Cards and loans show what is owed: a booking to the customer's good lowers it.
      expect(end).toBe(assets.has(product) ? start + flow : start - flow);
      checked.set(product, (checked.get(product) ?? 0) + 1);
    }
    expect([...checked.keys()].sort()).toEqual([
      'consumer_loan',
      'corporate_loan',
      'credit_card',
      'current',
      'insurance',
      'mortgage',
      'savings',
      'term_deposit',
    ]);
  });

  it('revalue wealth products and funds by a few percent a month at most', async () => {
    const { balance, sums } = await books();
    const accountOf = reader(balance, 'account_id');
    const productOf = reader(balance, 'product_code');
    const months = int32Column(balance, 'month').values;
    const ends = float64Column(balance, 'balance').values;
    const before = new Map<string, number>();
    for (let row = 0; row < balance.rowCount; row++) {
      if (!revalued.has(productOf(row))) continue;
      const account = accountOf(row);
      const start = before.get(account);
      const end = ends[row] ?? NaN;
      before.set(account, end);
      if (start === undefined) continue;
      const expected = start + (sums.get(`${account} ${String(months[row])}`) ?? 0);
      expect(Math.abs(end - expected)).toBeLessThanOrEqual(0.12 * expected + 1);
    }
  });

  it('carry a running balance that each booking continues, never below zero', async () => {
    const { transaction } = await books();
    const accounts = textColumn(transaction, 'account_id').codes;
    const products = reader(transaction, 'product_code');
    const amounts = float64Column(transaction, 'amount').values;
    const after = float64Column(transaction, 'balance_after').values;
    const running = new Map<number, number>();
    for (let row = 0; row < transaction.rowCount; row++) {
      const account = accounts[row] ?? -1;
      const product = products(row);
      const amount = amounts[row] ?? NaN;
      const now = after[row] ?? NaN;
      expect(Number.isInteger(amount) && Number.isInteger(now)).toBe(true);
      expect(amount).not.toBe(0);
      expect(now).toBeGreaterThanOrEqual(0);
      const last = running.get(account);
      if (last !== undefined && !revalued.has(product)) {
        expect(now).toBe(assets.has(product) ? last + amount : last - amount);
      }
      running.set(account, now);
    }
  });

  it('are kept in order of time, inside the lives of customers and accounts', async () => {
    const { frames, transaction } = await books();
    const account = frameOf(frames, 'account');
    const rowOf = new Map<string, number>();
    const idOf = reader(account, 'account_id');
    for (let row = 0; row < account.rowCount; row++) rowOf.set(idOf(row), row);
    expect(rowOf.size).toBe(account.rowCount);
    const opened = int32Column(account, 'open_date').values;
    const closed = int32Column(account, 'close_date');
    const days = int32Column(transaction, 'txn_date').values;
    const seconds = int32Column(transaction, 'txn_time').values;
    const accountOf = reader(transaction, 'account_id');
    let last = 0;
    for (let row = 0; row < transaction.rowCount; row++) {
      const moment = (days[row] ?? 0) * 86_400 + (seconds[row] ?? 0);
      expect(moment).toBeGreaterThanOrEqual(last);
      last = moment;
      const at = rowOf.get(accountOf(row)) ?? -1;
      expect(days[row]).toBeGreaterThanOrEqual(opened[at] ?? Infinity);
      if (!isNull(closed.nulls, at)) expect(days[row]).toBeLessThanOrEqual(closed.values[at] ?? 0);
    }
  });
});

describe('the story of the sample bank', () => {
  it('shows skewed wealth, growing assets, a branch that rises and one that falls, and mobile on the rise', async () => {
    const frames = await makeSampleBank({ customers: 8000, months: 24, seed: 42 }, silentControl);
    const dataset = buildDataset({ id: 'sample', name: 'sample', tables: frames });
    const balance = frameOf({ ...dataset.tables }, 'balance');
    const customer = frameOf({ ...dataset.tables }, 'customer');
    const branchOf = reader(customer, 'branch_id');
    const productOf = reader(balance, 'product_code');
    const owners = int32Column(balance, 'customer_key').values;
    const months = int32Column(balance, 'month').values;
    const ends = float64Column(balance, 'balance').values;
    const lastMonth = Math.max(...new Set(months));
    const byMonth = new Map<number, number>();
    const byBranch = new Map<string, [number, number]>();
    const byCustomer = new Float64Array(customer.rowCount);
    for (let row = 0; row < balance.rowCount; row++) {
      if (!assets.has(productOf(row))) continue;
      const [month = 0, owner = 0, end = 0] = [months[row], owners[row], ends[row]];
      byMonth.set(month, (byMonth.get(month) ?? 0) + end);
      const branch = byBranch.get(branchOf(owner)) ?? [0, 0];
      byBranch.set(branchOf(owner), branch);
      if (month === lastMonth - 12) branch[0] += end;
      if (month === lastMonth) {
        branch[1] += end;
        byCustomer[owner] = (byCustomer[owner] ?? 0) + end;
      }
    }
    const descending = [...byCustomer].sort((a, b) => b - a);
    const total = descending.reduce((sum, value) => sum + value, 0);
    const top = descending.slice(0, Math.round(customer.rowCount * 0.0225));
    const topShare = top.reduce((sum, value) => sum + value, 0) / total;
    expect(topShare).toBeGreaterThan(0.44);
    expect(topShare).toBeLessThan(0.58);

    const growth = (byMonth.get(lastMonth) ?? 0) / (byMonth.get(lastMonth - 12) ?? 1) - 1;
    expect(growth).toBeGreaterThan(0.01);
    expect(growth).toBeLessThan(0.12);
    const change = (id: string): number => {
      const [from, to] = byBranch.get(id) ?? [1, 0];
      return to / from - 1;
    };
    expect(change('BR003')).toBeGreaterThan(growth + 0.05);
    expect(change('BR013')).toBeLessThan(-0.03);

    const transaction = frameOf({ ...dataset.tables }, 'transaction');
    const channelOf = reader(transaction, 'channel');
    const bookingMonths = int32Column(transaction, 'month').values;
    const shareOf = (channel: string, from: number): number => {
      let [all, found] = [0, 0];
      for (let row = 0; row < transaction.rowCount; row++) {
        if (Math.abs((bookingMonths[row] ?? 0) - from) > 2) continue;
        all++;
        if (channelOf(row) === channel) found++;
      }
      return found / all;
    };
    expect(shareOf('mobile', lastMonth)).toBeGreaterThan(shareOf('mobile', lastMonth - 23));
    expect(shareOf('counter', lastMonth)).toBeLessThan(shareOf('counter', lastMonth - 23));
  }, 60_000);
});
