import { stableJson } from '../dataset/summary-key';
import type { DatasetInfo } from '../dataset/dataset-info';
import { defaultFilters } from './default-filters';
import type { Choice, Filters } from '../model/filters';
import { decodeView, encodeView, packedLinkLimit, type IgnoredPart } from '../project/view-link';
import { filtersOf, type ChartSelection, type ViewState } from '../project/view-state';
import type { BrowserHistory } from './browser-history.dom';
import { FilterHistory, type Label } from './filter-history.svelte';
import {
  applyPatch,
  filterStateOf,
  pageOf,
  patchOfFilters,
  patchOfSelection,
  type FilterState,
  type ViewPatch,
} from './view-patch';

const coalesceWithin = 500;
const previewDelay = 250;

export type ViewOptions = {
  readonly history: BrowserHistory;
  /** What the page knows of the data, for the defaults of period and comparison. */
  readonly info: () => DatasetInfo | null;
  /** Milliseconds, for changes of one control in quick succession. */
  readonly now: () => number;
};

/**
 * The one view of the page and its address. Reading: `state`, `filters`. Writing: `commit` makes an entry of the
 * browser's history, `preview` (drag, typing, sort, table) only keeps the address up to date.
 */
export class ViewStore {
  readonly history: FilterHistory;
  readonly #browser: BrowserHistory;
  readonly #now: () => number;
  readonly #info: () => DatasetInfo | null;
  readonly #endListening: () => void;

  #state = $state.raw<ViewState>({ route: '' });
  /** Parts of links that mean nothing here, until somebody has said so to the reader. */
  #ignored = $state.raw<readonly IgnoredPart[]>([]);

  #committed: ViewState;
  #written: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: { control: string; at: number; filters: boolean } | null = null;

