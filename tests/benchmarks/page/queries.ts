import { dictionaryValue } from '../../../src/columns/dictionary';
import { float64Column, int32Column, textColumn } from '../../../src/columns/frame';
import { textDimension } from '../../../src/cube/dimension';
import { groupTotals } from '../../../src/cube/group-totals';
import { allRows } from '../../../src/cube/selection';
import { topRows } from '../../../src/cube/top-rows';
import { duckTable, frameOf, medianOf, monthDimension } from './asked-often';
import { rowsOf } from './duckdb';
import type { Measured } from './measured';

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
