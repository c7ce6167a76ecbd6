import { links } from '../model/links';

/** A key column of the star: the row of another table, and the id that people know that row by. */
export type StarKey = {
  readonly column: string;
  readonly table: string;
  /** The id in the other table … */
  readonly id: string;
  /** … and the field of this table that holds it. */
  readonly field: string;
};

/** Key columns that `dataset/build-dataset.ts` makes, and the tables that they point into. */
const targets: Readonly<Record<string, string>> = {
  customer_key: 'customer',
  account_key: 'account',
  holder_key: 'holder',
  branch_key: 'branch',
  parent_key: 'branch',
  rm_key: 'manager',
  region_key: 'region',
};

/** What a key column of a table means; null for a column that is no key, or points to a table that is not there. */
export function starKey(table: string, column: string, present: ReadonlySet<string>): StarKey | null {
  const target = targets[column];
  if (target === undefined || !present.has(target)) return null;
  const into = links.filter(({ to }) => to.table === target);
  const own = into.find(({ from }) => from.table === table);
  const id = (own ?? into[0])?.to.field;
  return id === undefined ? null : { column, table: target, id, field: own?.from.field ?? id };
}
