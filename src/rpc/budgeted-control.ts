import { cancelled, type Control, type Progress } from '../base/control';
import { macrotask } from './macrotask';

/** How long a computation may hold its thread before it lets messages in. */
const budgetMs = 12;

/** A {@link Control} on the clock of this thread: says when 12 ms are spent, and gives way by a macrotask. */
export function budgetedControl(
  onprogress: (progress: Progress) => void,
  isCancelled: () => boolean,
): Control {
  let resumedAt = performance.now();
  let lastStage = '';
  const report = (done: number, total: number, stage = lastStage): void => {
    lastStage = stage;
    onprogress({ done, total, stage });
  };
  return {
    shouldYield: () => performance.now() - resumedAt >= budgetMs,
    isCancelled,
    report,
    yield: async (done, total, stage) => {
      report(done, total, stage);
      await macrotask();
      resumedAt = performance.now();
      if (isCancelled()) throw cancelled();
    },
  };
}
