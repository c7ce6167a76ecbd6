import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { silentControl } from '../../../src/base/control';
import { writeDatasetImage } from '../../../src/database/dataset-image';
import { openDatabase, type OpenDatabase } from '../../../src/database/open-database';
import type { Dataset } from '../../../src/dataset/dataset';
import { bytesSource } from '../../../src/ingest/byte-source';
import { importFiles } from '../../../src/ingest/import-files';
import { makeTransactionsCsv } from '../make-csv';
import { createTransactions, rowsOf, startDuckDb } from './duckdb';
import { measured, type Measured } from './measured';

/** Rows and amounts, which every contender must agree on; asked after the clock has stopped. */
const check = 'SELECT count(*) AS n, CAST(round(sum(amount) * 100) AS INTEGER) AS cents FROM transactions';

type Opened = { readonly database: OpenDatabase; readonly count: unknown };

async function sqlite(): Promise<ArrayBuffer> {
  return (await fetch(wasmUrl)).arrayBuffer();
}

async function firstAnswer(dataset: Dataset, wasm: ArrayBuffer, hasIndexes: boolean): Promise<Opened> {
  const database = await openDatabase(writeDatasetImage(dataset, { hasIndexes }), wasm);
  const count = database.query('SELECT count(*) FROM data_transaction').rows[0]?.[0];
  return { database, count };
}

function found({ database, count }: Opened): unknown {
  const [rows, amountCents] = database.query(check).rows[0] ?? [];
  return { rows, amountCents, count };
}

/**
 * Lines 3 and 4: the whole import as a user has it (look, match, read with every rule, hash, join accounts and customers,
 * find currency, signs and balances), then the file image, SQLite's own start, and the first answer.
 */
async function imported(rows: number, hasIndexes: boolean): Promise<Measured> {
  const wasm = await sqlite();
  const { bytes } = makeTransactionsCsv(rows);
  return measured(async () => {
    const { dataset } = await importFiles([bytesSource('transactions.csv', bytes)], null, {}, silentControl);
    return firstAnswer(dataset, wasm, hasIndexes);
  }, found);
}

export const ours = (rows: number): Promise<Measured> => imported(rows, false);

export const oursIndexed = (rows: number): Promise<Measured> => imported(rows, true);

export async function duckdb(rows: number): Promise<Measured> {
  const { db, connection } = await startDuckDb();
  const { bytes } = makeTransactionsCsv(rows);
  return measured(
    async () => {
      await createTransactions(db, connection, bytes);
      return (await rowsOf(connection, 'SELECT count(*) AS n FROM transactions'))[0]?.['n'];
    },
    async (count) => {
      const [row] = await rowsOf(
        connection,
        'SELECT count(*) AS n, sum(CAST(round(amount * 100) AS BIGINT))::DOUBLE AS cents FROM transactions',
      );
      return { rows: row?.['n'], amountCents: row?.['cents'], count };
    },
  );
}
