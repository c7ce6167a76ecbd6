import { formatOrgPath, parseOrgPath } from '../../model/org-path';
import type { Choice } from '../../model/filters';
import type { ViewState } from '../../project/view-state';

export type Dimension = 'branch' | 'manager' | 'customer' | 'product' | 'channel' | 'type' | 'month';

type FilterPatch = Partial<Pick<ViewState, 'org' | 'prod' | 'ch' | 'f'>>;

/**
 * The global filter that keeps only these members of a dimension, or all but them; null where no global filter can
 * say it. Customers are never part of a filter: their numbers stay out of links.
 */
export function filterPatch(
  by: Dimension,
  keys: readonly string[],
  exclude: boolean,
  state: Pick<ViewState, 'org' | 'f'>,
): FilterPatch | null {
  const choice: Choice = { values: keys, exclude };
  switch (by) {
    case 'branch':
      return { org: formatOrgPath({ branches: keys, managers: [], exclude }) };
    case 'manager': {
      if (exclude) return { f: { ...state.f, rm_id: choice } };
      const branches = (state.org === undefined ? null : parseOrgPath(state.org))?.branches ?? [];
      return { org: formatOrgPath({ branches, managers: keys, exclude: false }) };
    }
    case 'product':
      return { prod: choice };
    case 'channel':
      return { ch: choice };
    case 'customer':
    case 'type':
    case 'month':
      return null;
  }
}
