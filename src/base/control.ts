import { AppError } from './errors';

/** How far a task is. `stage` is a short stable word that the page translates. */
export type Progress = { readonly done: number; readonly total: number; readonly stage: string };

/**
 * What a long computation is given: it reports progress and asks whether to give way. A kernel writes
 * `if (control.shouldYield()) await control.yield(done, total)` in its long loops.
 */
export type Control = {
  /** True after the time budget (12 ms) since the last yield is spent. Cheap: one clock reading. */
  readonly shouldYield: () => boolean;
  /** Reports progress, lets messages in, and throws `task.cancelled` if the caller asked to stop. */
  readonly yield: (done: number, total: number, stage?: string) => Promise<void>;
  /** Reports progress without giving way. */
  readonly report: (done: number, total: number, stage?: string) => void;
  /** True once the caller asked to stop. */
  readonly isCancelled: () => boolean;
};

/** A control for callers that neither watch nor cancel: tests and the command line. */
export const silentControl: Control = {
  shouldYield: () => false,
  yield: () => Promise.resolve(),
  report: () => undefined,
  isCancelled: () => false,
};

export function cancelled(): AppError {
  return new AppError('task.cancelled', 'The task was cancelled');
}
