import type { SortedLives } from './observed-lives';

/** Lives by distinct time: all that a survival curve depends on. */
export type LifeTable = {
  /** Distinct times of events and censorings, ascending. */
  readonly times: Float64Array;
  readonly events: Int32Array;
  readonly censored: Int32Array;
  /** n_j = #{e < t_j ≤ t}: who was watched just before each time. A life censored at t_j is still at risk there. */
  readonly atRisk: Int32Array;
};

/**
 * Counts events, censorings and lives at risk at each distinct time. At equal times an entry comes after the event: a
 * life is at risk in (e, t].
 *
 * Source: Andersen, Borgan, Gill & Keiding 1993, Statistical Models Based on Counting Processes, §III.3. O(n)
 */
export function lifeTableOf({ died, ended, entered }: SortedLives): LifeTable {
  const most = died.length + ended.length;
  const times = new Float64Array(most);
  const events = new Int32Array(most);
  const censored = new Int32Array(most);
  const atRisk = new Int32Array(most);
  let watched = most - entered.length;
  let [death, end, entry, count] = [0, 0, 0, 0];
  while (death + end < most) {
    const nextDeath = death < died.length ? (died[death] as number) : Infinity;
    const nextEnd = end < ended.length ? (ended[end] as number) : Infinity;
    const t = nextDeath < nextEnd ? nextDeath : nextEnd;
    while (entry < entered.length && (entered[entry] as number) < t) {
      entry++;
      watched++;
    }
    const [firstDeath, firstEnd] = [death, end];
    while (death < died.length && died[death] === t) death++;
    while (end < ended.length && ended[end] === t) end++;
    times[count] = t;
    events[count] = death - firstDeath;
    censored[count] = end - firstEnd;
    atRisk[count] = watched;
    watched -= death - firstDeath + (end - firstEnd);
    count++;
  }
  return {
    times: times.slice(0, count),
    events: events.slice(0, count),
    censored: censored.slice(0, count),
    atRisk: atRisk.slice(0, count),
  };
}

/**
 * How many are at risk at given times: the row of numbers under a survival plot.
 *
 * @param at any times ≥ 0, in any order; a life counts at t when e < t ≤ its time, at 0 when watched from the beginning
 * O(times · log n)
 */
export function numberAtRisk({ died, ended, entered }: SortedLives, at: Float64Array): Int32Array {
  const most = died.length + ended.length;
  return Int32Array.from(at, (t) => {
    const gone = countBelow(died, t) + countBelow(ended, t);
    return most - entered.length + countBelow(entered, t) - gone;
  });
}

/** How many of the ascending `values` are below `limit`. */
export function countBelow(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
