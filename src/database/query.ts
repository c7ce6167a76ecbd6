import type { Database, Statement } from 'sql.js';
import { AppError } from '../base/errors';
import { lineOfError } from './line-of-error';
import { mustRead } from './read-only';

export type SqlValue = string | number | null | Uint8Array;

export type SqlResult = {
  readonly columns: readonly string[];
  /** One array per row, values in the order of the columns. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** There are more rows than were asked for. */
  readonly truncated: boolean;
};

/** Values of `?` in order, or of `:name`, `@name`, `$name` by that name. */
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export type QueryOptions = {
  /** Most rows to return; all by default. */
  readonly limit?: number;
};

/** What SQLite says when a statement would change a database that is open for reading. */
const readOnlyMessage = 'attempt to write a readonly database';

/**
 * Answers one reading statement.
 *
 * @throws database.read-only when the statement would change something; database.query-failed {line, reason} when
 *   SQLite refuses it
 */
export function query(
  database: Database,
  sql: string,
  parameters: SqlParameters = [],
  { limit = Infinity }: QueryOptions = {},
): SqlResult {
  mustRead(sql);
  try {
    // An iterator keeps the text on the heap; `prepare` would put it on the stack, which a long text overruns.
    for (const statement of database.iterateStatements(sql)) return answer(statement, parameters, limit);
  } catch (error) {
    throw refusal(database, sql, error);
  }
  return { columns: [], rows: [], truncated: false };
}

function answer(statement: Statement, parameters: SqlParameters, limit: number): SqlResult {
  statement.bind(isList(parameters) ? [...parameters] : { ...parameters });
  const columns = statement.getColumnNames();
  const rows: SqlValue[][] = [];
  let isMore = statement.step();
  for (; isMore && rows.length < limit; isMore = statement.step()) rows.push(statement.get());
  return { columns, rows, truncated: isMore };
}

function isList(parameters: SqlParameters): parameters is readonly SqlValue[] {
  return Array.isArray(parameters);
}

/** SQLite's refusal, or whatever sql.js throws: sometimes plain texts. */
function refusal(database: Database, sql: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  const cause = { cause: error };
  if (reason === readOnlyMessage) return new AppError('database.read-only', reason, {}, cause);
  const line = lineOfError(sql, reason, (text) => reasonToRefuse(database, text));
  return new AppError('database.query-failed', reason, { line, reason }, cause);
}

function reasonToRefuse(database: Database, sql: string): string | null {
  try {
    for (const _ of database.iterateStatements(sql)) break;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
