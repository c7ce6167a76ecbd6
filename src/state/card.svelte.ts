import type { AppState } from './app-state.svelte';
import { Analysis } from './analysis.svelte';
import type { ParametersOf, ResultOf, TaskId } from './engine';
import type { Label } from './filter-history.svelte';
import type { Filters } from '../model/filters';

/** Why a card has nothing to draw although its question was answered. */
export type Gap =
  | { readonly kind: 'empty-filtered' }
  | { readonly kind: 'needs'; readonly text: string }
  | { readonly kind: 'not-enough'; readonly text: string };

export type CardOptions<K extends TaskId> = {
  /** Id in the chart registry: also what the link calls the card in `sel` and `t`. */
  readonly id: string;
  readonly task: K;
  /** Everything that is asked besides the filters. */
  readonly parameters: () => Omit<ParametersOf<K>, 'filters'>;
  /** What its marks are, as filters know them (`branch`); null when they cannot be selected. */
  readonly field?: () => string | null;
  /** Cards of the same axis: what is selected on them is shown here as well, and filters this card no more than its own. */
  readonly besides?: readonly string[];
  /** What the card is about: one customer, seen whole whatever filters chose whom to look at. */
  readonly restrict?: () => NonNullable<Filters['sel']>;
  readonly gapIn: (result: ResultOf<K>) => Gap | null;
  /** Another card's, when several cards show parts of one answer: only that one asks. */
  readonly analysis?: Analysis<K>;
};

export type Shown =
  | { readonly kind: 'loading' | 'ready' | 'updating' }
  | { readonly kind: 'empty-filtered'; readonly text: string; readonly lastFilter?: string }
  | { readonly kind: 'needs'; readonly text: string }
  | { readonly kind: 'not-enough'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly details: string };

/**
 * One card of a page between the engine and the view: it asks under the global filters and the selections on the other
 * cards, never its own, and writes what is selected on it into the view.
 */
export class Card<K extends TaskId> {
  readonly id: string;
  readonly analysis: Analysis<K>;
  readonly #app: AppState;
  readonly #options: CardOptions<K>;

  constructor(app: AppState, options: CardOptions<K>) {
    this.id = options.id;
    this.#app = app;
    this.#options = options;
    this.analysis = options.analysis ?? new Analysis(app, options.task);
  }

  get filters(): Filters {
    const filters = this.#app.view.filtersFor(this.id, this.#options.besides);
    const own = this.#options.restrict?.();
    if (own === undefined) return filters;
    const { p, asof, c, sel } = filters;
    return {
      ...(p === undefined ? {} : { p }),
      ...(asof === undefined ? {} : { asof }),
      ...(c === undefined ? {} : { c }),
      sel: { ...sel, ...own },
    };
  }

  get field(): string | null {
    return this.#options.field?.() ?? null;
  }

  get result(): ResultOf<K> | null {
    return this.analysis.result;
  }

  get selected(): readonly string[] {
    const { view } = this.#app;
    const own = view.selected(this.id);
    return own.length > 0 ? own : (this.#options.besides ?? []).flatMap((id) => view.selected(id));
  }

  get isTable(): boolean {
    return this.#app.view.state.t?.includes(this.id) ?? false;
  }

  /**
   * Which of the card's states is on screen.
   *
   * @param noMatch text of a card without customers under the filters
   */
  shown(noMatch: string): Shown {
    const { error, result, status, isStale } = this.analysis;
    if (error) return { kind: 'error', code: error.code, details: `${error.code}: ${error.message}` };
    if (result === null) return { kind: 'loading' };
    // What was missing under other filters says nothing about these.
    if (status === 'running' && isStale) return { kind: 'updating' };
    const gap = this.#options.gapIn(result);
    if (gap?.kind === 'empty-filtered') {
      const { lastFilter } = this.#app;
      return {
        kind: 'empty-filtered',
        text: noMatch,
        ...(lastFilter ? { lastFilter: lastFilter.name } : {}),
      };
    }
    if (gap) return gap;
    return { kind: 'ready' };
  }

  /** Called in an effect of the page: asks again when the filters, the parameters or the data change. */
  ask(): void {
    const parameters = { ...this.#options.parameters(), filters: this.filters } as ParametersOf<K>;
    void this.analysis.run(parameters);
  }

  retry(): void {
    void this.analysis.retry();
  }

  select(keys: readonly string[], label: Label): void {
    const { field } = this;
    if (field !== null) this.#app.view.select(this.id, field, keys, label, this.#options.besides);
  }

  showTable(isTable: boolean): void {
    const others = (this.#app.view.state.t ?? []).filter((id) => id !== this.id);
    this.#app.view.preview({ t: isTable ? [...others, this.id] : others });
  }
}
