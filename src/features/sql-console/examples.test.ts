import { describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../../sample-data/model/sample-dataset';
import { silentControl } from '../../base/control';
import type { Frame } from '../../columns/frame';
import { writeDatasetImage } from '../../database/dataset-image';
import { openDatabase, type OpenDatabase } from '../../database/open-database';
import { buildDataset } from '../../dataset/build-dataset';
import type { Dataset } from '../../dataset/dataset';
import { textColumnOf } from '../../dataset/make-column';
import { examplesFor, nameInSql, type View } from './examples';

const customers: Frame = {
  name: 'customer',
  rowCount: 2,
  columns: { customer_id: textColumnOf(['A', 'B']) },
};
const transactions: Frame = {
  name: 'transaction',
  rowCount: 2,
  columns: {
    customer_id: textColumnOf(['A', 'B']),
    txn_date: { kind: 'int32', values: Int32Array.of(20_000, 20_400), nulls: null },
    amount: { kind: 'float64', values: Float64Array.of(100, -250), nulls: null },
  },
};
const banks: Readonly<Record<string, () => Promise<Dataset>>> = {
  'the sample bank': () => makeSampleDataset({ customers: 300, months: 12, seed: 7 }, silentControl),
  'transactions alone': () =>
    Promise.resolve(buildDataset({ id: 'x', name: 'x', tables: { transaction: transactions } })),
  'customers alone': () =>
    Promise.resolve(buildDataset({ id: 'x', name: 'x', tables: { customer: customers } })),
  'no rows at all': () => Promise.resolve(buildDataset({ id: 'x', name: 'x', tables: {} })),
  'a file with a name of its own': () =>
    Promise.resolve(
      buildDataset({
        id: 'x',
        name: 'x',
        tables: { customer: customers },
        others: { 'it\'s "so"': { ...customers, name: 'it\'s "so"' } },
      }),
    ),
};

function viewsOf(database: OpenDatabase): readonly View[] {
  const { rows } = database.query("SELECT name FROM sqlite_schema WHERE type = 'view'");
  return rows.map(([name]) => ({
    name: String(name),
    columns: database.query(`SELECT * FROM ${nameInSql(String(name))} LIMIT 0`).columns,
  }));
}

describe('the examples', () => {
  it.each(Object.keys(banks))('are three that %s can answer', async (name) => {
    const database = await openDatabase(writeDatasetImage(await (banks[name] as () => Promise<Dataset>)()));
    try {
      const examples = examplesFor(viewsOf(database));
      expect(examples).toHaveLength(3);
      for (const { sql } of examples) expect(database.query(sql).columns.length).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });

  it('speak of months, silent customers and branches where the bank has them', async () => {
    const sample = await (banks['the sample bank'] as () => Promise<Dataset>)();
    const database = await openDatabase(writeDatasetImage(sample));
    try {
      const examples = examplesFor(viewsOf(database));
      expect(examples.map(({ id }) => id)).toEqual(['flows', 'quiet', 'branches']);
      const [flows] = examples.map(({ sql }) => database.query(sql).rows);
      expect(flows).toHaveLength(12);
      const counted = (flows ?? []).reduce((sum, [, count]) => sum + Number(count), 0);
      expect(counted).toBe(sample.tables['transaction']?.rowCount);
    } finally {
      database.close();
    }
  });

  it('are none before there is anything to ask', () => {
    expect(examplesFor([])).toEqual([]);
  });
});

describe('a name in a query', () => {
  it.each([
    ['customers', 'customers'],
    ['客户', '客户'],
    ['order', '"order"'],
    ['notes 2026', '"notes 2026"'],
    ['Own "column"', '"Own ""column"""'],
    ['2026', '"2026"'],
  ])('%s is %s', (name, written) => {
    expect(nameInSql(name)).toBe(written);
  });
});
