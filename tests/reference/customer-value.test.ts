import { beforeAll, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import type { BtydParameters } from '../../src/features/customer-value/btyd-settings';
import { btydTask } from '../../src/features/customer-value/tasks';
import { importFiles } from '../../src/ingest/import-files';
import type { MappingFile } from '../../src/model/mapping';
import { describeReference, referenceJson, referenceSource, referenceText } from '../support/reference-data';
import golden from './lifetime-value.json';

async function btyd(bank: Dataset, parameters: BtydParameters) {
  return btydTask.compute?.(await btydTask.query(bank, parameters, silentControl), parameters, silentControl);
}

describeReference('customer-value.btyd over the CDNOW sample', 'cdnow', () => {
  let bank: Dataset;
  beforeAll(async () => {
    const mapping: MappingFile = {
      version: 1,
      files: [
        { match: { name: 'CDNOW_sample.txt' }, table: 'transaction', columns: { column2: 'customer_id' } },
      ],
      links: [],
    };
    const sources = [referenceSource('cdnow/CDNOW_sample.txt')];
    bank = (await importFiles(sources, mapping, {}, silentControl)).dataset;
  });

  const asked = { calibrationEnd: '1997-09-30', unit: 'week' } as const;

  it.each(['bg-nbd', 'mbg-nbd'] as const)('%s has the published parameters and holdout', async (model) => {
    const result = await btyd(bank, { ...asked, model });
    const wanted = golden.cdnow.sample;
    expect(result).toMatchObject({
      state: 'fitted',
      model,
      asOf: '1998-06-30',
      n: wanted.customers,
      customers: wanted.customers,
      repeatCustomers: wanted.repeatCustomers,
      repeats: wanted.repeats,
      holdout: { from: '1997-10-01', to: '1998-06-30', length: 39, actual: wanted.holdout },
    });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect((result?.parameters?.[name] ?? NaN) / wanted[model][name]).toBeCloseTo(1, 3);
    }
    expect(Math.abs((result?.logLikelihood ?? NaN) - wanted[model].logLikelihood)).toBeLessThan(0.01);
    expect(Math.abs((result?.holdout?.expected ?? NaN) - wanted[model].expectedHoldout)).toBeLessThan(0.06);
  });

  it('agrees with the reference on errors, groups, months and customers', async () => {
    const result = await btyd(bank, { ...asked, model: 'bg-nbd', limit: 3000 });
    const { sample } = referenceJson('cdnow/reference.json') as { readonly sample: Reference };
    const { bg_MAE: mae, bg_RMSE: rmse, by_calibration_frequency: groups } = sample.holdout_39w;
    expect(result?.holdout?.mae).toBeCloseTo(mae, 4);
    expect(result?.holdout?.rmse).toBeCloseTo(rmse, 4);
    expect(result?.holdout?.naive.mae).toBeGreaterThan(mae);
    expect(
      result?.holdout?.byFrequency.map(({ key, customers, actual }) => [key, customers, actual]),
    ).toEqual(groups.map(({ calibration_x, n, actual_total }) => [calibration_x, n, actual_total]));
    result?.holdout?.byFrequency.forEach(({ customers, expected }, x) => {
      expect(expected / customers).toBeCloseTo(groups[x]?.bg_E39 ?? NaN, 3);
    });
    const months = new Map(result?.tracking.map(({ date, expected }) => [date, expected]));
    const monthEnds = (golden.cdnow.cumulativeRepeats.rows as [string, number][]).filter(([date]) =>
      months.has(date),
    );
    expect(monthEnds.map(([date]) => date)).toEqual(['1997-09-30', '1998-06-30']);
    for (const [date, wanted] of monthEnds) expect(months.get(date)).toBeCloseTo(wanted, 1);
    expect(result?.tracking.at(-1)).toMatchObject({ date: '1998-06-30', actual: 4339 });
    expect(result?.tracking.find(({ date }) => date === '1997-09-30')?.actual).toBe(2457);

    const rows = new Map(result?.rows.map((row) => [row.customerId, row.calibration]));
    const lines = referenceText('cdnow/reference_customers_sample.csv').trim().split('\n').slice(1);
    expect(rows.size).toBe(lines.length);
    for (const line of lines) {
      const cells = line.split(',');
      const [x, tX, T, , actual, , alive = NaN, expected = NaN] = cells.slice(1).map(Number);
      const found = rows.get((cells[0] ?? '').padStart(4, '0'));
      expect([found?.repeats, found?.actual]).toEqual([x, actual]);
      expect(found?.recency).toBeCloseTo(tX ?? NaN, 5);
      expect(found?.observed).toBeCloseTo(T ?? NaN, 5);
      expect(found?.probabilityAlive).toBeCloseTo(alive, 4);
      expect(found?.expected).toBeCloseTo(expected, 3);
    }
  });

  it('expects as many customers with each number of repeats as there are, all together', async () => {
    const result = await btyd(bank, { ...asked, model: 'bg-nbd' });
    const sums = [0, 0];
    for (const { actual, expected } of result?.frequency ?? []) {
      sums[0] = (sums[0] ?? NaN) + actual;
      sums[1] = (sums[1] ?? NaN) + (expected ?? NaN);
    }
    expect(sums[0]).toBe(2357);
    expect(sums[1]).toBeCloseTo(2357, 6);
    // Fader, Hardie & Lee 2005, figure 2: the fit to those who did not come back is close.
    const [none] = result?.frequency ?? [];
    expect(none?.actual).toBe(1411);
    expect(Math.abs((none?.expected ?? NaN) / 1411 - 1)).toBeLessThan(0.02);
  });

  it('warns that BG/NBD takes everybody who came once for certain, MBG/NBD not', async () => {
    const codes = async (model: 'bg-nbd' | 'mbg-nbd') =>
      (await btyd(bank, { ...asked, model }))?.warnings.map(({ code }) => code);
    expect(await codes('bg-nbd')).toEqual(['btyd.certain-alive']);
    expect(await codes('mbg-nbd')).toEqual([]);
  });

  it('chooses MBG/NBD and two thirds of the time by itself, and publishes for everybody', async () => {
    const result = await btyd(bank, {});
    expect(result).toMatchObject({ state: 'fitted', model: 'mbg-nbd', isModelChosen: false, grain: 'day' });
    expect(result?.calibrationEnd).toBe('1997-12-31');
    expect(result?.published.map(({ column, asOf }) => [column, asOf])).toEqual([
      ['customer.probabilityAlive', '1998-06-30'],
      ['customer.expectedEvents', '1998-06-30'],
    ]);
    const [alive] = result?.published ?? [];
    const values = alive?.values.kind === 'float64' ? alive.values.values : new Float64Array(0);
    expect(values).toHaveLength(2357);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(result?.outlook?.alive ?? NaN, 6);
    expect((await btyd(bank, { model: 'bg-nbd' }))?.published).toEqual([]);
  });
});

type Reference = {
  readonly holdout_39w: {
    readonly bg_MAE: number;
    readonly bg_RMSE: number;
    readonly by_calibration_frequency: readonly {
      readonly calibration_x: string;
      readonly n: number;
      readonly actual_total: number;
      readonly bg_E39: number;
    }[];
  };
};
