import { parseIsoDay } from '../../../src/base/calendar-day';
import { silentControl } from '../../../src/base/control';
import type { Frame } from '../../../src/columns/frame';
import type { Dataset } from '../../../src/dataset/dataset';
import { measureRfm } from '../../../src/features/segmentation/rfm-measures';
import { bytesSource } from '../../../src/ingest/byte-source';
import { importFiles } from '../../../src/ingest/import-files';
import { makeTransactionsCsv } from '../make-csv';
import { duckTable, medianOf } from './asked-often';
import type { Measured } from './measured';

/** The last twelve months of the file. */
const [from, to] = ['2025-01-01', '2025-12-30'];

/** Customers who ever bought, and the sums over them: of days since 1970, of bookings, of cents. */
type Found = {
  readonly customers: number;
  readonly lastDays: number;
  readonly frequency: number;
  readonly cents: number;
};

/** The dataset with frames that nothing has been computed from yet: indexes and masks are made within the time. */
function unread(dataset: Dataset): Dataset {
  const tables = Object.entries(dataset.tables).map(([name, frame]) => [name, { ...frame }] as const);
  return { ...dataset, tables: Object.fromEntries<Frame>(tables) };
}

/** Line 9: recency, frequency and money of every customer, from the bookings that customers decided on. */
export async function ours(rows: number, customers: number): Promise<Measured> {
  const { bytes } = makeTransactionsCsv(rows, customers);
  const { dataset } = await importFiles([bytesSource('transactions.csv', bytes)], null, {}, silentControl);
  const window = { from: parseIsoDay(from) ?? NaN, to: parseIsoDay(to) ?? NaN };
  return medianOf(
    () => measureRfm(unread(dataset), window, 'transactions', 'inflow', silentControl),
    ({ lastDay, frequency, money }): Found => {
      const sum = (values: Float64Array) => values.reduce((total, one) => total + (one === one ? one : 0), 0);
      const known = lastDay.reduce((count, day) => count + (day === day ? 1 : 0), 0);
      return { customers: known, lastDays: sum(lastDay), frequency: sum(frequency), cents: sum(money) };
    },
  );
}

export async function duckdb(rows: number, customers: number): Promise<Measured> {
  const connection = await duckTable(rows, customers);
  return medianOf(
    () =>
      connection.query(
        `SELECT customer_id,
                epoch(max(txn_date)) / 86400 AS last_day,
                count(*) FILTER (WHERE txn_date >= DATE '${from}') AS frequency,
                CAST(coalesce(sum(greatest(cents, 0)) FILTER (WHERE txn_date >= DATE '${from}'), 0) AS DOUBLE) AS cents
         FROM transactions
         WHERE type NOT IN ('fee', 'interest') AND channel <> 'system' AND txn_date <= DATE '${to}'
         GROUP BY 1`,
      ),
    (table): Found => {
      const found = table.toArray() as { last_day: number; frequency: bigint; cents: number }[];
      return {
        customers: found.length,
        lastDays: found.reduce((total, one) => total + one.last_day, 0),
        frequency: found.reduce((total, one) => total + Number(one.frequency), 0),
        cents: found.reduce((total, one) => total + one.cents, 0),
      };
    },
  );
}
