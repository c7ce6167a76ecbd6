import { describe, expect, it } from 'vitest';
import { bankOf, tableOf, tinyBank, type Cell } from '../../../tests/support/build-bank';
import { dayOf, isoDay } from '../../base/calendar-day';
import { silentControl, type Control } from '../../base/control';
import { Random } from '../../base/random';
import { isNull } from '../../columns/column';
import type { Dataset } from '../../dataset/dataset';
import { publish } from '../../dataset/published';
import { publishedFor } from '../task';
import type { BtydParameters } from './btyd-settings';
import { calibrationEndOf } from './calibration-end';
import { btydTask } from './tasks';

async function btyd(bank: Dataset, parameters: BtydParameters = {}, control: Control = silentControl) {
  const input = await btydTask.query(bank, parameters, control);
  const result = await btydTask.compute?.(input, parameters, control);
  if (!result) throw new Error('no result');
  return result;
}

const start = dayOf(2025, 1, 1);

/** Purchases over 540 days: gaps of about a month, about one in five customers leaves after each. */
function purchases(customers: number, type: string | null = null): Cell[][] {
  const rows: Cell[][] = [];
  for (let one = 0; one < customers; one++) {
    const random = new Random(11, one);
    const rate = random.gamma(1.5) / 45;
    const [left, right] = [random.gamma(1), random.gamma(4)];
    let day = one % 90;
    do {
      rows.push([`C${String(one)}`, isoDay(start + Math.floor(day)), 10, type]);
      day += 1 + random.exponential() / rate;
    } while (day < 540 && !random.chance(left / (left + right)));
  }
  // The as-of day is the end of the last complete month: June 2026.
  return [...rows, ['C0', '2026-06-30', 10, type]];
}

const fields = ['customer_id', 'txn_date', 'amount', 'type'] as const;

const shop = (customers: number, type: string | null = null) =>
  bankOf([tableOf('transaction', type === null ? fields.slice(0, 3) : fields, purchases(customers, type))]);

