import type { Control } from '../../base/control';
import type { Diagnostics, StopReason } from './diagnostics';
import { evaluate, type LinePoint, type Objective } from './objective';
import { searchLine } from './search-line';
import { addScaled, dot, largestOf, negative } from './vectors';

export type MinimizeOptions = {
  /** Pairs of steps that stand for the curvature. */
  readonly memory: number;
  readonly mostIterations: number;
  /** Proper end: the largest entry of the gradient is at most this, times |objective| where that is above 1. */
  readonly gradientTolerance: number;
  /** A step changes no coordinate by more than this. */
  readonly longestStep: number;
  /** No coordinate may leave −limit … limit; the search ends there. */
  readonly limit: number;
};

export const minimizeDefaults: MinimizeOptions = {
  memory: 8,
  mostIterations: 300,
  gradientTolerance: 1e-9,
  longestStep: 2,
  limit: Infinity,
};

export type Minimum = Diagnostics & {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  /** Largest entry of the gradient, without its sign. */
  readonly gradientNorm: number;
};

/** Below this the slope counts as gone when rounding lets no step go further down. */
const NEARLY_FLAT = 1e-6;

/**
 * Minimises a smooth function of a few to some thousand variables.
 *
 * Limited-memory BFGS with a line search that meets the strong Wolfe conditions. Bounds are the caller's: search in the
 * logarithm of what must be positive.
 *
 * @param start not modified
 * @returns where the search ended and why; never throws because of the function
 * @throws task.cancelled
 *
 * Source: Nocedal & Wright 2006, Numerical Optimization, algorithms 7.4 (two-loop recursion), 7.5 (L-BFGS) and 3.5
 * (line search); first scaling eq. 7.20.
 *
 * @example (await minimize(parabola, Float64Array.of(9), {}, silentControl)).point[0] // 0
 */
export async function minimize(
  objective: Objective,
  start: Float64Array,
  options: Partial<MinimizeOptions>,
  control: Control,
): Promise<Minimum> {
  const given = { ...minimizeDefaults, ...options };
  const n = start.length;
  let here: LinePoint = evaluate(objective, start.slice());
  const history: Pair[] = [];
  let iterations = 0;
  const end = (reason: StopReason): Minimum => ({
    converged: reason === 'gradient' || (reason === 'no-progress' && isFlat(here, NEARLY_FLAT)),
    iterations,
    objective: here.value,
    reason,
    point: here.point,
    gradient: here.gradient,
    gradientNorm: largestOf(here.gradient),
  });
  if (!isFinitePoint(here)) return end('not-finite');
  for (;;) {
    if (isFlat(here, given.gradientTolerance)) return end('gradient');
    if (largestOf(here.point) > given.limit) return end('out-of-bounds');
    if (iterations >= given.mostIterations) return end('iteration-limit');
    if (control.shouldYield()) await control.yield(iterations, given.mostIterations);
    let direction = downhill(here.gradient, history);
    if (!(dot(direction, here.gradient) < 0)) {
      history.length = 0;
      direction = negative(here.gradient);
    }
    const first = history.length === 0 ? Math.min(1, 1 / largestOf(here.gradient)) : 1;
    const longest = given.longestStep / largestOf(direction);
    let next = searchLine(objective, here, direction, Math.min(first, longest), longest);
    if (next === null && history.length > 0) {
      // Curvature from far away misleads: once more straight down.
      history.length = 0;
      direction = negative(here.gradient);
      const steepest = Math.min(1, given.longestStep) / largestOf(direction);
      next = searchLine(objective, here, direction, steepest, given.longestStep / largestOf(direction));
    }
    if (next === null) return end('no-progress');
    iterations++;
    const step = new Float64Array(n);
    const turn = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      step[i] = (next.point[i] as number) - (here.point[i] as number);
      turn[i] = (next.gradient[i] as number) - (here.gradient[i] as number);
    }
    const curvature = dot(step, turn);
    if (curvature > 1e-14 * dot(turn, turn)) {
      history.push({ step, turn, curvature });
      if (history.length > given.memory) history.shift();
    }
    here = next;
  }
}

type Pair = { readonly step: Float64Array; readonly turn: Float64Array; readonly curvature: number };

function isFinitePoint({ value, gradient }: LinePoint): boolean {
  return Number.isFinite(value) && gradient.every((one) => Number.isFinite(one));
}

function isFlat({ value, gradient }: LinePoint, tolerance: number): boolean {
  return largestOf(gradient) <= tolerance * Math.max(1, Math.abs(value));
}

/** −H · gradient, H the inverse curvature that the pairs stand for (algorithm 7.4). */
function downhill(gradient: Float64Array, history: readonly Pair[]): Float64Array {
  const q = gradient.slice();
  const alphas = new Float64Array(history.length);
  for (let k = history.length - 1; k >= 0; k--) {
    const { step, turn, curvature } = history[k] as Pair;
    const alpha = dot(step, q) / curvature;
    alphas[k] = alpha;
    addScaled(q, turn, -alpha);
  }
  const last = history.at(-1);
  const scale = last === undefined ? 1 : last.curvature / dot(last.turn, last.turn);
  for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale;
  for (let k = 0; k < history.length; k++) {
    const { step, turn, curvature } = history[k] as Pair;
    addScaled(q, step, (alphas[k] as number) - dot(turn, q) / curvature);
  }
  return negative(q);
}
