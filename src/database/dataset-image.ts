import type { Int32Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import type { Dataset } from '../dataset/dataset';
import { tableNamed } from '../model/tables';
import { sortIndex } from './image/index-pages';
import { writeImage, type ImageEntry } from './image/write-image';
import { publishedView } from './published-view';
import { quoteName, UniqueNames } from './sql-text';
import { starKey } from './star-keys';
import { StoredTables } from './stored-tables';
import { describeView, type Stored, type View } from './views';

export type ImageOptions = {
  /** Whether transactions and balances can be looked up by customer without reading them all. Default true. */
  readonly hasIndexes?: boolean;
};

/** Name of the view of published columns. */
const publishedViewName = 'customer_months';

/**
 * The dataset as a SQLite database file: a table per frame, integer-coded, whose rowids are the rows of the frame, and
 * views with the names of data.md §7 for people: amounts in major units, dates as ISO text, ids in place of row numbers.
 * Files that fit no table have views under their own names.
 *
 * O(rows × columns); about 0.25 s for a million transactions of ten columns.
 */
export function writeDatasetImage(dataset: Dataset, { hasIndexes = true }: ImageOptions = {}): Uint8Array {
  const { tables, others, rejects } = dataset;
  // Views first: a file named like one gets another name, not they.
  const viewNames = new Map(
    [...Object.values(tables), rejects].map((frame) => [frame, tableNamed(frame.name)?.view ?? frame.name]),
  );
  const names = new UniqueNames([...viewNames.values(), publishedViewName]);
  for (const frame of Object.values(others)) viewNames.set(frame, names.take(frame.name));
  const stored = new StoredTables(names);
  const store = (frame: Frame): Stored => ({ frame, stored: stored.add(frame, redundantIds(frame, tables)) });
  const canonical = new Map(Object.entries(tables).map(([name, frame]) => [name, store(frame)]));
  const context = { tables: canonical, minorPerMajor: dataset.minorPerMajor };
  const all = [...canonical.values(), store(rejects), ...Object.values(others).map(store)];
  const views = all.map(
    (one) => [viewNames.get(one.frame) ?? one.frame.name, describeView(one, context)] as const,
  );
  const published = publishedView(dataset, canonical.get('customer'), (frame) =>
    stored.add(frame, new Set()),
  );
  return writeImage([
    ...stored.entries,
    ...(hasIndexes ? customerIndexes(canonical, names) : []),
    ...[...views, [publishedViewName, published] as const].map(([name, view]) => viewEntry(name, view)),
  ]);
}

/** Ids that say nothing more than the key beside them. */
function redundantIds(frame: Frame, tables: Dataset['tables']): ReadonlySet<string> {
  const present = new Set(Object.keys(tables));
  if (!present.has(frame.name)) return new Set();
  const keys = Object.entries(frame.columns).flatMap(([name, column]) =>
    column.kind === 'int32' && column.nulls === null ? (starKey(frame.name, name, present) ?? []) : [],
  );
  return new Set(keys.map(({ field }) => field));
}

function viewEntry(name: string, { columns, from }: View): ImageEntry {
  const list = columns.map(({ name: column, expression }) => `${expression} AS ${quoteName(column)}`);
  const sql = `CREATE VIEW ${quoteName(name)} AS\nSELECT\n  ${list.join(',\n  ')}\nFROM ${from.join('\n')}`;
  return { kind: 'view', name, sql };
}

/** Tables that are looked up by customer. */
const indexedTables = ['transaction', 'balance'];

function customerIndexes(tables: ReadonlyMap<string, Stored>, names: UniqueNames): readonly ImageEntry[] {
  return indexedTables.flatMap((table): readonly ImageEntry[] => {
    const one = tables.get(table);
    const keys = one?.frame.columns['customer_key'];
    const place = one?.stored.places.get('customer_key');
    if (!one || !place || keys?.kind !== 'int32') return [];
    return [customerIndex(one, keys, place.column, names.take(`index_${table}_customer`))];
  });
}

/** Rows without a customer are not in the index: `customer = ?` never asks for them. */
function customerIndex(one: Stored, keys: Int32Column, column: string, name: string): ImageEntry {
  const { table } = one.stored;
  const where = keys.nulls === null ? '' : ` WHERE ${quoteName(column)} IS NOT NULL`;
  return {
    kind: 'index',
    name,
    tableName: table,
    sql: `CREATE INDEX ${quoteName(name)} ON ${quoteName(table)} (${quoteName(column)})${where}`,
    index: sortIndex(keys.values, keys.nulls),
  };
}
