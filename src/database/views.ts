import type { Frame } from '../columns/frame';
import type { FieldType } from '../model/field';
import { columnType, tableNamed } from '../model/tables';
import { quoteName, UniqueNames } from './sql-text';
import { starKey, type StarKey } from './star-keys';
import type { StoredFrame } from './stored-tables';

/** A column of a view: its name and what it is in SQL. */
export type ViewColumn = { readonly name: string; readonly expression: string };

export type View = { readonly columns: readonly ViewColumn[]; readonly from: readonly string[] };

export type Stored = { readonly frame: Frame; readonly stored: StoredFrame };

export type ViewContext = {
  /** Canonical tables by name. */
  readonly tables: ReadonlyMap<string, Stored>;
  readonly minorPerMajor: number;
};

/** The value of a column as people read it: texts, ISO days and months, major units. */
export function valueOf(
  { frame, stored }: Stored,
  alias: string,
  name: string,
  type: FieldType | null,
  minorPerMajor: number,
): string {
  const place = stored.places.get(name);
  const column = frame.columns[name];
  if (place === undefined || column === undefined) return 'NULL';
  const value = `${alias}.${quoteName(place.column)}`;
  if (place.texts !== null) {
    return `(SELECT "text" FROM ${quoteName(place.texts)} WHERE "code" = ${value})`;
  }
  if (column.kind === 'text') return value;
  switch (type) {
    case 'money':
      return minorPerMajor === 1 ? value : `${value} / ${minorPerMajor}.0`;
    case 'day':
      return `date(${value} * 86400, 'unixepoch')`;
    case 'month':
      // Mean months of 2,629,746 seconds lead to the middle of each month, give or take three days.
      return `strftime('%Y-%m', ${value} * 2629746 + 1296000, 'unixepoch')`;
    case 'time':
      return `time(${value}, 'unixepoch')`;
    default:
      return value;
  }
}

/**
 * The view of a canonical table, or of a file kept under its own name: the fields that the data have, in the order of
 * the declaration, with ids in place of row numbers and the names of the customer, branch and manager beside them.
 */
export function describeView(one: Stored, context: ViewContext): View {
  return new ViewWriter(one, context).write();
}

class ViewWriter {
  readonly #one: Stored;
  readonly #context: ViewContext;
  readonly #columns: ViewColumn[] = [];
  readonly #names = new UniqueNames();
  readonly #joins = new Set<string>();

  constructor(one: Stored, context: ViewContext) {
    this.#one = one;
    this.#context = context;
  }

  write(): View {
    const { frame } = this.#one;
    const present = new Set(this.#context.tables.keys());
    const keys = Object.keys(frame.columns).flatMap((name) => starKey(frame.name, name, present) ?? []);
    const keyOf = new Map(keys.map((key) => [key.field, key]));
    const isCanonical = tableNamed(frame.name) !== undefined;
    for (const name of this.#orderedNames(keyOf)) {
      const key = keyOf.get(name);
      if (key) this.#add(name, this.#idThrough(key));
      else this.#add(name, this.#own(name, isCanonical ? columnType(frame.name, name) : null));
      if (frame.name === 'transaction' && name === 'amount') this.#addFlows(this.#own('amount', 'money'));
    }
    for (const key of keys) this.#addNames(key, 'row', present);
    for (const name of ['source_row', 'source_file']) {
      if (frame.columns[name]) this.#add(name, this.#own(name, columnType(frame.name, name)));
    }
    const from = [`${quoteName(this.#one.stored.table)} AS "row"`, ...this.#joins];
    return { columns: this.#columns, from };
  }

  /** Declared fields first, then the file's own columns; keys are shown as the fields they stand for. */
  #orderedNames(keyOf: ReadonlyMap<string, StarKey>): readonly string[] {
    const { frame } = this.#one;
    const fields = tableNamed(frame.name)?.fields.map(({ name }) => name) ?? [];
    const own = Object.keys(frame.columns).filter(
      (name) => !fields.includes(name) && !/^source_(?:row|file)$/.test(name) && !this.#isKey(name),
    );
    const declared = fields.filter((name) => frame.columns[name] !== undefined || keyOf.has(name));
    const others = [...keyOf.keys()].filter((name) => !declared.includes(name) && !own.includes(name));
    return [...declared, ...own, ...others];
  }

  #isKey(name: string): boolean {
    const { frame } = this.#one;
    const present = new Set(this.#context.tables.keys());
    if (tableNamed(frame.name) !== undefined) return columnType(frame.name, name) === 'key';
    return frame.columns[name]?.kind === 'int32' && starKey(frame.name, name, present) !== null;
  }

  #add(name: string, expression: string): void {
    this.#columns.push({ name: this.#names.take(name), expression });
  }

  /** Adds a column that the data have not got themselves. */
  #addIfNew(name: string, expression: () => string): void {
    if (!this.#names.has(name)) this.#add(name, expression());
  }

  #own(name: string, type: FieldType | null): string {
    return valueOf(this.#one, '"row"', name, type, this.#context.minorPerMajor);
  }

  /** The id of the row that a key points at; where it points nowhere, the id as the file writes it. */
  #idThrough(key: StarKey): string {
    const id = this.#through('row', this.#one, key, key.id);
    const { frame, stored } = this.#one;
    const isWritten = frame.columns[key.field] !== undefined && stored.places.has(key.field);
    return isWritten ? `COALESCE(${id}, ${this.#own(key.field, 'id')})` : id;
  }

