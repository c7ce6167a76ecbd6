import Papa from 'papaparse';
import type { Database } from 'sql.js';
import { makeTransactionsCsv, transactionsHeader } from '../make-csv';
import { measured, type Measured } from './measured';
import { oneRow, startSqlJs } from './sqljs';

/** Line 5's peer: Papa Parse, one prepared INSERT per row, CREATE INDEX: what most SQLite-in-the-browser tools do. */
export async function papaInsert(rows: number): Promise<Measured> {
  const sql = await startSqlJs();
  const { bytes } = makeTransactionsCsv(rows);
  return measured(
    () => {
      const database = new sql.Database();
      const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
      insertAll(database, data);
      database.run('CREATE INDEX by_customer ON transactions (customer_id)');
      return oneRow(database, 'SELECT count(*), sum(cents) FROM transactions');
    },
    ([count, cents]) => ({ rows: count, amountCents: cents, count }),
  );
}

function insertAll(database: Database, data: readonly (readonly string[])[]): void {
  const columns = transactionsHeader.map((name) => (name === 'amount' ? 'cents INTEGER' : `${name} TEXT`));
  database.run(`CREATE TABLE transactions (${columns.join(', ')})`);
  database.run('BEGIN');
  const statement = database.prepare(
    `INSERT INTO transactions VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (let row = 1; row < data.length; row++) {
    const cells = data[row] ?? [];
    statement.run(
      cells.map((cell, column) =>
        transactionsHeader[column] === 'amount' ? Math.round(Number(cell) * 100) : cell,
      ),
    );
  }
  statement.free();
  database.run('COMMIT');
}
