import type { ScopeChip } from './scope-chips';

/** Filters that mean nothing on a page: one customer is shown whatever filters chose it. */
const unused: Readonly<Record<string, readonly ScopeChip['key'][]>> = {
  'customer-360': ['org', 'seg', 'prod', 'ch', 'f'],
};

export function isUnused(featureId: string, key: ScopeChip['key']): boolean {
  return unused[featureId]?.includes(key) ?? false;
}
