import type { Progress } from '../base/control';
import type { CallOptions } from './engine';
import type { Label } from './filter-history.svelte';

export type Job = {
  readonly id: number;
  readonly label: Label;
  readonly progress: Progress | null;
  readonly cancel: () => void;
};

/** Work in the background that the header shows: saving a project, preparing the database. */
export class Jobs {
  #running = $state.raw<readonly Job[]>([]);
  #next = 1;

  get running(): readonly Job[] {
    return this.#running;
  }

  /** Runs some work and lists it meanwhile. */
  async run<T>(label: Label, work: (options: Required<CallOptions>) => Promise<T>): Promise<T> {
    const id = this.#next++;
    const abort = new AbortController();
    const cancel = () => {
      abort.abort();
    };
    this.#running = [...this.#running, { id, label, progress: null, cancel }];
    try {
      return await work({
        signal: abort.signal,
        onprogress: (progress) => {
          this.#running = this.#running.map((job) => (job.id === id ? { ...job, progress } : job));
        },
      });
    } finally {
      this.#running = this.#running.filter((job) => job.id !== id);
    }
  }
}
