import type { Progress } from '../base/control';
import { AppError, toAppError } from '../base/errors';
import type { DatasetInfo } from '../dataset/dataset-info';
import type { Repair } from '../dataset/repair';
import type { Summary } from '../dataset/summary-key';
import type { CallOptions, EngineClient, PendingImport } from './engine';
import { sampleId, type SampleOptions } from './sample-options';

export type DatasetStatus = 'empty' | 'loading' | 'ready' | 'failed';

/** A repair and how many rows it changed. */
export type DoneRepair = Repair & { readonly rows: number };

type Waiting = { readonly resolve: () => void; readonly reject: (error: AppError) => void };

type Source = (options: CallOptions) => Promise<DatasetInfo>;

export type DatasetOptions = {
  readonly engine: Pick<EngineClient, 'openSample' | 'openProject' | 'repair' | 'undoRepair'>;
  /** The first view of the default sample, computed when the page was built; null where there is none. */
  readonly loadSummary: () => Promise<Summary | null>;
};

/**
 * Which data are open. While the first data are on their way `status` is `loading`, and `info` is there as soon as a
 * summary is; while others are to take their place it stays `ready`, with `progress` beside it, until the one swap.
 */
export class DatasetStore {
  readonly #options: DatasetOptions;
  #status = $state<DatasetStatus>('empty');
  #info = $state.raw<DatasetInfo | null>(null);
  #summary = $state.raw<Summary | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #error = $state.raw<AppError | null>(null);
  #version = $state(0);
  #hasRows = $state(false);
  /** What is being opened, as the `b` of a link where that is known before. */
  #opening = $state<string | null>(null);
  #isKept = $state(true);
  #repairs = $state.raw<readonly DoneRepair[]>([]);

  #abort: AbortController | null = null;
  #waiting: readonly Waiting[] = [];

  constructor(options: DatasetOptions) {
    this.#options = options;
  }

  get status(): DatasetStatus {
    return this.#status;
  }

  get info(): DatasetInfo | null {
    return this.#info;
  }

  /** Rises whenever other data are there: results of the version before are stale. */
  get version(): number {
    return this.#version;
  }

  get summary(): Summary | null {
    return this.#summary;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  /** Why the last attempt to open something failed. What was open before stays open. */
  get error(): AppError | null {
    return this.#error;
  }

  /** Whether the engine can answer; before that only the summary can. */
  get hasRows(): boolean {
    return this.#hasRows;
  }

  get opening(): string | null {
    return this.#opening;
  }

  /** Whether the data would come back by the same link or file: false for imported files that are not saved. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** What was put right since the data were opened, the last one last. */
  get repairs(): readonly DoneRepair[] {
    return this.#repairs;
  }

  /**
   * Puts one thing right in the data that are open; how many rows.
   *
   * @throws what the engine throws: nothing changes then
   */
  async repair(repair: Repair): Promise<number> {
    const { info, rows } = await this.#options.engine.repair(repair);
    if (rows === 0) return rows;
    this.#replace(info);
    this.#repairs = [...this.#repairs, { ...repair, rows }];
    return rows;
  }

  /** Takes the last repair back. */
  async undoRepair(): Promise<void> {
    if (this.#repairs.length === 0) return;
    this.#replace(await this.#options.engine.undoRepair());
    this.#repairs = this.#repairs.slice(0, -1);
  }

  /** The made-up bank. The first view of the default one appears before its rows are made. */
  async openSample(options: SampleOptions): Promise<boolean> {
    const id = sampleId(options);
    if (id === 'sample' && this.#status !== 'ready') void this.#showSummary();
    return this.#open(id, true, (call) => this.#options.engine.openSample(options, call));
  }

  /** Files that were read take the place of what is open. */
  async openImported(pending: PendingImport): Promise<boolean> {
    return this.#open(pending.info.id, false, (call) => pending.commit(call));
  }

  async openProject(file: File): Promise<boolean> {
    return this.#open(null, true, (call) => this.#options.engine.openProject(file, call));
  }

  /** Stops what is being opened; what was open stays. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** The data were written to a file. */
  markSaved(): void {
    this.#isKept = true;
  }

  /** Resolves when the engine has rows; rejects when opening them failed. */
  async whenReady(signal?: AbortSignal): Promise<void> {
    if (this.#hasRows) return;
    if (this.#status === 'failed' && this.#error) throw this.#error;
    await new Promise<void>((resolve, reject) => {
      const entry = { resolve, reject };
      this.#waiting = [...this.#waiting, entry];
      signal?.addEventListener('abort', () => {
        this.#waiting = this.#waiting.filter((one) => one !== entry);
        reject(new AppError('task.cancelled', 'The task was cancelled'));
      });
    });
  }

  async #open(id: string | null, isKept: boolean, source: Source): Promise<boolean> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#opening = id;
    this.#error = null;
    this.#progress = { done: 0, total: 1, stage: 'start' };
    if (!this.#hasRows) this.#status = 'loading';
    const isCurrent = () => this.#abort === abort;
    try {
      const info = await source({
        signal: abort.signal,
        onprogress: (progress) => {
          if (isCurrent()) this.#progress = progress;
        },
      });
      if (!isCurrent()) return false;
      this.#take(info);
      this.#isKept = isKept;
      return true;
    } catch (cause) {
      if (isCurrent()) this.#fail(toAppError(cause));
      return false;
    } finally {
      if (isCurrent()) {
        this.#abort = null;
        this.#opening = null;
        this.#progress = null;
      }
    }
  }

  /** Rows of the bank whose summary is shown answer the same: nothing that is on screen gets stale. */
  #take(info: DatasetInfo): void {
    const isShown = !this.#hasRows && this.#summary !== null && this.#summary.b === info.id;
    this.#info = info;
    this.#repairs = [];
    this.#hasRows = true;
    this.#status = 'ready';
    if (this.#summary?.b !== info.id) this.#summary = null;
    if (!isShown) this.#version += 1;
    this.#settle((one) => {
      one.resolve();
    });
  }

  /** The same data, changed. */
  #replace(info: DatasetInfo): void {
    this.#info = info;
    this.#summary = null;
    this.#version += 1;
  }

  #fail(error: AppError): void {
    this.#error = error.code === 'task.cancelled' ? null : error;
    if (this.#hasRows) return;
    this.#status = error.code === 'task.cancelled' ? 'empty' : 'failed';
    this.#settle((one) => {
      one.reject(error);
    });
  }

  #settle(each: (one: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(each);
  }

  async #showSummary(): Promise<void> {
    const summary = await this.#options.loadSummary();
    if (!summary || this.#hasRows || this.#opening !== summary.b) return;
    this.#summary = summary;
    this.#info = summary.info;
    this.#version += 1;
  }
}
