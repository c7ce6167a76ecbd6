import { Analysis } from '../../state/analysis.svelte';
import type { AppState } from '../../state/app-state.svelte';
import type { ParametersOf, ResultOf } from '../../state/engine';
import type { CustomerRow } from './list-customers';

type Parameters = ParametersOf<'customer-list.page'>;
type Page = ResultOf<'customer-list.page'>;

/** Rows that are fetched together. */
const pageSize = 100;

/** A list of any length of which only the pages on screen are fetched. */
export class CustomerPages {
  readonly first: Analysis<'customer-list.page'>;
  readonly #app: AppState;
  #parameters: Parameters = {};
  #pages = $state.raw<ReadonlyMap<number, readonly CustomerRow[]>>(new Map());
  #from: Page | null = null;
  readonly #asked = new Set<number>();

  constructor(app: AppState) {
    this.#app = app;
    this.first = new Analysis(app, 'customer-list.page');
  }

  get parameters(): Parameters {
    return this.#parameters;
  }

  /** Asks for the first page; the pages of the question before stay until it is there. */
  ask(parameters: Parameters): void {
    this.#parameters = parameters;
    void this.first.run({ ...parameters, offset: 0, limit: pageSize });
  }

  rowAt(index: number): CustomerRow | null {
    const { result } = this.first;
    if (index < pageSize) return result?.rows[index] ?? null;
    const page = Math.floor(index / pageSize);
    return this.#from === result ? (this.#pages.get(page)?.[index % pageSize] ?? null) : null;
  }

  /** Fetches the pages of these rows that are not there yet. */
  need(from: number, to: number): void {
    const { result } = this.first;
    if (result === null) return;
    if (this.#from !== result) {
      this.#from = result;
      this.#asked.clear();
      this.#pages = new Map();
    }
    const last = Math.min(to, result.total - 1);
    for (let page = Math.floor(from / pageSize); page * pageSize <= last; page++) {
      if (page > 0 && !this.#asked.has(page)) void this.#fetch(page, result);
    }
  }

  /** Every row, for an export. */
  async all(signal: AbortSignal): Promise<readonly CustomerRow[]> {
    const limit = this.first.result?.total ?? 0;
    const page = await this.#app.engine.run(
      'customer-list.page',
      { ...this.#parameters, offset: 0, limit },
      { signal },
    );
    return page.rows;
  }

  async #fetch(page: number, of: Page): Promise<void> {
    this.#asked.add(page);
    try {
      const { rows } = await this.#app.engine.run('customer-list.page', {
        ...this.#parameters,
        offset: page * pageSize,
        limit: pageSize,
      });
      if (this.#from === of) this.#pages = new Map([...this.#pages, [page, rows]]);
    } catch {
      // The rows stay empty on screen and are asked for again when they come into view.
      if (this.#from === of) this.#asked.delete(page);
    }
  }
}
