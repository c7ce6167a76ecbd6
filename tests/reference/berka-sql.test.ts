import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { writeDatasetImage } from '../../src/database/dataset-image';
import { openDatabase, type OpenDatabase } from '../../src/database/open-database';
import type { SqlValue } from '../../src/database/query';
import { importFiles } from '../../src/ingest/import-files';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

/** Computed independently from the same files with pandas. */
type Reference = {
  readonly rows: Readonly<Record<string, number>>;
  readonly truncated_tail: string;
  readonly monthly: Readonly<Record<string, { readonly transactions: number; readonly net_flow: number }>>;
};

const fileNames = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card', 'trans'];

describeReference('the database of Berka, the PKDD’99 bank,', 'berka', () => {
  let reference: Reference;
  let database: OpenDatabase;

  beforeAll(async () => {
    reference = referenceJson('berka/reference.json') as Reference;
    const sources = fileNames.map((name) => referenceSource(`berka/${name}.asc`));
    const { dataset } = await importFiles(sources, null, {}, silentControl);
    database = await openDatabase(writeDatasetImage(dataset));
  });

  afterAll(() => {
    database.close();
  });

  const rowsOf = (sql: string) => database.query(sql).rows;
  const valueOf = (sql: string): SqlValue | undefined => rowsOf(sql)[0]?.[0];

  it('is whole', () => {
    expect(rowsOf('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it.each([
    ['customers', 'client'],
    ['accounts', 'account'],
    ['holders', 'disp'],
    ['regions', 'district'],
    ['loans', 'loan'],
    ['standing_orders', 'order'],
    ['cards', 'card'],
    ['transactions', 'trans_complete_lines'],
  ])('has in %s every row of its file', (view, file) => {
    expect(valueOf(`SELECT COUNT(*) FROM ${view}`)).toBe(reference.rows[file]);
  });

  it('has 5,369 customers, 4,500 accounts and 49,102 transactions', () => {
    expect(valueOf('SELECT COUNT(*) FROM customers')).toBe(5369);
    expect(valueOf('SELECT COUNT(*) FROM accounts')).toBe(4500);
    expect(valueOf('SELECT COUNT(*) FROM transactions')).toBe(49_102);
  });

  it('adds up to 177,366,296.30 in and 138,120,153.50 out', () => {
    expect(rowsOf('SELECT SUM(inflow), SUM(outflow) FROM transactions')).toEqual([
      [177366296.3, 138120153.5],
    ]);
  });

  it('adds up to the same over customers, owners only', () => {
    const byCustomer = [
      'SELECT c.customer_id, SUM(t.inflow) AS inflow, SUM(t.outflow) AS outflow',
      'FROM customers AS c',
      'JOIN transactions AS t ON t.customer_id = c.customer_id',
      'GROUP BY c.customer_id',
    ].join('\n');
    expect(rowsOf(`SELECT SUM(inflow), SUM(outflow) FROM (${byCustomer})`)).toEqual([
      [177366296.3, 138120153.5],
    ]);
    const authorised = "SELECT customer_id FROM holders WHERE role = 'authorised'";
    expect(valueOf(`SELECT COUNT(*) FROM transactions WHERE customer_id IN (${authorised})`)).toBe(0);
  });

  it('books as many transactions and as much net flow each month as the reference', () => {
    const found = rowsOf('SELECT month, COUNT(*), ROUND(SUM(amount), 2) FROM transactions GROUP BY month');
    const wanted = Object.entries(reference.monthly).map(([month, { transactions, net_flow: net }]) => [
      month,
      transactions,
      Math.round(net * 100) / 100,
    ]);
    expect(found).toEqual(wanted);
  });

  it('keeps the cut last line aside, as it stands in the file', () => {
    expect(rowsOf('SELECT file, line, rule, raw FROM rejected_rows')).toEqual([
      ['trans.asc', 49_104, 'row.cut-off', reference.truncated_tail],
    ]);
  });

  it('leads from a row to its line: the first transaction stands on the second line', () => {
    const first = 'SELECT txn_date, source_row FROM transactions ORDER BY source_row LIMIT 1';
    expect(rowsOf(first)).toEqual([['1993-01-01', 2]]);
  });
});
