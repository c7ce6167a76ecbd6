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
  /** Most bytes of texts and blobs to return, roughly; any number by default. */
  readonly mostBytes?: number;
};

/** What SQLite says when a statement would change a database that is open for reading. */
const readOnlyMessage = 'attempt to write a readonly database';

/** What it says when it has no room for a value or for its work. */
const tooLargeMessages: ReadonlySet<string> = new Set(['string or blob too big', 'out of memory']);

/**
 * Answers one reading statement.
 *
 * @throws database.read-only when the statement would change something; database.query-failed {line, reason} when
 *   SQLite refuses it; database.too-large {limit} when the rows are more than was given room for
 */
export function query(
  database: Database,
  sql: string,
  parameters: SqlParameters = [],
  options: QueryOptions = {},
): SqlResult {
  mustRead(sql);
  try {
    // An iterator keeps the text on the heap; `prepare` would put it on the stack, which a long text overruns.
    for (const statement of database.iterateStatements(sql)) return answer(statement, parameters, options);
  } catch (error) {
    throw refusal(database, sql, error);
  }
  return { columns: [], rows: [], truncated: false };
}

/** How many rows a statement has; null where that cannot be told: of `EXPLAIN` and `PRAGMA`, or when a later row fails. */
export function countRows(database: Database, sql: string): number | null {
  mustRead(sql);
  try {
    for (const statement of database.iterateStatements(sql)) {
      const text = statement.getSQL().replace(/;\s*$/, '');
      const [row] = query(database, `SELECT COUNT(*) FROM (\n${text}\n)`).rows;
      return Number(row?.[0]);
    }
  } catch {
    return null;
  }
  return null;
}

function answer(
  statement: Statement,
  parameters: SqlParameters,
  { limit = Infinity, mostBytes = Infinity }: QueryOptions,
): SqlResult {
  statement.bind(isList(parameters) ? [...parameters] : { ...parameters });
  const columns = statement.getColumnNames();
  const rows: SqlValue[][] = [];
  let bytes = 0;
  let isMore = statement.step();
  for (; isMore && rows.length < limit; isMore = statement.step()) {
    const row = statement.get();
    for (const value of row) bytes += sizeOf(value);
    if (bytes > mostBytes) {
      throw new AppError('database.too-large', 'The rows have no room', { limit: mostBytes });
    }
    rows.push(row);
  }
  return { columns, rows, truncated: isMore };
}

/** Bytes of a value in memory, numbers and nulls as 8. */
function sizeOf(value: SqlValue): number {
  if (typeof value === 'string') return 2 * value.length;
  return value instanceof Uint8Array ? value.length : 8;
}

function isList(parameters: SqlParameters): parameters is readonly SqlValue[] {
  return Array.isArray(parameters);
}

/** SQLite's refusal, or whatever sql.js throws: sometimes plain texts. */
export function refusal(database: Database, sql: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const cause = { cause: error };
  if (error instanceof RangeError || tooLargeMessages.has(reason)) {
    return new AppError('database.too-large', reason, {}, cause);
  }
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
