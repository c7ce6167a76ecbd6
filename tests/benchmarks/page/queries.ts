import { silentControl } from '../../../src/base/control';
import { civilOf } from '../../../src/base/calendar-day';
import type { Int32Column } from '../../../src/columns/column';
import { dictionaryValue } from '../../../src/columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../../../src/columns/frame';
import { keyDimension, textDimension, type Dimension } from '../../../src/cube/dimension';
import { groupTotals } from '../../../src/cube/group-totals';
import { allRows } from '../../../src/cube/selection';
import { topRows } from '../../../src/cube/top-rows';
import { bytesSource } from '../../../src/ingest/byte-source';
import { readTable } from '../../../src/ingest/read-table';
import { makeTransactionsCsv } from '../make-csv';
import { dialect, plans } from './columns';
import { rowsOf, startDuckDb, type Connection } from './duckdb';
import type { Measured } from './measured';

/** A dashboard asks again and again: the middle of these, after one that warms both engines and is checked. */
const turns = 15;

async function medianOf<T>(work: () => T | Promise<T>, describe: (found: T) => unknown): Promise<Measured> {
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

async function frameOf(rows: number): Promise<Frame> {
  const { bytes } = makeTransactionsCsv(rows);
  const table = await readTable(bytesSource('transactions.csv', bytes), dialect, plans, silentControl);
  const columns = Object.fromEntries(table.columns.map(({ plan, column }) => [plan.name, column]));
  return { name: 'transaction', rowCount: table.rowCount, columns };
}

/** Months of the days, as the star keeps them beside the facts. */
function monthDimension(days: Int32Column): Dimension {
  const months = days.values.map((day) => {
    const { year, month } = civilOf(day);
    return year * 12 + month - 1;
  });
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((most, month) => Math.max(most, month), -Infinity);
  return keyDimension({ kind: 'int32', values: months, nulls: null }, last - first + 1, first);
}

type Cells = { readonly cells: number; readonly rows: number; readonly cents: number };

/** Line 7: sum and count by month × product × channel. */
export async function groupOurs(rows: number): Promise<Measured> {
  const frame = await frameOf(rows);
  const amounts = float64Column(frame, 'amount').values;
  const dimensions = [
    monthDimension(int32Column(frame, 'txn_date')),
    textDimension(textColumn(frame, 'product')),
    textDimension(textColumn(frame, 'channel')),
  ] as const;
  return medianOf(
    () => groupTotals(dimensions, amounts, allRows(frame.rowCount)),
    ({ counts, sums }): Cells => ({
      cells: counts.filter((count) => count > 0).length,
      rows: counts.reduce((total, count) => total + count, 0),
      cents: sums.reduce((total, sum) => total + sum, 0),
    }),
  );
}

/** Line 8: the hundred customers with the largest sums. */
export async function topOurs(rows: number): Promise<Measured> {
  const frame = await frameOf(rows);
  const amounts = float64Column(frame, 'amount').values;
  const customers = textColumn(frame, 'customer_id');
  const dimension = textDimension(customers);
  return medianOf(
    () => {
      const { sums } = groupTotals([dimension], amounts, allRows(frame.rowCount));
      return Array.from(topRows(sums, 100), (code) => ({
        id: dictionaryValue(customers.dictionary, code),
        cents: sums[code],
      }));
    },
    (found) => found,
  );
}

/** The same bytes as a table with the month beside the day, as ours has it; amounts are exact cents. */
async function duckTable(rows: number): Promise<Connection> {
  const { db, connection } = await startDuckDb();
  const { bytes } = makeTransactionsCsv(rows);
  await db.registerFileBuffer('transactions.csv', bytes);
  await connection.query(
    `CREATE TABLE transactions AS
     SELECT *, year(txn_date) * 12 + month(txn_date) - 1 AS month, CAST(round(amount * 100) AS BIGINT) AS cents
     FROM read_csv('transactions.csv')`,
  );
  return connection;
}

export async function groupDuckDb(rows: number): Promise<Measured> {
  const connection = await duckTable(rows);
  return medianOf(
    () =>
      connection.query(
        `SELECT month, product, channel, count(*) AS n, CAST(sum(cents) AS DOUBLE) AS cents
         FROM transactions GROUP BY ALL`,
      ),
    (table): Cells => {
      const groups = table.toArray() as { n: bigint; cents: number }[];
      return {
        cells: groups.length,
        rows: groups.reduce((total, { n }) => total + Number(n), 0),
        cents: groups.reduce((total, { cents }) => total + cents, 0),
      };
    },
  );
}

export async function topDuckDb(rows: number): Promise<Measured> {
  const connection = await duckTable(rows);
  return medianOf(
    () =>
      rowsOf(
        connection,
        `SELECT customer_id AS id, CAST(sum(cents) AS DOUBLE) AS cents
         FROM transactions GROUP BY 1 ORDER BY 2 DESC LIMIT 100`,
      ),
    (found) => found,
  );
}
