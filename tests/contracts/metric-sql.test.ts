import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { silentControl } from '../../src/base/control';
import { writeDatasetImage } from '../../src/database/dataset-image';
import { openDatabase, type OpenDatabase } from '../../src/database/open-database';
import type { Dataset } from '../../src/dataset/dataset';
import { takeRows } from '../../src/dataset/take-rows';
import { overviewMetrics, type OverviewMetric } from '../../src/features/overview/metrics';
import type { SummaryResult } from '../../src/features/overview/summary';
import { tasks } from '../../src/features/tasks';
import { importFiles } from '../../src/ingest/import-files';
import { bankOf, tinyBank, tinyTables } from '../support/build-bank';
import { describeReference, referenceSource } from '../support/reference-data';

/** The SQL of every metric whose columns the data have, beside what the task says. */
function compare(load: () => Dataset | Promise<Dataset>, without: readonly string[] = []): void {
  let dataset: Dataset;
  let database: OpenDatabase;
  let summary: SummaryResult;

  beforeAll(async () => {
    dataset = await load();
    database = await openDatabase(writeDatasetImage(dataset));
    summary = await tasks['overview.summary'].query(dataset, {}, silentControl);
  });

  afterAll(() => {
    database.close();
  });

  const has = (need: string): boolean => {
    const [table = '', column] = need.split('.');
    const frame = dataset.tables[table];
    return frame !== undefined && (column === undefined || frame.columns[column] !== undefined);
  };

  it.each(overviewMetrics.map((metric): [string, OverviewMetric] => [metric.id, metric]))(
    'gives %s as the task does',
    (id, metric) => {
      expect(metric.needs.every(has)).toBe(!without.includes(id));
      if (without.includes(id)) return;
      const { columns, rows } = database.query(metric.sql);
      expect(columns).toEqual(['value']);
      const scale = metric.unit === 'money' ? 100 : 1e9;
      const rounded = (value: unknown): number | null =>
        value === null ? null : Math.round(Number(value) * scale) / scale;
      expect(rounded(rows[0]?.[0])).toBe(rounded(summary[metric.id]));
    },
  );
}

describe('the SQL of a metric, on the tiny bank,', () => {
  compare(tinyBank);
});

describe('the SQL of a metric, where rows refer to nobody,', () => {
  const { customer, ...others } = tinyTables;
  compare(() => bankOf([takeRows(customer, Uint32Array.of(0, 1)), ...Object.values(others)]));
});

describe('the SQL of a metric, on a sample bank,', () => {
  compare(() => makeSampleDataset({ customers: 300, months: 6, seed: 7 }, silentControl));
});

describeReference('the SQL of a metric, on the PKDD’99 bank,', 'berka', () => {
  const names = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card', 'trans'];
  const sources = () => names.map((name) => referenceSource(`berka/${name}.asc`));
  // Its accounts have no day of closing.
  compare(async () => (await importFiles(sources(), null, {}, silentControl)).dataset, ['products']);
});
