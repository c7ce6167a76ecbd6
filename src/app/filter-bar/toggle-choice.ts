import type { Choice } from '../../model/filters';
import { formatOrgPath, parseOrgPath, type OrgPath } from '../../model/org-path';

/** A choice with one value more or less; nothing chosen is no choice. */
export function toggleValue(choice: Choice | undefined, value: string): Choice | undefined {
  const { values = [], exclude = false } = choice ?? {};
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return next.length === 0 ? undefined : { values: next, exclude };
}

/** Alt+click: the value is excluded, together with what is excluded already. */
export function excludeValue(choice: Choice | undefined, value: string): Choice | undefined {
  return choice?.exclude === true ? toggleValue(choice, value) : { values: [value], exclude: true };
}

export function withMode(choice: Choice | undefined, exclude: boolean): Choice | undefined {
  return choice && { ...choice, exclude };
}

const none: OrgPath = { branches: [], managers: [], exclude: false };
const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/**
 * A path with one option of the tree (`br:BR012`, `br:BR012/rm:RM0345`) more or less. Branches and managers narrow each
 * other, so a manager brings its branch along, and choosing a branch drops the managers.
 */
export function toggleOrg(org: string | undefined, key: string): string | undefined {
  const path = (org === undefined ? null : parseOrgPath(org)) ?? none;
  const option = parseOrgPath(key);
  if (option === null) return org;
  const [manager] = option.managers;
  const [branch] = option.branches;
  const next = manager === undefined ? withBranch(path, branch) : withManager(path, manager, branch);
  return next.branches.length + next.managers.length === 0 ? undefined : formatOrgPath(next);
}

function withBranch(path: OrgPath, branch: string | undefined): OrgPath {
  if (branch === undefined) return path;
  const before = path.managers.length > 0 ? [] : path.branches;
  return { ...path, branches: toggled(before, branch), managers: [] };
}

function withManager(path: OrgPath, manager: string, branch: string | undefined): OrgPath {
  const managers = toggled(path.managers, manager);
  const isSameBranch = branch !== undefined && path.branches.length === 1 && path.branches[0] === branch;
  if (path.managers.length === 0 || isSameBranch) {
    return { ...path, branches: branch === undefined ? [] : [branch], managers };
  }
  return { ...path, branches: [], managers };
}

/** Whether an option of the tree is chosen. */
export function isInOrg(org: string | undefined, key: string): boolean {
  const path = org === undefined ? null : parseOrgPath(org);
  const option = parseOrgPath(key);
  if (path === null || option === null) return false;
  const [manager] = option.managers;
  const [branch] = option.branches;
  if (manager !== undefined) return path.managers.includes(manager);
  return path.managers.length === 0 && branch !== undefined && path.branches.includes(branch);
}

export function orgMode(org: string | undefined, exclude: boolean): string | undefined {
  const path = org === undefined ? null : parseOrgPath(org);
  return path === null ? undefined : formatOrgPath({ ...path, exclude });
}
