import { countBelow, lifeTableOf, numberAtRisk } from './life-table';
import { sortLives, type Members, type ObservedLives } from './observed-lives';
import { limitsOf, Z_95, type IntervalKind } from './survival-interval';

export type CurveOptions = {
  readonly interval: IntervalKind;
  /** Normal quantile of the interval: 1.959964 for 95%. */
  readonly z: number;
  /** Ages at which the lives at risk are counted for the table under the plot. */
  readonly riskTimes: Float64Array;
};

export const curveDefaults: CurveOptions = { interval: 'log-log', z: Z_95, riskTimes: new Float64Array(0) };

/** One step curve: S(t) holds from `times[j]` until the next; before the first it is 1. */
export type SurvivalCurve = {
  /** Distinct times with an event or a censoring, ascending. */
  readonly times: Float64Array;
  readonly atRisk: Int32Array;
  readonly events: Int32Array;
  readonly censored: Int32Array;
  readonly survival: Float64Array;
  /** Greenwood's; 0 where `hasLimits` is 0. */
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 = error and limits at this time mean something; 0 where S is 1 or 0: both limits are S then. */
  readonly hasLimits: Uint8Array;
  readonly lives: number;
  readonly totalEvents: number;
  /** Rows without a usable time, see {@link ObservedLives}. */
  readonly leftOut: number;
  /** Lives at risk at each of `options.riskTimes`. */
  readonly riskTable: Int32Array;
  /**
   * The time at which everybody watched had the event although others come under watch or stay later: S is 0 from there
   * on because too few were watched, not because nobody stays. null = it does not happen.
   */
  readonly emptiedAt: number | null;
  readonly options: CurveOptions;
};

/**
 * What share of customers has not had the event by each age?
 *
 * Lives may enter late (left truncation) and end unseen (censoring), both independent of the event.
 *
 * @param lives   see {@link ObservedLives}; not modified
 * @param members which rows; null = all
 * @returns shares 0 … 1; without an event S stays 1, without a life the curve has no step
 *
 * S(t) = Π (1 − d_j / n_j). Source: Kaplan & Meier 1958, eq. 2b; variance S² Σ d / (n (n − d)): Greenwood 1926.
 * O(n log n)
 *
 * @example kaplanMeier({ time: Float64Array.of(1, 2), event: Uint8Array.of(1, 0), entry: null }).survival // [0.5, 0.5]
 */
export function kaplanMeier(
  lives: ObservedLives,
  options: Partial<CurveOptions> = {},
  members: Members | null = null,
): SurvivalCurve {
  const given = { ...curveDefaults, ...options };
  const sorted = sortLives(lives, members);
  const table = lifeTableOf(sorted);
  const { times, events, atRisk } = table;
  const count = times.length;
  const survival = new Float64Array(count);
  const standardError = new Float64Array(count);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  const hasLimits = new Uint8Array(count);
  let [s, g] = [1, 0];
  let emptiedAt: number | null = null;
  for (let j = 0; j < count; j++) {
    const [d, n] = [events[j] as number, atRisk[j] as number];
    if (d === n) {
      s = 0;
      if (emptiedAt === null && j + 1 < count) emptiedAt = times[j] as number;
    } else if (d > 0) {
      s *= 1 - d / n;
      g += d / (n * (n - d));
    }
    survival[j] = s;
    const isInside = s > 0 && s < 1;
    const [low, high] = isInside ? limitsOf(s, g, given.interval, given.z) : [s, s];
    hasLimits[j] = isInside ? 1 : 0;
    standardError[j] = isInside ? s * Math.sqrt(g) : 0;
    lower[j] = low;
    upper[j] = high;
  }
  return {
    ...table,
    survival,
    standardError,
    lower,
    upper,
    hasLimits,
    lives: sorted.died.length + sorted.ended.length,
    totalEvents: sorted.died.length,
    leftOut: sorted.leftOut,
    riskTable: numberAtRisk(sorted, given.riskTimes),
    emptiedAt,
    options: given,
  };
}

/** S(t): the last step at or before `time`. O(log steps) */
export function survivalAt({ times, survival }: SurvivalCurve, time: number): number {
  const below = countBelow(times, time);
  const step = times[below] === time ? below : below - 1;
  return step < 0 ? 1 : (survival[step] as number);
}
