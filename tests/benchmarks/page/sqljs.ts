import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';

/** A started sql.js; starting is never timed. */
export function startSqlJs(): Promise<SqlJsStatic> {
  return initSqlJs({ locateFile: () => wasmUrl });
}

export function oneRow(database: Database, sql: string): readonly unknown[] {
  return database.exec(sql)[0]?.values[0] ?? [];
}