  /**
   * A field of the row that a key points at. The customer is joined, so that asking for one customer finds the index;
   * everything else is a look-up inside the column, because SQLite carries out every join of a view even for a sum
   * that needs none.
   */
  #through(alias: string, from: Stored, key: StarKey, field: string): string {
    const target = this.#context.tables.get(key.table);
    const place = from.stored.places.get(key.column);
    if (!target || !place) return 'NULL';
    const isJoined = alias === 'row' && key.table === 'customer';
    const other = quoteName(isJoined ? 'customer' : `${alias}_${key.table}`);
    const type = columnType(key.table, field);
    const value = valueOf(target, other, field, type, this.#context.minorPerMajor);
    const table = `${quoteName(target.stored.table)} AS ${other}`;
    const condition = `${other}.${quoteName(target.stored.rowid)} = ${quoteName(alias)}.${quoteName(place.column)}`;
    if (!isJoined) return `(SELECT ${value} FROM ${table} WHERE ${condition})`;
    this.#joins.add(`LEFT JOIN ${table} ON ${condition}`);
    return value;
  }

  #addFlows(amount: string): void {
    this.#add('inflow', `CASE WHEN ${amount} > 0 THEN ${amount} WHEN ${amount} <= 0 THEN 0.0 END`);
    this.#add('outflow', `CASE WHEN ${amount} < 0 THEN -(${amount}) WHEN ${amount} >= 0 THEN 0.0 END`);
  }

  /** `customer_name`, and through the customer `branch_id`, `branch_name`, `rm_id`, `rm_name`. */
  #addNames(key: StarKey, alias: string, present: ReadonlySet<string>, from: Stored = this.#one): void {
    const target = this.#context.tables.get(key.table);
    if (!target || !namedTables.has(key.table) || key.column === 'parent_key') return;
    if (alias !== 'row') this.#addIfNew(key.id, () => this.#through(alias, from, key, key.id));
    if (target.frame.columns['name']) {
      this.#addIfNew(`${key.id.replace(/_id$/, '')}_name`, () => this.#through(alias, from, key, 'name'));
    }
    if (key.table !== 'customer' || alias !== 'row') return;
    for (const name of Object.keys(target.frame.columns)) {
      const next = starKey(key.table, name, present);
      if (next && next.table !== 'region') this.#addNames(next, 'customer', present, target);
    }
  }
}

/** Tables whose names stand beside the rows that point at them. */
const namedTables: ReadonlySet<string> = new Set(['customer', 'branch', 'manager', 'region']);
