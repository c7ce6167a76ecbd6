/**
 * Why a search stopped.
 *
 * - `gradient`: no slope is left. This alone is a proper end.
 * - `no-progress`: the slope is small, but no step makes the objective smaller: the end of double precision.
 * - `iteration-limit`, `not-finite`: given up.
 * - `out-of-bounds`: a parameter left its limit: the data do not hold it.
 */
export type StopReason = 'gradient' | 'no-progress' | 'iteration-limit' | 'not-finite' | 'out-of-bounds';

/** What every fitted model says about its search. */
export type Diagnostics = {
  readonly converged: boolean;
  readonly iterations: number;
  /** What was minimised, at the end. */
  readonly objective: number;
  readonly reason: StopReason;
};