describe('customer-value.btyd', () => {
  it('learns of the purchases of a shop by itself, and beats the naive forecast', async () => {
    const result = await btyd(shop(400));
    expect(result).toMatchObject({ state: 'fitted', model: 'mbg-nbd', events: 'all', grain: 'day', n: 400 });
    expect([result.refusal, result.warnings]).toEqual([null, []]);
    expect(result.calibrationEnd).toBe('2025-12-31');
    expect(result.outlook?.bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(400);
    const { holdout } = result;
    expect(Math.abs(holdout?.bias ?? NaN)).toBeLessThan(0.15);
    expect(holdout?.rmse).toBeLessThan(holdout?.naive.rmse ?? NaN);
    expect(result.rows).toHaveLength(20);
    const expected = result.rows.map((row) => row.expected);
    expect(expected).toEqual(expected.toSorted((a, b) => b - a));
  });

  it('takes what customers decide on for events, by weeks, where the types tell', async () => {
    const rows = [
      ...purchases(200, 'card_spend'),
      ...purchases(200).map(([id, day]): Cell[] => [id ?? null, day ?? null, 500, 'salary']),
    ];
    const bank = bankOf([tableOf('transaction', fields, rows)]);
    const mixed = await btyd(bank);
    expect(mixed).toMatchObject({ state: 'fitted', events: 'discretionary', grain: 'week', customers: 200 });
    const alone = await btyd(shop(200, 'card_spend'));
    expect(mixed.parameters).toEqual(alone.parameters);
    const byDay = await btyd(shop(200), { grain: 'day' });
    expect(Math.abs(alone.repeats / byDay.repeats - 1)).toBeLessThan(0.15);
  });

  it('refuses the transactions of a bank, and warns when a model is asked for by its name', async () => {
    const rows = purchases(200);
    const accounts = Array.from({ length: 200 }, (_, one): Cell[] => [`a${String(one)}`, `C${String(one)}`]);
    const bank = bankOf([
      tableOf('transaction', ['customer_id', 'txn_date', 'amount'], rows),
      tableOf('account', ['account_id', 'customer_id'], accounts),
    ]);
    const refused = await btyd(bank);
    expect(refused).toMatchObject({
      state: 'refused',
      refusal: { reason: 'raw-transactions' },
      parameters: null,
      holdout: null,
      outlook: null,
      rows: [],
    });
    expect(refused.frequency.reduce((sum, { actual }) => sum + actual, 0)).toBe(200);
    const asked = await btyd(bank, { model: 'bg-nbd' });
    expect(asked.state).toBe('fitted');
    expect(asked.warnings.map(({ code }) => code)).toEqual(['btyd.raw-transactions', 'btyd.certain-alive']);
  });

  it('refuses few customers by itself only', async () => {
    expect((await btyd(shop(20))).refusal).toMatchObject({ reason: 'too-few-repeat-customers', needed: 50 });
    const asked = await btyd(shop(20), { model: 'mbg-nbd' });
    expect(asked.state).toBe('fitted');
    expect(asked.warnings.map(({ code }) => code)).toContain('btyd.few-repeat-customers');
  });

  it('says that nobody came back, or that there is nobody', async () => {
    const once = bankOf([
      tableOf('transaction', ['customer_id', 'txn_date', 'amount'], [
        ['A', '2025-01-01', 5],
        ['B', '2025-03-31', 5],
      ]),
    ]); // prettier-ignore
    expect((await btyd(once, { model: 'bg-nbd' })).refusal?.reason).toBe('no-repeats');
    const early = await btyd(shop(60), { model: 'bg-nbd', calibrationEnd: '2020-01-01' });
    expect(early.refusal?.reason).toBe('no-customers');
    expect(early).toMatchObject({ n: 0, tracking: [], calibrationEnd: '2020-01-01' });
  });

  it('learns no longer than there are data, and has no holdout then', async () => {
    const result = await btyd(shop(200), { calibrationEnd: '2030-01-01' });
    expect(result).toMatchObject({ state: 'fitted', calibrationEnd: '2026-06-30', holdout: null });
    expect(result.warnings.map(({ code }) => code)).toEqual(['btyd.calibration-cut']);
  });

  it('says the same in another unit of time', async () => {
    const [weeks, months] = [await btyd(shop(200)), await btyd(shop(200), { unit: 'month' })];
    expect((weeks.parameters?.alpha ?? NaN) / (months.parameters?.alpha ?? NaN)).toBeCloseTo(365.25 / 84, 3);
    expect(weeks.outlook?.alive).toBeCloseTo(months.outlook?.alive ?? NaN, 2);
    expect(weeks.outlook?.expected).toBeCloseTo(months.outlook?.expected ?? NaN, 1);
  });

  it('publishes what defaults say of everybody; nothing when filters or parameters differ', async () => {
    const bank = shop(100);
    const asked = { filters: { seg: { probabilityAlive: { values: ['0.9-1'], exclude: false } } } };
    const made = await publishedFor([btydTask], bank, asked, silentControl);
    const published = publish(bank, made).published;
    expect(Object.keys(published)).toEqual(['customer.probabilityAlive', 'customer.expectedEvents']);
    expect((await btyd(bank, { model: 'mbg-nbd' })).published).toEqual([]);
    const one = { filters: { sel: { customer: { values: ['C1'], exclude: false } } } };
    expect((await btyd(bank, one)).published).toEqual([]);
    const [unknown] = (await btyd(tinyBank())).published;
    expect([0, 1, 2, 3].map((row) => isNull(unknown?.values.nulls ?? null, row))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('reports progress that never falls while it searches', async () => {
    const done: number[] = [];
    const watching: Control = {
      ...silentControl,
      shouldYield: () => true,
      yield: (at) => Promise.resolve(void done.push(at)),
    };
    await btyd(shop(100), {}, watching);
    expect(done.length).toBeGreaterThan(20);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });
});

describe('the end of the calibration', () => {
  it('is the end of a month near two thirds of the way, not before 1.5 usual gaps', () => {
    const end = dayOf(2026, 6, 30);
    expect(isoDay(calibrationEndOf(start, end, 30))).toBe('2025-12-31');
    expect(calibrationEndOf(end - 30, end, 5)).toBe(end - 10);
    expect(calibrationEndOf(end - 30, end, 18)).toBe(end - 3);
    expect(calibrationEndOf(end - 30, end, 40)).toBe(end);
    expect(calibrationEndOf(end, end, null)).toBe(end);
  });
});
