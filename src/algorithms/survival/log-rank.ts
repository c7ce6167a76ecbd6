import { chiSquaredTail } from '../special/incomplete-gamma';
import { sortLives, type ObservedLives, type SortedLives } from './observed-lives';

/**
 * How events count over time: all alike; early ones more (ρ) or late ones more (γ); or by a survival share that does not
 * fall to 0 (Peto & Peto).
 */
export type LogRankWeights =
  | { readonly kind: 'log-rank' }
  | { readonly kind: 'fleming-harrington'; readonly rho: number; readonly gamma: number }
  | { readonly kind: 'peto-peto' };

export type LogRankGroup = {
  readonly lives: number;
  readonly observed: number;
  /** Events that the group would have had with the hazards of all together. Unweighted. */
  readonly expected: number;
};

export type LogRank = {
  readonly groups: readonly LogRankGroup[];
  /** null when there is nothing to compare; `reason` says why. */
  readonly test: {
    readonly chiSquared: number;
    readonly degreesOfFreedom: number;
    readonly pValue: number;
  } | null;
  readonly reason: 'no-events' | 'fewer-than-two-groups' | 'never-at-risk-together' | null;
};

/**
 * Do the groups have the same survival curve?
 *
 * @param group      of each row, 0 … `groups` − 1; other numbers belong to none
 * @param weights    see {@link LogRankWeights}
 * @returns the chance of so large a difference when there is none; groups that were never at risk do not count
 *
 * U_g = Σ w (d_g − d n_g / n), V_gh = Σ w² d (n − d) / (n − 1) · n_g / n · (1[g = h] − n_h / n), χ² = Uᵀ V⁻¹ U. Source:
 * Mantel 1966; Peto & Peto 1972; Fleming & Harrington 1991, ch. 7. O(n log n + times · groups²)
 */
export function logRank(
  lives: ObservedLives,
  group: ArrayLike<number>,
  groups: number,
  weights: LogRankWeights = { kind: 'log-rank' },
): LogRank {
  const sorted = Array.from({ length: groups }, (_, one) => sortLives(lives, { of: group, is: one }));
  const sums = sumsOf(sorted, weights);
  const result = sorted.map(({ died, ended }, one) => ({
    lives: died.length + ended.length,
    observed: died.length,
    expected: sums.expected[one] as number,
  }));
  const refused = (reason: LogRank['reason']): LogRank => ({ groups: result, test: null, reason });
  if (result.filter((one) => one.lives > 0).length < 2) return refused('fewer-than-two-groups');
  if (result.every((one) => one.observed === 0)) return refused('no-events');
  const { form, rank } = quadraticForm(sums.u, sums.v);
  if (rank === 0) return refused('never-at-risk-together');
  return {
    groups: result,
    test: { chiSquared: form, degreesOfFreedom: rank, pValue: chiSquaredTail(form, rank) },
    reason: null,
  };
}

type Sums = { readonly u: Float64Array; readonly v: Float64Array; readonly expected: Float64Array };

function sumsOf(sorted: readonly SortedLives[], weights: LogRankWeights): Sums {
  const groups = sorted.length;
  const u = new Float64Array(groups);
  const v = new Float64Array(groups * groups);
  const expected = new Float64Array(groups);
  const cursors = sorted.map(cursorOf);
  const weightAt = weightsOverTime(weights);
  for (const t of eventTimesOf(sorted)) {
    for (const cursor of cursors) moveTo(cursor, t);
    const n = cursors.reduce((sum, { atRisk }) => sum + atRisk, 0);
    const d = cursors.reduce((sum, { events }) => sum + events, 0);
    const w = weightAt(d, n);
    const variance = n > 1 ? (w * w * d * (n - d)) / (n - 1) : 0;
    cursors.forEach((one, g) => {
      const share = one.atRisk / n;
      expected[g] = (expected[g] as number) + d * share;
      u[g] = (u[g] as number) + w * (one.events - d * share);
      cursors.forEach((other, h) => {
        const at = g * groups + h;
        v[at] = (v[at] as number) + variance * share * ((g === h ? 1 : 0) - other.atRisk / n);
      });
    });
  }
  return { u, v, expected };
}

function eventTimesOf(sorted: readonly SortedLives[]): Float64Array {
  const all = new Float64Array(sorted.reduce((sum, { died }) => sum + died.length, 0));
  let end = 0;
  for (const { died } of sorted) {
    all.set(died, end);
    end += died.length;
  }
  return all.sort().filter((time, i, times) => i === 0 || time !== times[i - 1]);
}

/** Where a group is in its three columns, and who of it is at risk there. */
type Cursor = SortedLives & {
  death: number;
  end: number;
  entry: number;
  atRisk: number;
  /** At the time itself. */
  events: number;
};

function cursorOf(sorted: SortedLives): Cursor {
  const atRisk = sorted.died.length + sorted.ended.length - sorted.entered.length;
  return { ...sorted, death: 0, end: 0, entry: 0, atRisk, events: 0 };
}

/** @param time later than before */
function moveTo(cursor: Cursor, time: number): void {
  const { died, ended, entered } = cursor;
  cursor.atRisk -= cursor.events;
  cursor.events = 0;
  while (cursor.end < ended.length && (ended[cursor.end] as number) < time) {
    cursor.end++;
    cursor.atRisk--;
  }
  while (cursor.entry < entered.length && (entered[cursor.entry] as number) < time) {
    cursor.entry++;
    cursor.atRisk++;
  }
  while (cursor.death < died.length && died[cursor.death] === time) {
    cursor.death++;
    cursor.events++;
  }
}

/** The weight at each event time in turn, given the events and the lives at risk of all groups together. */
function weightsOverTime(weights: LogRankWeights): (d: number, n: number) => number {
  if (weights.kind === 'log-rank') return () => 1;
  let survival = 1;
  if (weights.kind === 'peto-peto') return (d, n) => (survival *= 1 - d / (n + 1));
  const { rho, gamma } = weights;
  return (d, n) => {
    const before = survival;
    survival *= 1 - d / n;
    return Math.pow(before, rho) * Math.pow(1 - before, gamma);
  };
}

/**
 * uᵀ V⁻¹ u over as many groups as V tells apart: its rank is one less than the groups that were at risk together.
 * Elimination that skips a group whose pivot has vanished.
 */
function quadraticForm(u: Float64Array, v: Float64Array): { readonly form: number; readonly rank: number } {
  const n = u.length;
  const [rest, left] = [v.slice(), u.slice()];
  let [form, rank] = [0, 0];
  for (let k = 0; k < n; k++) {
    const pivot = rest[k * n + k] as number;
    if (!(pivot > 1e-10 * (v[k * n + k] as number))) continue;
    rank++;
    const own = left[k] as number;
    form += (own * own) / pivot;
    for (let i = k + 1; i < n; i++) {
      const factor = (rest[i * n + k] as number) / pivot;
      left[i] = (left[i] as number) - factor * own;
      for (let j = k + 1; j < n; j++) {
        rest[i * n + j] = (rest[i * n + j] as number) - factor * (rest[k * n + j] as number);
      }
    }
  }
  return { form, rank };
}
