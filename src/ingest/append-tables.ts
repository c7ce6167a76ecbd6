import { emptyBitmap, isNull, setNull, type Column } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption, Dataset } from '../dataset/dataset';
import { givenTables } from '../dataset/given-tables';
import { indexById, joinRows } from '../dataset/join';
import { keepLastById, textOf } from '../dataset/link-people';
import { constantText, withColumns } from '../dataset/make-column';
import { takeRows } from '../dataset/take-rows';
import { appendFrames } from './append-frames';
import { withoutRepeatedRows } from './repeated-rows';

type Tables = Readonly<Record<string, Frame>>;

export type AppendedTables = {
  readonly tables: Tables;
  readonly others: Tables;
  /** Rows of the old data that newer rows took the place of, by table and file. */
  readonly replaced: readonly { readonly table: string; readonly file: string; readonly rows: number }[];
  /** New rows that the old data have already from a file of the same name, by table and file. */
  readonly known: readonly { readonly table: string; readonly file: string; readonly rows: number }[];
};

/** Tables with one row per thing, and the id of the thing. */
const keyed: Readonly<Record<string, string>> = {
  customer: 'customer_id',
  account: 'account_id',
  branch: 'branch_id',
  manager: 'rm_id',
  region: 'region_id',
  product: 'product_code',
};

/**
 * The tables of a dataset and further rows of the same and of other tables. Of things with an id the newest row counts;
 * columns that the new file lacks keep what was known. Of other rows those that are equal in every column to one of a
 * file of the same name, or to one that nothing but itself can be equal to, are taken for the same rows.
 *
 * @param fileOf the file of the rows of a new table that does not say it row by row
 */
export function appendTables(
  dataset: Dataset,
  added: { readonly tables: Tables; readonly others: Tables },
  fileOf: (table: string) => string,
  assumptions: Assumption[],
): AppendedTables {
  const replaced: AppendedTables['replaced'][number][] = [];
  const known: AppendedTables['known'][number][] = [];
  const append = (old: Tables, isCanonical: boolean, table: string, more: Frame): Frame => {
    const before = old[table];
    if (!before) return more;
    const first = dataset.sources.find((source) => source.table === table)?.name ?? dataset.name;
    const base = withFile(before, first);
    const rows = withFile(more, fileOf(table));
    const key = isCanonical ? keyed[table] : undefined;
    if (key === undefined) {
      const fresh = withoutKnown(base, rows);
      const whole = appendFrames([base, fresh], [null, null]);
      const kept = isCanonical ? withoutRepeatedRows(whole, base.rowCount) : whole;
      known.push(...lostRows(table, appendFrames([base, rows], [null, null]), kept));
      return kept;
    }
    const whole = appendFrames([base, keepKnown(base, rows, key)], [null, null]);
    const kept = keepLastById(whole, key, assumptions);
    replaced.push(...lostRows(table, whole, kept));
    return kept;
  };
  const merge = (old: Tables, more: Tables, isCanonical: boolean): Tables => {
    const appended = Object.entries(more).map(
      ([table, frame]) => [table, append(old, isCanonical, table, frame)] as const,
    );
    return { ...old, ...Object.fromEntries(appended) };
  };
  return {
    tables: merge(givenTables(dataset), added.tables, true),
    others: merge(dataset.others, added.others, false),
    replaced,
    known,
  };
}

const withFile = (frame: Frame, file: string): Frame =>
  textOf(frame, 'source_file')
    ? frame
    : withColumns(frame, { source_file: constantText(file, frame.rowCount) });

/** The new rows with the columns that only the old ones have, as they stood in the row with the same id. */
function keepKnown(base: Frame, added: Frame, key: string): Frame {
  const [oldIds, newIds] = [textOf(base, key), textOf(added, key)];
  const lacking = Object.keys(base.columns).filter((name) => added.columns[name] === undefined);
  if (!oldIds || !newIds || lacking.length === 0 || base.rowCount === 0) return added;
  const rows = joinRows(newIds, indexById(oldIds));
  const places = Uint32Array.from(rows, (row) => Math.max(row, 0));
  const columns = Object.fromEntries(lacking.map((name) => [name, base.columns[name] as Column]));
  const taken = takeRows({ ...base, columns }, places).columns;
  const carried = Object.entries(taken).map(([name, column]) => [name, nullWhere(column, rows)] as const);
  return withColumns(added, Object.fromEntries(carried));
}

/** The column with null wherever there was no row to take from. */
function nullWhere(column: Column, rows: Int32Array): Column {
  const nulls = column.nulls?.slice() ?? emptyBitmap(rows.length);
  rows.forEach((row, index) => {
    if (row < 0) setNull(nulls, index);
  });
  return { ...column, nulls };
}

/** The new rows that are not among the old ones of the same file: each old row stands for one new row. */
function withoutKnown(base: Frame, added: Frame): Frame {
  const names = Object.keys({ ...base.columns, ...added.columns }).filter((name) => !isOrigin(name));
  const newFiles = cellTexts(added, 'source_file');
  const files = new Set(rowsByFile(added).keys());
  const oldFiles = cellTexts(base, 'source_file');
  const counts = new Map<string, number>();
  const oldCells = names.map((name) => cellTexts(base, name));
  for (let row = 0; row < base.rowCount; row++) {
    if (!files.has(oldFiles(row))) continue;
    const text = rowText(oldFiles, oldCells, row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 0) return added;
  const newCells = names.map((name) => cellTexts(added, name));
  const kept: number[] = [];
  for (let row = 0; row < added.rowCount; row++) {
    const text = rowText(newFiles, newCells, row);
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    else kept.push(row);
  }
  return kept.length === added.rowCount ? added : takeRows(added, Uint32Array.from(kept));
}

/** Where a row came from, and keys that the star gives to files of their own. */
const isOrigin = (name: string): boolean => /^(?:source_(?:file|row)|(?:customer|account)_key)$/.test(name);

type CellText = (row: number) => string;

const rowText = (file: CellText, cells: readonly CellText[], row: number): string =>
  JSON.stringify([file(row), ...cells.map((cell) => cell(row))]);

/** How a cell is compared; null and a column that is not there are the same. */
function cellTexts(frame: Frame, name: string): CellText {
  const column = frame.columns[name];
  if (!column) return () => '';
  if (column.kind !== 'text') return (row) => (isNull(column.nulls, row) ? '' : String(column.values[row]));
  const values = dictionaryValues(column.dictionary);
  return (row) => (isNull(column.nulls, row) ? '' : (values[column.codes[row] as number] as string));
}

/** Rows that were there before and are not any more, by file. */
function lostRows(
  table: string,
  before: Frame,
  after: Frame,
): readonly { table: string; file: string; rows: number }[] {
  const [had, has] = [rowsByFile(before), rowsByFile(after)];
  return [...had].flatMap(([file, rows]) => {
    const lost = rows - (has.get(file) ?? 0);
    return lost > 0 ? [{ table, file, rows: lost }] : [];
  });
}

function rowsByFile(frame: Frame): ReadonlyMap<string, number> {
  const file = cellTexts(frame, 'source_file');
  const rows = new Map<string, number>();
  for (let row = 0; row < frame.rowCount; row++) rows.set(file(row), (rows.get(file(row)) ?? 0) + 1);
  return rows;
}
