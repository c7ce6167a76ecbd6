import { untrack } from 'svelte';
import type { Progress } from '../base/control';
import { toAppError, type AppError } from '../base/errors';
import { summaryKey } from '../dataset/summary-key';
import type { DatasetStore } from './dataset-store.svelte';
import type { EngineClient, ParametersOf, ResultOf, TaskId } from './engine';

export type AnalysisStatus = 'idle' | 'running' | 'ready' | 'failed';

/** What an analysis needs of its surroundings; `AppState` is one. */
export type AnalysisHost = {
  readonly engine: Pick<EngineClient, 'run'>;
  readonly dataset: Pick<DatasetStore, 'version' | 'summary' | 'hasRows' | 'whenReady'>;
};

/**
 * One question to the engine and its latest answer. A newer question aborts the one before; the old answer stays until
 * the new one is there (`isStale`), an error is kept until the next question. Called in an effect, `run` follows the
 * data as well: other data, asked again.
 */
export class Analysis<K extends TaskId> {
  readonly task: K;
  readonly #host: AnalysisHost;
  #status = $state<AnalysisStatus>('idle');
  #result = $state.raw<ResultOf<K> | null>(null);
  #error = $state.raw<AppError | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #isStale = $state(false);
  #abort: AbortController | null = null;
  #last: ParametersOf<K> | null = null;

  constructor(host: AnalysisHost, task: K) {
    this.#host = host;
    this.task = task;
  }

  get status(): AnalysisStatus {
    return this.#status;
  }

  get result(): ResultOf<K> | null {
    return this.#result;
  }

  get error(): AppError | null {
    return this.#error;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  /** The result answers an earlier question than the last one asked. */
  get isStale(): boolean {
    return this.#isStale;
  }

  async run(parameters: ParametersOf<K>): Promise<void> {
    void this.#host.dataset.version;
    await untrack(() => this.#ask(parameters));
  }

  /** The last question once more, after a failure. */
  async retry(): Promise<void> {
    if (this.#last !== null) await this.#ask(this.#last);
  }

  cancel(): void {
    if (!this.#abort) return;
    this.#abort.abort();
    this.#abort = null;
    this.#progress = null;
    this.#status = this.#result === null ? 'idle' : 'ready';
  }

  async #ask(parameters: ParametersOf<K>): Promise<void> {
    this.#abort?.abort();
    this.#abort = null;
    this.#last = parameters;
    this.#error = null;
    this.#progress = null;
    const known = this.#answerOfSummary(parameters);
    if (known !== null) {
      this.#answer(known);
      return;
    }
    const abort = new AbortController();
    this.#abort = abort;
    this.#status = 'running';
    this.#isStale = this.#result !== null;
    try {
      const { dataset, engine } = this.#host;
      if (!dataset.hasRows) await dataset.whenReady(abort.signal);
      const result = await engine.run(this.task, parameters, {
        signal: abort.signal,
        onprogress: (progress) => {
          if (this.#abort === abort) this.#progress = progress;
        },
      });
      if (this.#abort === abort) this.#answer(result);
    } catch (cause) {
      if (this.#abort === abort) this.#fail(toAppError(cause));
    }
  }

  #answerOfSummary(parameters: ParametersOf<K>): ResultOf<K> | null {
    const { summary, hasRows } = this.#host.dataset;
    if (!summary || hasRows) return null;
    return (summary.results[summaryKey(this.task, parameters)] as ResultOf<K> | undefined) ?? null;
  }

  #answer(result: ResultOf<K>): void {
    this.#abort = null;
    this.#result = result;
    this.#isStale = false;
    this.#progress = null;
    this.#status = 'ready';
  }

  #fail(error: AppError): void {
    this.#abort = null;
    this.#progress = null;
    if (error.code === 'task.cancelled') {
      this.#status = this.#result === null ? 'idle' : 'ready';
      return;
    }
    this.#error = error;
    this.#status = 'failed';
  }
}
