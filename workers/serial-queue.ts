import { cancelled, type Control } from '../src/base/control';
import { macrotask } from '../src/rpc/macrotask';

/** One job at a time, in the order of asking. A job that is cancelled while it waits never starts. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(control: Control, job: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      // Wishes to stop that came while the job before held the thread are heard first.
      await macrotask();
      if (control.isCancelled()) throw cancelled();
      return await job();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
