import { AppError } from '../base/errors';
import { splitStatements } from './split-statements';

const reading: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES', 'EXPLAIN']);

/** Pragmas that tell about the database and set nothing. */
const telling: ReadonlySet<string> = new Set([
  'TABLE_INFO',
  'TABLE_XINFO',
  'TABLE_LIST',
  'INDEX_INFO',
  'INDEX_XINFO',
  'INDEX_LIST',
  'FUNCTION_LIST',
  'COMPILE_OPTIONS',
  'INTEGRITY_CHECK',
  'QUICK_CHECK',
]);

/** What may follow the tables that `WITH` names. */
const verbs: ReadonlySet<string> = new Set([...reading, 'INSERT', 'UPDATE', 'DELETE', 'REPLACE']);

function isReading([first = '', ...others]: readonly string[]): boolean {
  if (first === 'PRAGMA') return telling.has(others[0] ?? '');
  if (first !== 'WITH') return reading.has(first);
  return reading.has(others.find((word) => verbs.has(word)) ?? 'SELECT');
}

/**
 * Lets one reading statement pass. It makes for a clear refusal; the lock is in the database (`PRAGMA query_only`).
 *
 * @throws database.read-only for a statement that does anything else; database.query-failed for none or several
 */
export function mustRead(sql: string): void {
  const statements = splitStatements(sql);
  for (const { line, words } of statements) {
    if (isReading(words)) continue;
    throw new AppError('database.read-only', 'Queries can only read', { line, statement: words[0] ?? '' });
  }
  if (statements.length === 1) return;
  const [line, reason] =
    statements.length === 0 ? [1, 'no statement'] : [statements[1]?.line ?? 1, 'more than one statement'];
  throw new AppError('database.query-failed', reason, { line, reason });
}
