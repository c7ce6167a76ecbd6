import { civilOf } from '../../../src/base/calendar-day';
import { silentControl } from '../../../src/base/control';
import type { Int32Column } from '../../../src/columns/column';
import type { Frame } from '../../../src/columns/frame';
import { keyDimension, type Dimension } from '../../../src/cube/dimension';
import { bytesSource } from '../../../src/ingest/byte-source';
import { readTable } from '../../../src/ingest/read-table';
import { makeTransactionsCsv } from '../make-csv';
import { dialect, plans } from './columns';
import { startDuckDb, type Connection } from './duckdb';
import type { Measured } from './measured';

/** A dashboard asks again and again: the middle of these, after one that warms both engines and is checked. */
const turns = 15;

export async function medianOf<T>(
  work: () => T | Promise<T>,
  describe: (found: T) => unknown,
): Promise<Measured> {
  const result = describe(await work());
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[turns >> 1] ?? NaN, result };
}

export async function frameOf(rows: number): Promise<Frame> {
  const { bytes } = makeTransactionsCsv(rows);
  const table = await readTable(bytesSource('transactions.csv', bytes), dialect, plans, silentControl);
  const columns = Object.fromEntries(table.columns.map(({ plan, column }) => [plan.name, column]));
  return { name: 'transaction', rowCount: table.rowCount, columns };
}

/** Months of the days, as the star keeps them beside the facts. */
export function monthDimension(days: Int32Column): Dimension {
  const months = days.values.map((day) => {
    const { year, month } = civilOf(day);
    return year * 12 + month - 1;
  });
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((most, month) => Math.max(most, month), -Infinity);
  return keyDimension({ kind: 'int32', values: months, nulls: null }, last - first + 1, first);
}

/** The same bytes as a table with the month beside the day, as ours has it; amounts are exact cents. */
export async function duckTable(rows: number, customers?: number): Promise<Connection> {
  const { db, connection } = await startDuckDb();
  const { bytes } = makeTransactionsCsv(rows, customers);
  await db.registerFileBuffer('transactions.csv', bytes);
  await connection.query(
    `CREATE TABLE transactions AS
     SELECT *, year(txn_date) * 12 + month(txn_date) - 1 AS month, CAST(round(amount * 100) AS BIGINT) AS cents
     FROM read_csv('transactions.csv')`,
  );
  return connection;
}
