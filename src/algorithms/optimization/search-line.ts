import { evaluate, type LinePoint, type Objective } from './objective';
import { dot } from './vectors';

/** The step is long enough to count and short enough to pay: c₁ and c₂ of the Wolfe conditions. */
const DECREASE = 1e-4;
const CURVATURE = 0.9;
const MOST_TRIALS = 40;
/** Values that differ by less, as a share, are equal: near the end only the slopes can tell. */
const ROUNDING = 1e-12;

type Trial = {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
  readonly at: LinePoint;
};

/**
 * A point on the ray `from + step · direction` that meets the strong Wolfe conditions, or at least lies lower.
 *
 * @param direction downhill
 * @param first     step to try first, ≤ `longest`
 * @returns null when no lower point was found: rounding, or the end of the function's domain
 *
 * Source: Nocedal & Wright 2006, algorithms 3.5 and 3.6; interpolation eq. 3.59; where rounding hides the decrease, the
 * approximate Wolfe conditions of Hager & Zhang 2005, eq. 4.1. Where the function is not finite the step is shortened.
 */
export function searchLine(
  objective: Objective,
  from: LinePoint,
  direction: Float64Array,
  first: number,
  longest: number,
): LinePoint | null {
  const slope = dot(from.gradient, direction);
  const tryStep = (step: number): Trial => {
    const point = from.point.map((value, i) => value + step * (direction[i] as number));
    const at = evaluate(objective, point);
    const value = Number.isFinite(at.value) ? at.value : Infinity;
    return { step, value, slope: dot(at.gradient, direction), at };
  };
  const isLower = (one: Trial): boolean => one.value <= from.value + DECREASE * one.step * slope;
  const isFlatter = (one: Trial): boolean => Math.abs(one.slope) <= -CURVATURE * slope;
  const isFlatterAtRounding = (one: Trial): boolean =>
    one.value <= from.value + ROUNDING * Math.abs(from.value) &&
    one.slope >= CURVATURE * slope &&
    one.slope <= (2 * DECREASE - 1) * slope;

  let low: Trial = { step: 0, value: from.value, slope, at: from };
  let high: Trial | null = null;
  let trial = tryStep(first);
  for (let trials = 1; trials < MOST_TRIALS; trials++) {
    if (isFlatterAtRounding(trial)) return trial.at;
    if (!isLower(trial) || trial.value >= low.value) {
      high = trial;
    } else if (isFlatter(trial)) {
      return trial.at;
    } else {
      if (high === null ? trial.slope >= 0 : trial.slope * (high.step - low.step) >= 0) high = low;
      low = trial;
    }
    if (high === null) {
      if (trial.step >= longest) break;
      trial = tryStep(Math.min(longest, 2 * trial.step));
    } else {
      if (Math.abs(high.step - low.step) <= 1e-14 * Math.max(1e-300, low.step)) break;
      trial = tryStep(between(low, high));
    }
  }
  return low.step > 0 && low.value < from.value ? low.at : null;
}

/** The minimum of the cubic through both ends, kept away from them. */
function between(low: Trial, high: Trial): number {
  const width = high.step - low.step;
  let share = 0.5;
  if (Number.isFinite(high.value) && Number.isFinite(high.slope)) {
    const d1 = low.slope + high.slope - (3 * (high.value - low.value)) / width;
    const root = Math.sqrt(Math.max(0, d1 * d1 - low.slope * high.slope)) * Math.sign(width);
    const denominator = high.slope - low.slope + 2 * root;
    const cubic = 1 - (high.slope + root - d1) / denominator;
    if (Number.isFinite(cubic)) share = cubic;
  }
  return low.step + width * Math.min(0.9, Math.max(0.1, share));
}
