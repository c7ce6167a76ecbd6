import type { DatasetInfo } from '../dataset/dataset-info';
import type { Choice } from '../model/filters';
import { formatOrgPath, parseOrgPath } from '../model/org-path';
import type { ViewState } from '../project/view-state';
import type { ViewPatch } from '../state/view-patch';

export type UnknownPart = { readonly field: string; readonly value: string };

/** What a view names that these data do not have, and the patch that leaves it out. */
export type UnknownParts = { readonly parts: readonly UnknownPart[]; readonly patch: ViewPatch };

/** Attributes that the data need not hold as columns. */
const derived = new Set(['age', 'tenure_years', 'branch', 'manager']);

/** Filters of a link compared with the branches, managers, products, channels and columns of the data. */
export function unknownParts(state: ViewState, info: DatasetInfo): UnknownParts {
  const parts: UnknownPart[] = [];
  const known = (field: string, values: readonly string[], list: readonly string[]): readonly string[] => {
    const ids = new Set(list);
    const kept = values.filter((value) => value === '' || ids.has(value));
    values.forEach((value) => {
      if (!kept.includes(value)) parts.push({ field, value });
    });
    return kept;
  };
  const patch: Record<string, unknown> = {};
  const path = state.org === undefined ? null : parseOrgPath(state.org);
  if (path !== null) {
    const before = parts.length;
    const branches = known(
      'branch',
      path.branches,
      info.branches.map(({ id }) => id),
    );
    const managers = known(
      'manager',
      path.managers,
      info.managers.map(({ id }) => id),
    );
    const isEmpty = branches.length + managers.length === 0;
    if (parts.length > before)
      patch['org'] = isEmpty ? undefined : formatOrgPath({ ...path, branches, managers });
  }
  const choose = (key: 'prod' | 'ch', field: string, list: readonly string[]) => {
    const choice: Choice | undefined = state[key];
    if (choice === undefined || list.length === 0) return;
    const values = known(field, choice.values, list);
    if (values.length < choice.values.length)
      patch[key] = values.length > 0 ? { ...choice, values } : undefined;
  };
  choose(
    'prod',
    'product',
    info.products.map(({ id }) => id),
  );
  choose('ch', 'channel', info.channels);
  const columns = new Set(info.columns['customer'] ?? []);
  const attributes = Object.entries(state.f ?? {});
  const kept = attributes.filter(([field]) => columns.has(field) || derived.has(field));
  if (kept.length < attributes.length) {
    attributes.forEach(([field, { values }]) => {
      if (!columns.has(field) && !derived.has(field)) parts.push({ field, value: values.join(', ') });
    });
    patch['f'] = kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return { parts, patch: patch as ViewPatch };
}
