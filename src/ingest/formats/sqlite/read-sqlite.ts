import { cancelled } from '../../../base/control';
import { AppError } from '../../../base/errors';
import { damagedFile } from '../damaged-file';
import type { ReadTables } from '../format-reader';
import { TableWriter } from '../table-writer';
import type { TextTable } from '../text-table';
import { valueText } from '../value-text';

/** A database file that is open for reading. */
export type SqliteFile = {
  readonly tables: () => readonly string[];
  /** Integers are given as text, so that those of 64 bits keep their digits. */
  readonly rows: (table: string) => {
    readonly columns: readonly string[];
    readonly rows: Iterable<readonly unknown[]>;
  };
  readonly close: () => void;
};

export type OpenSqlite = (image: Uint8Array) => Promise<SqliteFile>;

const ROWS_PER_LOOK = 1024;

/** Bytes of the header that say how a file is written and read. Source: “Database File Format”, §1.3, sqlite.org. */
const WRITE_VERSION = 18;
const READ_VERSION = 19;

/** A reader of every table that is stored in a database file; views are made of them. */
export const sqliteReader =
  (open: OpenSqlite): ReadTables =>
  async (source, limit, control) => {
    limit.foresee(source.byteLength);
    const image = (await source.slice(0, source.byteLength)).slice();
    // With a write-ahead log beside it a file would need that log; alone it is whole as of its last checkpoint.
    image[WRITE_VERSION] = 1;
    image[READ_VERSION] = 1;
    try {
      const file = await open(image);
      try {
        const names = file.tables();
        if (names.length === 0) {
          throw new AppError('ingest.no-rows', `${source.name} has no tables`, { file: source.name });
        }
        const tables: TextTable[] = [];
        for (const [index, table] of names.entries()) {
          if (control.isCancelled()) throw cancelled();
          await control.yield(index, names.length, 'open');
          const { columns, rows } = file.rows(table);
          const writer = new TableWriter(limit);
          for (const row of rows) {
            for (const value of row) writer.text(valueText(value));
            writer.endRow();
            if (writer.rowCount % ROWS_PER_LOOK !== 0) continue;
            if (control.isCancelled()) throw cancelled();
            if (control.shouldYield()) await control.yield(index, names.length, 'open');
          }
          const name = names.length > 1 ? table : null;
          const origin = { format: 'sqlite', table: name, layout: 'named' } as const;
          tables.push(writer.finish({ ...origin, columnCount: columns.length }, columns));
        }
        return tables;
      } finally {
        file.close();
      }
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('database.')) {
        throw damagedFile(source.name, 'SQLITE', error);
      }
      throw error;
    }
  };