  readonly #filters = $derived.by((): Omit<Filters, 'sel'> => {
    const info = this.#info();
    const chosen = filtersOf(this.#state);
    return info ? { ...defaultFilters(info, chosen), ...chosen } : chosen;
  });

  constructor({ history, info, now }: ViewOptions) {
    this.#browser = history;
    this.#info = info;
    this.#now = now;
    this.#written = history.hash();
    const { state, ignored } = decodeView(this.#written);
    this.#state = state;
    this.#ignored = ignored;
    this.#committed = state;
    this.#straighten();
    this.history = new FilterHistory(filterStateOf(state), pageOf(state.route));
    this.#endListening = history.listen(() => {
      this.#follow();
    });
  }

  get state(): ViewState {
    return this.#state;
  }

  /** First part of the route: `overview`, `customers`, `import`; empty on Landing. */
  get page(): string {
    return pageOf(this.#state.route);
  }

  /** Further parts of the route: `['C000123']`. */
  get path(): readonly string[] {
    return this.#state.route
      .split('/')
      .slice(1)
      .filter((part) => part !== '');
  }

  /** The global filters with the default period and comparison filled in: what tasks are asked with. */
  get filters(): Omit<Filters, 'sel'> {
    return this.#filters;
  }

  /** Whether period and comparison are those of the data and not of the reader. */
  get defaults(): { readonly p: boolean; readonly c: boolean } {
    return { p: this.#state.p === undefined, c: this.#state.c === undefined };
  }

  /** Whether anything but the defaults restricts the data. */
  get isFiltered(): boolean {
    return Object.keys(filterStateOf(this.#state)).length > 0;
  }

  /** Whether the view is more than an address can hold; a view file carries it then. */
  get isTooLong(): boolean {
    return encodeView(this.#state).length > packedLinkLimit;
  }

  get ignored(): readonly IgnoredPart[] {
    return this.#ignored;
  }

  /** Filters of one card: the global ones and what is selected on the other cards of the page, but for those `besides`. */
  filtersFor(cardId: string, besides: readonly string[] = []): Filters {
    const others = Object.entries(this.#state.sel ?? {}).filter(
      ([id]) => id !== cardId && !besides.includes(id),
    );
    if (others.length === 0) return this.#filters;
    return { ...this.#filters, sel: resolveSelections(others.map(([, selection]) => selection)) };
  }

  /** Values selected on a card. */
  selected(cardId: string): readonly string[] {
    return this.#state.sel?.[cardId]?.values ?? [];
  }

  /** @param instead cards whose selection this one takes the place of */
  select(
    cardId: string,
    field: string,
    values: readonly string[],
    label: Label,
    instead: readonly string[] = [],
  ): void {
    const { sel, ...rest } = this.#state;
    const others = Object.entries(sel ?? {}).filter(([id]) => !instead.includes(id));
    const state = { ...rest, sel: Object.fromEntries(others) };
    this.commit(patchOfSelection(state, cardId, { field, values }), label, `sel:${cardId}`);
  }

  /**
   * Writes a history entry. Changes of the same control within half a second are one entry.
   *
   * @param control what was used; the names of the changed parts when absent
   */
  commit(patch: ViewPatch, label: Label, control = Object.keys(patch).sort().join(' ')): void {
    const before = applyPatch(this.#state, pick(this.#committed, patch));
    const next = applyPatch(before, patch);
    const wasPreviewed = stableJson(this.#state) !== stableJson(before);
    if (stableJson(next) === stableJson(this.#committed)) {
      if (wasPreviewed) this.#write(next, 'replace');
      this.#committed = next;
      return;
    }
    const at = this.#now();
    const isSame = this.#last?.control === control && at - this.#last.at < coalesceWithin;
    const filtersBefore = stableJson(filterStateOf(before));
    const filters = filterStateOf(next);
    const hasOtherFilters = stableJson(filters) !== filtersBefore;
    if (isSame) {
      this.#write(next, 'replace');
      if (this.#last?.filters) this.history.amend(filters, label);
      else if (hasOtherFilters) this.history.push(filters, label, pageOf(next.route));
    } else {
      if (wasPreviewed || this.#timer !== undefined) this.#write(before, 'replace');
      this.#write(next, 'push');
      if (hasOtherFilters) this.#step(filters, label, next);
    }
    this.#last = { control, at, filters: hasOtherFilters || (isSame && this.#last?.filters === true) };
    this.#committed = next;
  }

  /** Changes the view without a history entry; the address follows a quarter of a second later. */
  preview(patch: ViewPatch): void {
    this.#state = applyPatch(this.#state, patch);
    this.#cancelTimer();
    this.#timer = setTimeout(() => {
      this.#write(this.#state, 'replace');
    }, previewDelay);
  }

  /** Replaces the current entry at once: redirects, and what a link said that no longer holds. */
  replace(patch: ViewPatch): void {
    const next = applyPatch(this.#state, patch);
    this.#committed = next;
    this.#write(next, 'replace');
    this.history.follow(filterStateOf(next), pageOf(next.route));
  }

  /** The address of the current view with a patch: what links carry. */
  hrefFor(patch: ViewPatch): string {
    return hashOf(applyPatch(this.#state, patch));
  }

  get canUndo(): boolean {
    return this.history.at > 0;
  }

  get canRedo(): boolean {
    return this.history.at < this.history.steps.length - 1;
  }

  undo(): void {
    this.goTo(this.history.at - 1);
  }

  redo(): void {
    this.goTo(this.history.at + 1);
  }

  /** Puts the filters of a step in place on the current page, as a new entry of the browser's history. */
  goTo(index: number): void {
    const step = this.history.move(index);
    if (!step) return;
    const { sel, ...rest } = step.filters;
    const filters: FilterState = sel !== undefined && step.page === this.page ? { ...rest, sel } : rest;
    const next = applyPatch(this.#state, patchOfFilters(filters));
    this.#last = null;
    this.#committed = next;
    this.#write(next, hashOf(next) === this.#written ? 'replace' : 'push');
  }

  /** Removes every filter of the reader; the defaults of the data apply again. */
  reset(label: Label): void {
    this.commit(patchOfFilters({}), label, 'reset');
  }

  /** What the reader was told about a link is not told again. */
  forgetIgnored(): void {
    this.#ignored = [];
  }

  dispose(): void {
    this.#cancelTimer();
    this.#endListening();
  }

  #step(filters: FilterState, label: Label, next: ViewState): void {
    this.history.push(filters, label, pageOf(next.route));
  }

  #write(state: ViewState, how: 'push' | 'replace'): void {
    this.#cancelTimer();
    this.#state = state;
    this.#written = hashOf(state);
    this.#browser[how](this.#written);
  }

  #follow(): void {
    const hash = this.#browser.hash();
    if (hash === this.#written) return;
    if (hash !== '' && !hash.startsWith('#/')) return;
    this.#cancelTimer();
    const { state, ignored } = decodeView(hash);
    this.#written = hash;
    this.#last = null;
    this.#committed = state;
    this.#state = state;
    this.#straighten();
    if (ignored.length > 0) this.#ignored = ignored;
    this.history.follow(filterStateOf(state), pageOf(state.route));
  }

  /** Writes the address of a link by hand as the view itself would: what is copied is what stands in the address bar. */
  #straighten(): void {
    if (this.#written === '' || this.isTooLong || hashOf(this.#state) === this.#written) return;
    this.#write(this.#state, 'replace');
  }

  /** Brings the address up to date at once, a preview included. */
  settle(): void {
    if (this.#timer !== undefined) this.#write(this.#state, 'replace');
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function pick(state: ViewState, patch: ViewPatch): ViewPatch {
  return Object.fromEntries(
    Object.keys(patch).map((key) => [key, state[key as keyof ViewState]]),
  ) as ViewPatch;
}

/** What is selected on several cards, by field: two cards of the same field both hold. */
function resolveSelections(selections: readonly ChartSelection[]): Readonly<Record<string, Choice>> {
  const sel: Record<string, Choice> = {};
  for (const { field, values } of selections) {
    const before = sel[field];
    const both = before ? before.values.filter((value) => values.includes(value)) : values;
    sel[field] = { values: both, exclude: false };
  }
  return sel;
}

/** The address of a view; of one that no address can hold only the page. */
function hashOf(state: ViewState): string {
  const link = encodeView(state);
  return `#${link.length > packedLinkLimit ? encodeView({ route: state.route }) : link}`;
}
