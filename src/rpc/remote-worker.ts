import { cancelled, type Control } from '../base/control';
import { toAppError, type AppError } from '../base/errors';
import type { CallOptions } from './call-options';
import { TaskControl } from './task-control';
import type { WorkerFault, WorkerLink } from './worker-link';

/** One call under way. */
export type Call<T> = {
  /** Rejects with `task.cancelled` as soon as the caller's signal is aborted, whatever the worker does. */
  readonly result: Promise<T>;
  /** Resolves when the worker has answered, so that it is free again, or is gone. */
  readonly isAnswered: Promise<void>;
};

/** A worker with its API: every call can be watched and cancelled, and none waits for a worker that has died. */
export class RemoteWorker<Api> {
  readonly #api: Api;
  readonly #link: WorkerLink;
  readonly #pending = new Set<(error: AppError) => void>();
  #end: AppError | null = null;

  /** @param errorOf what pending calls reject with when the worker dies */
  constructor(link: WorkerLink, api: Api, errorOf: (fault: WorkerFault) => AppError) {
    this.#link = link;
    this.#api = api;
    link.onfault((fault) => {
      this.#finish(errorOf(fault));
    });
  }

  get isAlive(): boolean {
    return this.#end === null;
  }

  async call<T>(options: CallOptions, invoke: (api: Api, control: Control) => Promise<T>): Promise<T> {
    return await this.begin(options, invoke).result;
  }

  begin<T>(options: CallOptions, invoke: (api: Api, control: Control) => Promise<T>): Call<T> {
    const { signal, onprogress } = options;
    if (this.#end !== null) return refused(this.#end);
    if (signal?.aborted === true) return refused(cancelled());
    const control = new TaskControl((progress) => {
      if (signal?.aborted !== true) onprogress?.(progress);
    });
    let resolveAnswered: () => void = () => undefined;
    const isAnswered = new Promise<void>((resolve) => (resolveAnswered = resolve));
    const result = new Promise<T>((resolve, reject) => {
      const settle = (): void => {
        this.#pending.delete(die);
        signal?.removeEventListener('abort', cancel);
        control.close();
        resolveAnswered();
      };
      const cancel = (): void => {
        control.cancel();
        reject(cancelled());
      };
      const die = (error: AppError): void => {
        reject(error);
        settle();
      };
      this.#pending.add(die);
      signal?.addEventListener('abort', cancel);
      void invoke(this.#api, control)
        .then(resolve, (error: unknown) => {
          reject(toAppError(error));
        })
        .finally(settle);
    });
    return { result, isAnswered };
  }

  /** Ends the thread. Calls under way reject with `task.cancelled`. */
  terminate(): void {
    this.#finish(cancelled());
  }

  #finish(error: AppError): void {
    if (this.#end !== null) return;
    this.#end = error;
    this.#link.terminate();
    for (const die of [...this.#pending]) die(error);
  }
}

function refused<T>(error: AppError): Call<T> {
  return { result: Promise.reject(error), isAnswered: Promise.resolve() };
}
