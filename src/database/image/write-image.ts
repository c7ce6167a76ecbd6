import { dictionaryOf } from '../../columns/dictionary';
import { indexPages, writeIndex, type StoredIndex } from './index-pages';
import { PAGE, PageCounter, pagesAfter, writeUint16, writeUint32 } from './page';
import { planTable, writeTable, type StoredTable } from './table-pages';
import type { StoredColumn } from './stored-column';

/** What stands in a database file, in the order of its schema. */
export type ImageEntry =
  | { readonly kind: 'table'; readonly name: string; readonly sql: string; readonly table: StoredTable }
  | {
      readonly kind: 'index';
      readonly name: string;
      readonly tableName: string;
      readonly sql: string;
      readonly index: StoredIndex;
    }
  | { readonly kind: 'view'; readonly name: string; readonly sql: string };

const SQLITE_VERSION = 3_049_000;

/**
 * A SQLite database file, written page by page: each table's leaves in order of rowids, then the pages above them. The
 * statements must declare what the entries hold; `PRAGMA integrity_check` says whether they do.
 *
 * Source: "Database File Format", sqlite.org/fileformat2.html. O(bytes)
 */
export function writeImage(entries: readonly ImageEntry[]): Uint8Array {
  const planned = entries.map((entry) =>
    entry.kind === 'table' ? { ...entry, table: planTable(entry.table) } : entry,
  );
  const count = planned.reduce((sum, entry) => {
    if (entry.kind === 'table') return sum + entry.table.pages;
    return entry.kind === 'index' ? sum + indexPages(entry.index) : sum;
  }, 0);
  // Root pages are not known yet; as numbers of four bytes they take the same room whatever they are.
  const schemaPages = planTable(
    schemaTable(
      entries,
      entries.map(() => 0),
    ),
    true,
  ).pages;
  const bytes = new Uint8Array(pagesAfter(1, count + schemaPages) * PAGE);
  const target = { bytes, counter: new PageCounter() };
  const roots = planned.map((entry) => {
    if (entry.kind === 'table') return writeTable(entry.table, target);
    return entry.kind === 'index' ? writeIndex(entry.index, target) : 0;
  });
  writeTable(planTable(schemaTable(entries, roots), true), target, true);
  writeFileHead(bytes);
  return bytes;
}

function schemaTable(entries: readonly ImageEntry[], roots: readonly number[]): StoredTable {
  const rootPages: StoredColumn = {
    storage: 'integer',
    width: 4,
    values: Int32Array.from(roots),
    nulls: null,
  };
  const columns = [
    textOf(entries.map(({ kind }) => kind)),
    textOf(entries.map(({ name }) => name)),
    textOf(entries.map((entry) => (entry.kind === 'index' ? entry.tableName : entry.name))),
    rootPages,
    textOf(entries.map(({ sql }) => sql)),
  ];
  return { rowCount: entries.length, columns };
}

function textOf(values: readonly string[]): StoredColumn {
  const { bytes, offsets } = dictionaryOf(values);
  return { storage: 'text', codes: Uint32Array.from(values.keys()), bytes, offsets, nulls: null };
}

function writeFileHead(bytes: Uint8Array): void {
  bytes.set(new TextEncoder().encode('SQLite format 3\0'));
  writeUint16(bytes, 16, PAGE);
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  writeUint32(bytes, 24, 1);
  writeUint32(bytes, 28, bytes.length / PAGE);
  writeUint32(bytes, 40, 1);
  writeUint32(bytes, 44, 4);
  writeUint32(bytes, 56, 1);
  writeUint32(bytes, 92, 1);
  writeUint32(bytes, 96, SQLITE_VERSION);
}
