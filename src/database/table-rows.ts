import type { Database } from 'sql.js';
import { query, refusal, type SqlValue } from './query';
import { quoteName } from './sql-text';

/** The rows of a stored table. Integers are text, so that those of 64 bits keep their digits. */
export type TableRows = { readonly columns: readonly string[]; readonly rows: Iterable<readonly SqlValue[]> };

/** The tables that are stored in a database, in the order in which they were made: no views, nothing of SQLite's own. */
export function tableNames(database: Database): readonly string[] {
  const sql = `SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%'
    ORDER BY rowid`;
  return query(database, sql).rows.map(([name]) => String(name));
}

/** @throws database.query-failed where the file is damaged, also while the rows are walked */
export function tableRows(database: Database, table: string): TableRows {
  const from = `FROM ${quoteName(table)}`;
  const { columns } = query(database, `SELECT * ${from}`, [], { limit: 0 });
  const values = columns.map((column) => {
    const name = quoteName(column);
    return `CASE typeof(${name}) WHEN 'integer' THEN CAST(${name} AS TEXT) ELSE ${name} END`;
  });
  return { columns, rows: eachRow(database, `SELECT ${values.join(', ')} ${from}`) };
}

function* eachRow(database: Database, sql: string): Generator<readonly SqlValue[], void, undefined> {
  try {
    for (const statement of database.iterateStatements(sql)) while (statement.step()) yield statement.get();
  } catch (error) {
    throw refusal(database, sql, error);
  }
}
