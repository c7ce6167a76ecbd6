import type { ViewState } from '../project/view-state';
import type { FilterStep } from '../state/filter-history.svelte';
import type { Naming } from './field-names';
import { scopeChips, type ScopeChip } from './scope-chips';

/**
 * The filter that was set last: what an empty page offers to take back. Filters that came with a link have no order; of
 * these it is the last chip. Null without filters.
 *
 * @param at place of the current step
 */
export function lastFilter(
  state: ViewState,
  steps: readonly FilterStep[],
  at: number,
  naming: Naming,
): ScopeChip | null {
  const chips = scopeChips(state, naming);
  for (let index = at; index > 0; index--) {
    const before = scopeChips({ route: state.route, ...steps[index - 1]?.filters }, naming);
    const after = scopeChips({ route: state.route, ...steps[index]?.filters }, naming);
    const isIn = (list: readonly ScopeChip[], { id, text }: ScopeChip) =>
      list.some((chip) => chip.id === id && chip.text === text);
    const set = chips.findLast((chip) => isIn(after, chip) && !isIn(before, chip));
    if (set) return set;
  }
  return chips.at(-1) ?? null;
}
