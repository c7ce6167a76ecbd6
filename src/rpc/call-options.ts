import { cancelled, type Progress } from '../base/control';

export type CallOptions = {
  /** Aborted, the call rejects at once with `task.cancelled`. */
  readonly signal?: AbortSignal;
  /** At most ten times a second. */
  readonly onprogress?: (progress: Progress) => void;
};

/** @throws task.cancelled when the caller no longer wants the call */
export function refuseCancelled({ signal }: CallOptions): void {
  if (signal?.aborted === true) throw cancelled();
}
