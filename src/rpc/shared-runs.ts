import { cancelled, type Progress } from '../base/control';
import { refuseCancelled, type CallOptions } from './call-options';

/** A run and how many still wait for it. */
type Run = {
  readonly result: Promise<unknown>;
  readonly abort: AbortController;
  readonly listeners: Set<(progress: Progress) => void>;
  waiting: number;
};

/**
 * Equal questions that are in flight at the same time are one run: each asker hears its progress and may leave; the run
 * is aborted when the last one has left.
 */
export class SharedRuns {
  readonly #runs = new Map<string, Run>();

  /**
   * @param key equal for equal questions
   * @param start begins the run; not called when one is under way
   * @throws task.cancelled when this asker leaves, whatever becomes of the run
   */
  async join<R>(key: string, options: CallOptions, start: (options: CallOptions) => Promise<R>): Promise<R> {
    refuseCancelled(options);
    const run = this.#runs.get(key) ?? this.#begin(key, start);
    const { signal, onprogress } = options;
    const listener = (progress: Progress) => onprogress?.(progress);
    let leave: () => void = () => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(cancelled());
      };
    });
    run.waiting += 1;
    run.listeners.add(listener);
    signal?.addEventListener('abort', leave);
    try {
      return (await Promise.race([run.result, left])) as R;
    } finally {
      signal?.removeEventListener('abort', leave);
      run.listeners.delete(listener);
      run.waiting -= 1;
      if (run.waiting === 0) this.#end(key, run);
    }
  }

  /** Nobody joins what was asked until now: the data are others. Who waits still gets an answer. */
  forget(): void {
    this.#runs.clear();
  }

  #begin<R>(key: string, start: (options: CallOptions) => Promise<R>): Run {
    const abort = new AbortController();
    const listeners: Run['listeners'] = new Set();
    const result = start({
      signal: abort.signal,
      onprogress: (progress) => {
        for (const listener of listeners) listener(progress);
      },
    });
    const run: Run = { result, abort, listeners, waiting: 0 };
    // All who asked may have left when it fails.
    result.catch(() => undefined);
    this.#runs.set(key, run);
    return run;
  }

  /** Of a run that is over the abort does nothing. */
  #end(key: string, run: Run): void {
    if (this.#runs.get(key) === run) this.#runs.delete(key);
    run.abort.abort();
  }
}
