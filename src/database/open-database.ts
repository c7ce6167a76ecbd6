import initSqlJs, { type Database } from 'sql.js';
import { AppError } from '../base/errors';
import { countRows, query, type QueryOptions, type SqlParameters, type SqlResult } from './query';
import { tableNames, tableRows, type TableRows } from './table-rows';

/** A database that answers and cannot be changed. */
export type OpenDatabase = {
  /** @throws database.read-only, database.query-failed {line, reason}, database.too-large */
  readonly query: (sql: string, parameters?: SqlParameters, options?: QueryOptions) => SqlResult;
  /** How many rows an answer has in all; null where that cannot be told. */
  readonly count: (sql: string) => number | null;
  /** The names of the tables that are stored in it. */
  readonly tables: () => readonly string[];
  /** All rows of a stored table, one at a time. */
  readonly rows: (table: string) => TableRows;
  /** Frees its memory. */
  readonly close: () => void;
};

type Config = NonNullable<Parameters<typeof initSqlJs>[0]> & { readonly useOldExtensionFunctions: boolean };

/**
 * Opens a database file for reading.
 *
 * @param image the file; it is kept, not copied, and must not change while the database is open
 * @param wasmBinary SQLite as WebAssembly; without it sql.js finds its own file, which only Node can do
 * @throws database.malformed when the bytes are no database
 */
export async function openDatabase(
  image: Uint8Array,
  wasmBinary?: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Promise<OpenDatabase> {
  const config: Config = {
    useOldExtensionFunctions: false,
    ...(wasmBinary === undefined ? {} : { wasmBinary: bufferOf(wasmBinary) }),
  };
  const { Database: Constructor } = await initSqlJs(config);
  const database = new Constructor(handedOver(image));
  try {
    database.exec('PRAGMA query_only = 1; SELECT COUNT(*) FROM sqlite_schema');
  } catch (cause) {
    database.close();
    throw new AppError('database.malformed', 'The bytes are no database', {}, { cause });
  }
  return {
    query: (sql, parameters, options) => query(database, sql, parameters, options),
    count: (sql) => countRows(database, sql),
    tables: () => tableNames(database),
    rows: (table) => tableRows(database, table),
    close: () => {
      close(database);
    },
  };
}

/** The same bytes, for a file system that would slice them to have a copy of its own: nobody else writes to them. */
function handedOver(image: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = image;
  const view = new Uint8Array(buffer, byteOffset, byteLength);
  view.slice = () => new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
  return view;
}

function bufferOf(binary: ArrayBuffer | Uint8Array<ArrayBuffer>): ArrayBuffer {
  if (binary instanceof ArrayBuffer) return binary;
  const { buffer, byteOffset, byteLength } = binary;
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

function close(database: Database): void {
  try {
    database.close();
  } catch (cause) {
    throw new AppError('internal.unexpected', 'The database could not be closed', {}, { cause });
  }
}
