import { describe, expect, it } from 'vitest';
import reference from '../../../tests/reference/histogram.json';
import { bankOf, tableOf, tinyBank } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import { columnProfile } from './column-profile';
import { histogramEdges, quantile } from './freedman-diaconis';

describe('bins of a histogram', () => {
  for (const { name, values, edges, median } of reference.cases)
    it(`stand where numpy has them: ${name}`, () => {
      expect(quantile(values, 0.5)).toBe(median);
      histogramEdges(values).forEach((edge, index) => {
        expect(edge).toBeCloseTo(edges[index] ?? NaN, 8);
      });
      expect(histogramEdges(values)).toHaveLength(edges.length);
    });

  it('are one for equal values and never more than forty', () => {
    expect(histogramEdges([5, 5, 5])).toEqual([5, 6]);
    const far = [...Array.from({ length: 100 }, (_, index) => index), 1e9];
    expect(histogramEdges(far)).toHaveLength(41);
    expect(histogramEdges([0, 0, 0, 0, 0, 0, 0, 0, 9])).toHaveLength(4);
  });
});

describe('columnProfile', () => {
  const amounts = reference.cases[1]?.values ?? [];
  const bank = bankOf([
    tableOf(
      'transaction',
      ['customer_id', 'txn_date', 'amount', 'channel'],
      amounts.map((amount, index) => [
        `C${index % 7}`,
        `2026-0${1 + (index % 3)}-05`,
        amount,
        index % 10 === 0 ? null : index % 3 === 0 ? 'atm' : 'web',
      ]),
    ),
  ]);
  const ask = (column: string, part = '') =>
    columnProfile(bank, { table: 'transaction', column, part }, silentControl);

  it('counts the rows of each bin in major units, and shows those of one', async () => {
    const result = await ask('amount', 'b0');
    expect(result.parts.map(({ rows }) => rows)).toEqual(reference.cases[1]?.counts);
    expect([result.min, result.median, result.max, result.distinct]).toEqual([
      0,
      reference.cases[1]?.median,
      2401,
      50,
    ]);
    expect(result.examples.length).toBe(result.parts[0]?.rows);
    expect(result.examples.at(1)?.text).toBe('1');
  });

  it('counts values by frequency and dates by month, empty cells apart', async () => {
    const channels = await ask('channel', 'v1');
    expect([channels.empty, channels.distinct]).toEqual([5, 2]);
    expect(channels.parts.map(({ value, rows }) => [value, rows])).toEqual([
      ['web', 30],
      ['atm', 15],
    ]);
    expect(new Set(channels.examples.map(({ text }) => text))).toEqual(new Set(['atm']));
    const dates = await ask('txn_date');
    expect(dates.parts.map(({ value, rows }) => [value, rows])).toEqual([
      ['2026-01', 17],
      ['2026-02', 17],
      ['2026-03', 16],
    ]);
    expect([dates.min, dates.max]).toEqual(['2026-01-05', '2026-03-05']);
  });

  it('names the twenty most frequent values and counts the rest', async () => {
    const ids = await columnProfile(
      bankOf([
        tableOf(
          'customer',
          ['customer_id'],
          Array.from({ length: 30 }, (_, index) => [`C${index}`]),
        ),
      ]),
      {},
      silentControl,
    );
    expect([ids.parts.length, ids.parts.at(-1)?.rows, ids.distinct]).toEqual([21, 10, 30]);
  });

  it('refuses columns that are not there', async () => {
    const result = await columnProfile(tinyBank(), { table: 'toString', column: 'x' }, silentControl);
    expect([result.refusal, result.n]).toEqual(['no-column', 0]);
  });
});
