import { transfer } from 'comlink';
import { hexText } from '../src/base/hex-text';
import { buffersOf } from '../src/columns/transferables';
import { openDatabase, type OpenDatabase } from '../src/database/open-database';
import type { SqlResult, SqlValue } from '../src/database/query';
import { AppError } from '../src/base/errors';
import { csvText, type CsvCell } from '../src/export/csv';
import { takeParcel } from '../src/rpc/parcel';

/** A view that questions can ask, and its columns. */
export type SqlView = { readonly name: string; readonly columns: readonly string[] };

export type SqlAnswer = SqlResult & { readonly milliseconds: number };

/** An answer as a file, and how many rows are in it; `truncated` when there are more. */
export type SqlFile = { readonly file: Blob; readonly rows: number; readonly truncated: boolean };

export type SqlApi = {
  /** Takes the place of the database before, if any. Answers what can be asked. */
  readonly open: (image: MessagePort, sqlite: ArrayBuffer | null) => Promise<readonly SqlView[]>;
  /** The first {@link mostRows} rows. @throws database.query-failed, database.read-only, database.too-large */
  readonly query: (text: string) => Promise<SqlAnswer>;
  /** How many rows there are in all; null where that cannot be told. */
  readonly count: (text: string) => Promise<number | null>;
  /** The answer as CSV, up to the {@link mostFileRows} rows that a spreadsheet holds beside a header. */
  readonly csv: (text: string) => Promise<SqlFile>;
};

/** Most rows of an answer that go to the page. */
export const mostRows = 10_000;
/** Most rows of a file. */
export const mostFileRows = 1_048_575;
/** Most room of an answer: texts of a page, not of a library. */
const mostBytes = 64 * 1024 * 1024;
const mostFileBytes = 512 * 1024 * 1024;

/** A database of its own, in a thread that may be ended at any time. */
export function createSqlApi(): SqlApi {
  let database: OpenDatabase | null = null;
  const opened = (): OpenDatabase => {
    if (database === null) throw new AppError('internal.unexpected', 'No database is open');
    return database;
  };
  return {
    open: async (image, sqlite) => {
      database?.close();
      database = null;
      database = await openDatabase(await takeParcel<Uint8Array>(image), sqlite ?? undefined);
      return viewsOf(database);
    },
    query: (text) => {
      const startedAt = performance.now();
      const result = opened().query(text, [], { limit: mostRows, mostBytes });
      const answer = { ...result, milliseconds: performance.now() - startedAt };
      return Promise.resolve(transfer(answer, buffersOf(answer)));
    },
    count: (text) => Promise.resolve(opened().count(text)),
    csv: (text) => {
      const options = { limit: mostFileRows, mostBytes: mostFileBytes };
      const { columns, rows, truncated } = opened().query(text, [], options);
      const written = csvText(
        columns,
        rows.map((row) => row.map(cellOf)),
      );
      const file = new Blob([written], { type: 'text/csv;charset=utf-8' });
      return Promise.resolve({ file, rows: rows.length, truncated });
    },
  };
}

function viewsOf(database: OpenDatabase): readonly SqlView[] {
  const { rows } = database.query(
    `SELECT view.name, info.name
     FROM sqlite_schema AS view
     JOIN pragma_table_info(view.name) AS info
     WHERE view.type = 'view'
     ORDER BY view.rowid, info.cid`,
  );
  const views = new Map<string, string[]>();
  for (const [view, column] of rows) {
    const columns = views.get(String(view)) ?? [];
    views.set(String(view), [...columns, String(column)]);
  }
  return [...views].map(([name, columns]) => ({ name, columns }));
}

const cellOf = (value: SqlValue): CsvCell => (value instanceof Uint8Array ? hexText(value) : value);
