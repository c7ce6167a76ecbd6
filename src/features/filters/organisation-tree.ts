import { keyAt, textAt } from '../../dataset/cell-value';
import { customerCount } from '../../dataset/facts';
import { countedNow } from '../../dataset/members';
import type { Scope } from '../../dataset/scope';
import { formatOrgPath, orgPathOf } from '../../model/org-path';
import type { FilterOption } from './options';

/**
 * Branches, each before its parts and its managers, with the customers of the scope; a branch counts those of its
 * sub-branches. Managers without a branch, or all where no branches are known, stand at the top.
 */
export function organisationTree(scope: Scope): readonly FilterOption[] {
  const { branch, manager } = scope.dataset.tables;
  const branches = branch?.columns['branch_id'] ? branch.rowCount : 0;
  const managers = manager?.columns['rm_id'] ? manager.rowCount : 0;
  const parents = Array.from({ length: branches }, (_, row) => parentOf(scope, row));
  const { ofBranch, ofManager } = countCustomers(scope, parents, managers);
  const tree: FilterOption[] = [];
  const seen = new Set<number>();
  const option = (key: string, at: 'branch' | 'manager', row: number): Omit<FilterOption, 'customers'> => ({
    key,
    name: textAt(scope.dataset.tables[at], 'name', row),
    nameEn: textAt(scope.dataset.tables[at], 'name_en', row),
    parent: null,
    level: 0,
    family: null,
  });
  const managerOption = (row: number, branchRow: number | null): Omit<FilterOption, 'customers'> => {
    const branchId = branchRow === null ? null : textAt(branch, 'branch_id', branchRow);
    const path = orgPathOf(branchId, textAt(manager, 'rm_id', row) ?? '');
    return option(formatOrgPath(path), 'manager', row);
  };
  const visit = (row: number, parent: string | null, level: number): void => {
    if (seen.has(row)) return;
    seen.add(row);
    const key = formatOrgPath(orgPathOf(textAt(branch, 'branch_id', row) ?? ''));
    tree.push({ ...option(key, 'branch', row), parent, level, customers: ofBranch[row] ?? 0 });
    parents.forEach((above, child) => {
      if (above === row) visit(child, key, level + 1);
    });
    for (let one = 0; one < managers; one++) {
      if (keyAt(manager, 'branch_key', one) !== row) continue;
      tree.push({
        ...managerOption(one, row),
        parent: key,
        level: level + 1,
        customers: ofManager[one] ?? 0,
      });
    }
  };
  parents.forEach((above, row) => {
    if (above === null) visit(row, null, 0);
  });
  // Branches that are each other's parents hang below nothing.
  parents.forEach((_, row) => {
    visit(row, null, 0);
  });
  for (let one = 0; one < managers; one++) {
    if (keyAt(manager, 'branch_key', one) !== null && branches > 0) continue;
    tree.push({ ...managerOption(one, null), customers: ofManager[one] ?? 0 });
  }
  return tree;
}

function parentOf(scope: Scope, row: number): number | null {
  const parent = keyAt(scope.dataset.tables['branch'], 'parent_key', row);
  return parent === row ? null : parent;
}

/** Customers of each branch with all below it, and of each manager within the branch that it belongs to. */
function countCustomers(
  scope: Scope,
  parents: readonly (number | null)[],
  managers: number,
): { ofBranch: Int32Array; ofManager: Int32Array } {
  const { customer, manager } = scope.dataset.tables;
  const counted = countedNow(scope);
  const ofBranch = new Int32Array(parents.length);
  const ofManager = new Int32Array(managers);
  const home = Array.from({ length: managers }, (_, row) => keyAt(manager, 'branch_key', row));
  const chains = parents.map((_, row) => chainOf(parents, row));
  for (let row = 0; row < customerCount(scope.dataset); row++) {
    if (counted[row] !== 1) continue;
    const branch = keyAt(customer, 'branch_key', row);
    const chain = branch === null ? [] : (chains[branch] ?? []);
    for (const one of chain) ofBranch[one] = (ofBranch[one] as number) + 1;
    const of = keyAt(customer, 'rm_key', row);
    if (of === null) continue;
    const at = home[of] ?? null;
    if (at === null || parents.length === 0 || chain.includes(at))
      ofManager[of] = (ofManager[of] as number) + 1;
  }
  return { ofBranch, ofManager };
}

/** A branch and all above it; a circle ends where it began. */
function chainOf(parents: readonly (number | null)[], row: number): readonly number[] {
  const chain = [row];
  for (let at = parents[row] ?? null; at !== null && !chain.includes(at); at = parents[at] ?? null) {
    chain.push(at);
  }
  return chain;
}
