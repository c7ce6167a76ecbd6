import Papa from 'papaparse';
import { silentControl } from '../../../src/base/control';
import { float64Column } from '../../../src/columns/frame';
import { bytesSource } from '../../../src/ingest/byte-source';
import { readTable } from '../../../src/ingest/read-table';
import type { ColumnPlan, Dialect } from '../../../src/ingest/table';
import { makeTransactionsCsv, transactionsHeader } from '../make-csv';
import { createTransactions, rowsOf, startDuckDb } from './duckdb';
import { measured, type Measured } from './measured';

export const dialect: Dialect = {
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  skippedLines: 0,
  hasHeader: true,
};

const types: Readonly<Record<string, ColumnPlan['type']>> = {
  txn_id: 'id',
  customer_id: 'id',
  account_id: 'id',
  txn_date: 'day',
  amount: 'money',
};

export const plans: readonly ColumnPlan[] = transactionsHeader.map((name) => ({
  name,
  type: types[name] ?? 'code',
  ...(name === 'txn_date' ? { dateFormat: 'yyyy-mm-dd' as const } : {}),
  ...(name === 'amount' ? { scale: 100 } : {}),
}));

/** Lines 1 and 2: the file's bytes → typed, dictionary-coded columns. */
export async function ours(rows: number): Promise<Measured> {
  const { bytes } = makeTransactionsCsv(rows);
  return measured(
    () => readTable(bytesSource('transactions.csv', bytes), dialect, plans, silentControl),
    (table) => {
      const columns = Object.fromEntries(table.columns.map(({ plan, column }) => [plan.name, column]));
      const frame = { name: 'transaction', rowCount: table.rowCount, columns };
      let amountCents = 0;
      for (const value of float64Column(frame, 'amount').values) amountCents += value;
      return { rows: table.rowCount, amountCents };
    },
  );
}

export async function duckdb(rows: number): Promise<Measured> {
  const { db, connection } = await startDuckDb();
  const { bytes } = makeTransactionsCsv(rows);
  return measured(
    () => createTransactions(db, connection, bytes),
    async () => {
      const [row] = await rowsOf(
        connection,
        'SELECT count(*) AS n, sum(CAST(round(amount * 100) AS BIGINT))::DOUBLE AS cents FROM transactions',
      );
      return { rows: row?.['n'], amountCents: row?.['cents'] };
    },
  );
}

export async function papa(rows: number): Promise<Measured> {
  const { bytes } = makeTransactionsCsv(rows);
  return measured(
    () => Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data,
    (data) => {
      let amountCents = 0;
      for (let row = 1; row < data.length; row++) amountCents += Math.round(Number(data[row]?.[4]) * 100);
      return { rows: data.length - 1, amountCents };
    },
  );
}
