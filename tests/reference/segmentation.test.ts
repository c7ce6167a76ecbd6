import { beforeAll, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { rfm, type RfmResult } from '../../src/features/segmentation/rfm';
import { tiers } from '../../src/features/segmentation/tiers';
import { importFiles } from '../../src/ingest/import-files';
import { describeReference, referenceSource } from '../support/reference-data';
import golden from './segmentation.json';

const wanted = golden.cdnow;
const cents = (value: number): number => Math.round(value * 100);

/** Groups or cells that have customers, by name. */
const counts = (shares: RfmResult['groups'] | RfmResult['cells']) =>
  Object.fromEntries(shares.filter(({ customers }) => customers > 0).map((one) => [one.key, one.customers]));

describeReference('segments of CDNOW', 'cdnow', () => {
  let shop: Dataset;
  beforeAll(async () => {
    const sources = [referenceSource('cdnow/CDNOW_master.txt')];
    shop = (await importFiles(sources, null, {}, silentControl)).dataset;
  });

  it.each(['days', 'months', 'transactions'] as const)(
    'by recency, frequency in %s and money are those counted independently',
    async (frequency) => {
      const found = await rfm(shop, { frequency }, silentControl);
      const { grid, moneyCents, groups, highFrom } = wanted[frequency];
      expect([found.asOf, found.ranked, found.unassigned]).toEqual([wanted.asOf, wanted.customers, 0]);
      expect(found.grid.map(({ customers }) => customers)).toEqual(grid.flat());
      expect(found.grid.map(({ money }) => cents(money))).toEqual(moneyCents.flat());
      expect(counts(found.groups)).toEqual(groups);
      expect(counts(found.cells)).toEqual(wanted.cells);
      const { recency = NaN, frequency: often = NaN, money = NaN } = found.highFrom ?? {};
      [recency, often, money].forEach((score, place) => {
        expect(score).toBeCloseTo(highFrom[place] ?? NaN, 10);
      });
    },
  );

  it.each([
    ['abc', undefined, wanted.tiers.abc],
    ['abc', [0.7, 0.9], wanted.tiers.abc70],
    ['four', undefined, wanted.tiers.four],
    ['pyramid', undefined, wanted.tiers.pyramid],
  ] as const)(
    'by value in the scheme %s %j are those counted independently',
    async (scheme, cuts, classes) => {
      const found = await tiers(shop, { scheme, ...(cuts ? { cuts } : {}) }, silentControl);
      expect(found.tiers.map(({ customers, value }) => [customers, cents(value)])).toEqual(classes);
    },
  );

  it('are as concentrated as was counted independently', async () => {
    const { all, gini, topDecileShare } = await tiers(shop, {}, silentControl);
    expect(cents(all.value)).toBe(wanted.tiers.totalCents);
    expect(gini).toBeCloseTo(wanted.tiers.gini, 12);
    expect(topDecileShare).toBeCloseTo(wanted.tiers.topTenthCents / wanted.tiers.totalCents, 12);
  });
});
