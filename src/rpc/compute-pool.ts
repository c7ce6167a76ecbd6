import { cancelled, type Control } from '../base/control';
import { refuseCancelled, type CallOptions } from './call-options';
import type { RemoteWorker } from './remote-worker';

/** How long a cancelled task may go on before its worker is ended. */
const graceMs = 500;

/**
 * Disposable workers, started when first needed: each works on one call at a time, further calls wait. A call that is
 * cancelled and does not stop takes its worker with it.
 */
export class ComputePool<Api> {
  readonly #size: number;
  readonly #start: () => Promise<RemoteWorker<Api>>;
  readonly #workers = new Set<RemoteWorker<Api>>();
  readonly #idle: RemoteWorker<Api>[] = [];
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** @param size most workers at once */
  constructor(size: number, start: () => Promise<RemoteWorker<Api>>) {
    this.#size = size;
    this.#start = start;
  }

  async call<T>(options: CallOptions, invoke: (api: Api, control: Control) => Promise<T>): Promise<T> {
    refuseCancelled(options);
    await this.#takePlace(options.signal);
    const worker = await this.#worker().catch((error: unknown) => {
      this.#givePlace();
      throw error;
    });
    const { result, isAnswered } = worker.begin(options, invoke);
    try {
      return await result;
    } finally {
      void this.#release(worker, isAnswered);
    }
  }

  dispose(): void {
    for (const worker of this.#workers) worker.terminate();
    this.#workers.clear();
  }

  async #takePlace(signal: AbortSignal | undefined): Promise<void> {
    if (this.#taken < this.#size) {
      this.#taken++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(cancelled());
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
    });
  }

  #givePlace(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken--;
  }

  async #worker(): Promise<RemoteWorker<Api>> {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.isAlive) return idle;
      this.#workers.delete(idle);
    }
    const worker = await this.#start();
    this.#workers.add(worker);
    return worker;
  }

  async #release(worker: RemoteWorker<Api>, isAnswered: Promise<void>): Promise<void> {
    const isFree = await withinGrace(isAnswered);
    if (isFree && worker.isAlive) {
      this.#idle.push(worker);
    } else {
      worker.terminate();
      this.#workers.delete(worker);
    }
    this.#givePlace();
  }
}

async function withinGrace(isAnswered: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), graceMs);
  });
  try {
    return await Promise.race([isAnswered.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
