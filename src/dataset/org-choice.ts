import { isNull } from '../columns/column';
import { parseOrgPath } from '../model/org-path';
import { attributeOf } from './attributes';
import type { Dataset } from './dataset';
import { textsOf, type Coded } from './facts';

/** Customers that a path in the organisation keeps, and what it names that is not there. */
export type OrgChoice = {
  readonly keeps: Uint8Array;
  readonly unknown: readonly string[];
};

const coded = (dataset: Dataset, name: 'branch' | 'manager'): Coded | null => {
  const attribute = attributeOf(dataset, name, null);
  return attribute?.kind === 'category' ? attribute.coded : null;
};

/** The branches and all below them, by row of the branch table. */
export function withSubBranches(dataset: Dataset, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const branch = dataset.tables['branch'];
  const ids = branch?.columns['branch_id'];
  const parents = branch?.columns['parent_key'];
  if (!branch || ids?.kind !== 'text' || parents?.kind !== 'int32') return chosen;
  const texts = textsOf(ids.dictionary);
  const idOf = (row: number): string => texts[ids.codes[row] as number] ?? '';
  const all = new Set(chosen);
  // A branch may stand before its parent in the file, so pass until nothing is added; a circle adds nothing twice.
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (let row = 0; row < branch.rowCount; row++) {
      if (!isNull(parents.nulls, row) && all.has(idOf(parents.values[row] as number))) all.add(idOf(row));
    }
  }
  return all;
}

/**
 * The customers of a path `br:…/rm:…`: of any of the branches or those below them, and, when managers are named, of any
 * of these. `~` keeps all others. Null when the path cannot be read.
 */
export function customersOfOrg(dataset: Dataset, path: string): OrgChoice | null {
  const parsed = parseOrgPath(path);
  if (parsed === null) return null;
  const count = dataset.tables['customer']?.rowCount ?? 0;
  const inside = new Uint8Array(count).fill(1);
  const unknown: string[] = [];
  const narrow = (found: Coded | null, wanted: ReadonlySet<string>, named: readonly string[]): void => {
    const names = new Set(found?.names);
    unknown.push(...named.filter((id) => !names.has(id)));
    const isWanted = Uint8Array.from(found?.names ?? [], (id) => (wanted.has(id) ? 1 : 0));
    for (let row = 0; row < count; row++) {
      if (found === null || isWanted[found.codes[row] as number] !== 1) inside[row] = 0;
    }
  };
  if (parsed.branches.length > 0) {
    narrow(coded(dataset, 'branch'), withSubBranches(dataset, new Set(parsed.branches)), parsed.branches);
  }
  if (parsed.managers.length > 0) {
    narrow(coded(dataset, 'manager'), new Set(parsed.managers), parsed.managers);
  }
  const keeps = parsed.exclude ? inside.map((one) => 1 - one) : inside;
  return { keeps, unknown };
}
