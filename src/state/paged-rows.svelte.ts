import { Analysis } from './analysis.svelte';
import type { AppState } from './app-state.svelte';
import type { ParametersOf, ResultOf, TaskId } from './engine';

/** A part of a long list, and how long it is. */
export type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

/** Rows that are fetched together. */
const pageSize = 100;

/** A list of any length of which only the pages on screen are fetched. */
export class PagedRows<K extends TaskId, Row> {
  readonly first: Analysis<K>;
  readonly #app: AppState;
  readonly #task: K;
  readonly #read: (result: ResultOf<K>) => Page<Row>;
  #parameters: ParametersOf<K>;
  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #of: ResultOf<K> | null = null;
  readonly #asked = new Set<number>();

  /** @param read the page inside an answer of the task, which must take `offset` and `limit` */
  constructor(app: AppState, task: K, read: (result: ResultOf<K>) => Page<Row>) {
    this.#app = app;
    this.#task = task;
    this.#read = read;
    this.#parameters = {} as ParametersOf<K>;
    this.first = new Analysis(app, task);
  }

  get total(): number {
    const { result } = this.first;
    return result === null ? 0 : this.#read(result).total;
  }

  /** Asks for the first page; the rows of the question before stay until it is there. */
  ask(parameters: ParametersOf<K>): void {
    this.#parameters = parameters;
    void this.first.run(this.#page(0, pageSize));
  }

  rowAt(index: number): Row | null {
    const { result } = this.first;
    if (result === null) return null;
    if (index < pageSize) return this.#read(result).rows[index] ?? null;
    const page = this.#pages.get(Math.floor(index / pageSize));
    return this.#of === result ? (page?.[index % pageSize] ?? null) : null;
  }

  /** Fetches the pages of these rows that are not there yet. */
  need(from: number, to: number): void {
    const { result } = this.first;
    if (result === null) return;
    if (this.#of !== result) {
      this.#of = result;
      this.#asked.clear();
      this.#pages = new Map();
    }
    const last = Math.min(to, this.total - 1);
    for (let page = Math.floor(from / pageSize); page * pageSize <= last; page++) {
      if (page > 0 && !this.#asked.has(page)) void this.#fetch(page, result);
    }
  }

  /** Every row, for an export. */
  async all(signal: AbortSignal): Promise<readonly Row[]> {
    return this.#read(await this.#app.engine.run(this.#task, this.#page(0, this.total), { signal })).rows;
  }

  #page(offset: number, limit: number): ParametersOf<K> {
    return { ...this.#parameters, offset, limit };
  }

  async #fetch(page: number, of: ResultOf<K>): Promise<void> {
    this.#asked.add(page);
    try {
      const answer = await this.#app.engine.run(this.#task, this.#page(page * pageSize, pageSize));
      const { rows } = this.#read(answer);
      if (this.#of === of) this.#pages = new Map([...this.#pages, [page, rows]]);
    } catch {
      // The rows stay empty on screen and are asked for again when they come into view.
      if (this.#of === of) this.#asked.delete(page);
    }
  }
}
