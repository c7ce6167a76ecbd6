import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

export const duckdbVersion = duckdb.PACKAGE_VERSION;

export type Connection = duckdb.AsyncDuckDBConnection;

/** A started DuckDB in its worker; starting is never timed. */
export async function startDuckDb(): Promise<{ db: duckdb.AsyncDuckDB; connection: Connection }> {
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(workerUrl));
  await db.instantiate(wasmUrl);
  const connection = await db.connect();
  await connection.query('SELECT 1');
  return { db, connection };
}

/** Rows as plain objects; whole numbers of 64 bits become numbers. */
export async function rowsOf(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const table = await connection.query(sql);
  return table
    .toArray()
    .map((row: { toJSON: () => Record<string, unknown> }) =>
      Object.fromEntries(
        Object.entries(row.toJSON()).map(([key, value]) => [
          key,
          typeof value === 'bigint' ? Number(value) : value,
        ]),
      ),
    );
}

/** Gives the bytes away and makes `transactions` of them; types are DuckDB's own choice, as it would choose for a user. */
export async function createTransactions(
  db: duckdb.AsyncDuckDB,
  connection: Connection,
  bytes: Uint8Array,
): Promise<void> {
  await db.registerFileBuffer('transactions.csv', bytes);
  await connection.query("CREATE TABLE transactions AS SELECT * FROM read_csv('transactions.csv')");
}
