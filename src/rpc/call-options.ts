import type { Progress } from '../base/control';

export type CallOptions = {
  /** Aborted, the call rejects at once with `task.cancelled`. */
  readonly signal?: AbortSignal;
  /** At most ten times a second. */
  readonly onprogress?: (progress: Progress) => void;
};
