import { isNull } from '../columns/column';
import { codesIn } from '../columns/codes-in';
import type { Frame } from '../columns/frame';
import type { Link } from '../model/links';
import { fieldOf } from '../model/tables';
import { doubtfulIds } from './doubtful-ids';
import { indexById, joinRows } from './join';
import { textOf } from './link-people';
import { keyColumnOf, withColumns, withoutColumns } from './make-column';

type Frames = Readonly<Record<string, Frame>>;

/** Ids that files of their own may refer to, and the key that the star gives them. */
const ids = [
  { table: 'customer', field: 'customer_id', key: 'customer_key' },
  { table: 'account', field: 'account_id', key: 'account_key' },
] as const;

/** Below this share of references that find their row a column only has the name of an id. */
const leastMatch = 0.5;

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/gu, '');

function namesOf(table: string, name: string): ReadonlySet<string> {
  const field = fieldOf(table, name);
  const labels = field ? [field.name, ...field.synonyms, field.label.en, field.label.zh] : [];
  return new Set(labels.map(plain));
}

/** Columns of a file of its own that hold ids of customers or accounts: by their name, and because most are found. */
export function ownKeysOf(frame: Frame, tables: Frames): readonly Link[] {
  return ids.flatMap(({ table, field }): Link[] => {
    const to = textOf(tables[table], field);
    if (!to) return [];
    const names = namesOf(table, field);
    const column = Object.keys(frame.columns).find((name) => {
      const from = names.has(plain(name)) ? textOf(frame, name) : null;
      if (!from) return false;
      const found = codesIn(from.dictionary, to.dictionary);
      for (const code of doubtfulIds(from.dictionary).keys()) found[code] = -1;
      let [rows, matched] = [0, 0];
      for (let row = 0; row < from.codes.length; row++) {
        if (isNull(from.nulls, row)) continue;
        rows++;
        if ((found[from.codes[row] as number] as number) >= 0) matched++;
      }
      return rows > 0 && matched >= rows * leastMatch;
    });
    return column === undefined ? [] : [{ from: { table: frame.name, field: column }, to: { table, field } }];
  });
}

/** Files of their own with the rows of the customers and accounts that they refer to, as `customer_key` and `account_key`. */
export function linkOthers(others: Frames, tables: Frames): Frames {
  const linked = Object.entries(others).map(([name, frame]) => {
    const keys = ownKeysOf(frame, tables).flatMap(({ from, to }) => {
      const own = textOf(frame, from.field);
      const target = textOf(tables[to.table], to.field);
      const key = ids.find(({ table }) => table === to.table)?.key;
      return own && target && key ? [[key, keyColumnOf(joinRows(own, indexById(target)))] as const] : [];
    });
    const made = ids.flatMap(({ key }) => (frame.columns[key]?.kind === 'int32' ? [key] : []));
    return [name, withColumns(withoutColumns(frame, made), Object.fromEntries(keys))] as const;
  });
  return Object.fromEntries(linked);
}
