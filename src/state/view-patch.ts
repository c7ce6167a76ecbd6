import type { ChartSelection, ViewState } from '../project/view-state';

/** Parts of the view that change; `undefined` puts a part back to its default. */
export type ViewPatch = { readonly [K in keyof ViewState]?: ViewState[K] | undefined };

/** The parts of a view that undo and redo step through. */
export const filterKeys = ['p', 'asof', 'c', 'org', 'seg', 'prod', 'ch', 'f', 'sel'] as const;
export type FilterKey = (typeof filterKeys)[number];
export type FilterState = Pick<ViewState, FilterKey>;

/** What belongs to one page and stays behind when another opens. */
const pageKeys = ['by', 'sort', 'top', 'pv', 'q', 'txn', 't', 'sel'] as const;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

/** The first part of a route: what page it is. */
export const pageOf = (route: string): string => route.split('/')[0] ?? '';

/** The view with a patch applied: parts that became empty are left out, those of the page are left behind with it. */
export function applyPatch(state: ViewState, patch: ViewPatch): ViewState {
  const leaves = patch.route !== undefined && pageOf(patch.route) !== pageOf(state.route);
  const kept = leaves
    ? Object.entries(state).filter(([key]) => !(pageKeys as readonly string[]).includes(key))
    : Object.entries(state);
  const merged = { ...Object.fromEntries(kept), ...patch };
  const entries = Object.entries(merged).filter(([key, value]) => key === 'route' || !isEmpty(value));
  return Object.fromEntries(entries) as ViewState;
}

export function filterStateOf(state: ViewState): FilterState {
  return Object.fromEntries(
    filterKeys.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])),
  ) as FilterState;
}

/** The patch that puts exactly these filters in place. */
export function patchOfFilters(filters: FilterState): ViewPatch {
  return Object.fromEntries(filterKeys.map((key) => [key, filters[key]])) as ViewPatch;
}

/** The patch that sets or, with null, clears what is selected on a card. */
export function patchOfSelection(
  state: ViewState,
  cardId: string,
  selection: ChartSelection | null,
): ViewPatch {
  const others = Object.entries(state.sel ?? {}).filter(([id]) => id !== cardId);
  const chosen = selection !== null && selection.values.length > 0 ? [[cardId, selection] as const] : [];
  return { sel: Object.fromEntries([...others, ...chosen]) };
}
