import { untrack } from 'svelte';
import { toAppError, type AppError } from '../../base/errors';
import type { AppState } from '../../state/app-state.svelte';
import type { CallOptions, SqlAnswer, SqlFile, SqlView } from '../../state/engine';

export type SqlPhase = 'idle' | 'running' | 'counting';

/** The question on the console and its answer. A newer question stops the one before. */
export class SqlSession {
  readonly #app: Pick<AppState, 'engine' | 'dataset' | 'preferences'>;
  #views = $state.raw<readonly SqlView[]>([]);
  #phase = $state<SqlPhase>('idle');
  #asked = $state<string | null>(null);
  #isFirst = true;
  #answer = $state.raw<SqlAnswer | null>(null);
  #total = $state<number | null>(null);
  #error = $state.raw<AppError | null>(null);
  #isStopped = $state(false);
  #abort: AbortController | null = null;

  /** @param first the question of the link that opened the page */
  constructor(app: Pick<AppState, 'engine' | 'dataset' | 'preferences'>, first: string | null) {
    this.#app = app;
    this.#asked = first;
  }

  /** What can be asked; empty until the data have been copied. */
  get views(): readonly SqlView[] {
    return this.#views;
  }

  get phase(): SqlPhase {
    return this.#phase;
  }

  /** The text of the last question. */
  get asked(): string | null {
    return this.#asked;
  }

  get answer(): SqlAnswer | null {
    return this.#answer;
  }

  /** How many rows the answer has in all; null while or where that is not known. */
  get total(): number | null {
    return this.#total;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** The reader stopped the last question. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Called in an effect: copies the data whenever there are others, and asks the question again that they answered. */
  async follow(): Promise<void> {
    const { dataset, preferences } = this.#app;
    void [dataset.version, preferences.isMasked];
    await untrack(async () => {
      const isAsked = this.#isFirst || this.#answer !== null || this.#phase === 'running';
      const again = isAsked ? this.#asked : null;
      this.stop();
      this.#answer = null;
      if (again === null) await this.#open();
      else await this.run(again);
    });
  }

  async run(text: string): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.#phase = 'running';
    this.#isFirst = false;
    this.#asked = text;
    this.#error = null;
    this.#isStopped = false;
    const isCurrent = (): boolean => this.#abort === abort;
    try {
      const { engine, dataset } = this.#app;
      await dataset.whenReady(abort.signal);
      const options = this.#options(abort.signal);
      const views = await engine.sql.open(options);
      if (!isCurrent()) return;
      this.#views = views;
      const answer = await engine.sql.query(text, options);
      if (!isCurrent()) return;
      this.#answer = answer;
      this.#total = answer.truncated ? null : answer.rows.length;
      if (!answer.truncated) return;
      this.#phase = 'counting';
      const total = await engine.sql.count(text, options);
      if (isCurrent()) this.#total = total;
    } catch (cause) {
      if (isCurrent()) this.#fail(toAppError(cause));
    } finally {
      if (isCurrent()) {
        this.#phase = 'idle';
        this.#abort = null;
      }
    }
  }

  /** Ends the question with its thread. Rows that are there stay. */
  stop(): void {
    this.#isStopped = this.#phase === 'running';
    if (this.#phase === 'running') this.#answer = null;
    this.#abort?.abort();
    this.#abort = null;
    this.#phase = 'idle';
  }

  /** The whole answer of a question as a file. */
  csv(text: string, { signal }: Required<CallOptions>): Promise<SqlFile> {
    return this.#app.engine.sql.csv(text, this.#options(signal));
  }

  close(): void {
    this.stop();
    this.#app.engine.sql.close();
  }

  async #open(): Promise<void> {
    try {
      await this.#app.dataset.whenReady();
      this.#views = await this.#app.engine.sql.open({ isMasked: this.#app.preferences.isMasked });
    } catch (cause) {
      const error = toAppError(cause);
      if (error.code !== 'task.cancelled') this.#fail(error);
    }
  }

  #options(signal: AbortSignal) {
    return { isMasked: this.#app.preferences.isMasked, signal };
  }

  #fail(error: AppError): void {
    this.#answer = null;
    this.#error = error;
  }
}
