import type { Column, TextColumn } from '../columns/column';
import type { Dictionary } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { storeCodes, storeColumn, type StoredColumn } from './image/stored-column';
import type { ImageEntry } from './image/write-image';
import { quoteName, UniqueNames } from './sql-text';

/** Where the values of a frame's column stand in the database. */
export type StoredPlace = {
  /** Column of the table. */
  readonly column: string;
  /** The table of texts that the column's numbers point into; null where the column holds the values themselves. */
  readonly texts: string | null;
};

export type StoredFrame = {
  readonly table: string;
  /** The column that is the rowid: the row of the frame, from 0. */
  readonly rowid: string;
  readonly places: ReadonlyMap<string, StoredPlace>;
};

/** SQLite keeps at most 2,000 columns in a table; those beyond stay out of the database. */
const mostColumns = 1_990;

/**
 * Frames as tables of a database file. Texts that repeat are kept once, in a table of their own per dictionary, and
 * pointed at by number; texts that are mostly different stand in the rows.
 */
export class StoredTables {
  readonly entries: ImageEntry[] = [];
  readonly #names: UniqueNames;
  readonly #texts = new Map<Dictionary, string>();

  constructor(names: UniqueNames) {
    this.#names = names;
  }

  /** Stores a frame's columns but those named in `without`. */
  add(frame: Frame, without: ReadonlySet<string>): StoredFrame {
    const columnNames = new UniqueNames();
    const rowid = columnNames.take('_row');
    const places = new Map<string, StoredPlace>();
    const columns: StoredColumn[] = [{ storage: 'constant', serialType: 0 }];
    const declarations = [`${quoteName(rowid)} INTEGER PRIMARY KEY`];
    const stored = Object.entries(frame.columns).filter(([name]) => !without.has(name));
    for (const [name, column] of stored.slice(0, mostColumns)) {
      const texts = isWorthCoding(column) ? this.#textsOf(column, frame.name, name) : null;
      const place = { column: columnNames.take(name), texts };
      places.set(name, place);
      const one =
        texts === null ? storeColumn(column) : storeCodes((column as TextColumn).codes, column.nulls);
      columns.push(one);
      declarations.push(
        `${quoteName(place.column)} ${declaredType(one, texts === null && column.kind === 'text')}`,
      );
    }
    const table = this.#names.take(`data_${frame.name}`);
    const sql = `CREATE TABLE ${quoteName(table)} (${declarations.join(', ')})`;
    this.entries.push({ kind: 'table', name: table, sql, table: { rowCount: frame.rowCount, columns } });
    return { table, rowid, places };
  }

  #textsOf(column: TextColumn, frameName: string, columnName: string): string {
    const { dictionary } = column;
    const known = this.#texts.get(dictionary);
    if (known !== undefined) return known;
    const name = this.#names.take(`text_${frameName}_${columnName}`);
    const codes = Uint32Array.from({ length: dictionary.size }, (_, code) => code);
    const text = storeColumn({ kind: 'text', codes, dictionary, nulls: null });
    this.#texts.set(dictionary, name);
    this.entries.push({
      kind: 'table',
      name,
      sql: `CREATE TABLE ${quoteName(name)} ("code" INTEGER PRIMARY KEY, "text" TEXT)`,
      table: { rowCount: dictionary.size, columns: [{ storage: 'constant', serialType: 0 }, text] },
    });
    return name;
  }
}

/** A look-up costs more than it saves where most values occur once or twice, or the table is small. */
function isWorthCoding(column: Column): column is TextColumn {
  return (
    column.kind === 'text' && column.codes.length >= 1000 && column.dictionary.size * 4 <= column.codes.length
  );
}

function declaredType(stored: StoredColumn, isText: boolean): string {
  if (isText) return 'TEXT';
  return stored.storage === 'real' ? 'REAL' : 'INTEGER';
}
