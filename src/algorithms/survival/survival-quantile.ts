import type { SurvivalCurve } from './kaplan-meier';

/** The age by which a share has had the event; null = not reached while watching. */
export type SurvivalQuantile = {
  readonly time: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** Rounding of a product of shares must not move the median by a step. */
const SLACK = 1e-9;

/**
 * The smallest age at which at most `remaining` of the customers are left, and its interval.
 *
 * Where S is exactly `remaining` over a step this is the beginning of the step; R's survfit prints its middle.
 *
 * @param remaining 0.5 = median
 * Source: Brookmeyer & Crowley 1982 (the interval: where the limits of S cross). O(steps)
 */
export function survivalQuantile(curve: SurvivalCurve, remaining = 0.5): SurvivalQuantile {
  const { times, survival, lower, upper, hasLimits } = curve;
  const firstBelow = (values: Float64Array, isUsed: (j: number) => boolean): number | null => {
    for (let j = 0; j < times.length; j++) {
      if (isUsed(j) && (values[j] as number) <= remaining + SLACK) return times[j] as number;
    }
    return null;
  };
  const time = firstBelow(survival, () => true);
  return {
    time,
    lower: firstBelow(lower, (j) => hasLimits[j] === 1),
    upper: firstBelow(upper, (j) => hasLimits[j] === 1),
  };
}
