/**
 * How long each customer was watched and what ended it, one row each, in one unit of time.
 *
 * A row counts when its time is known, ≥ 0 and later than its entry. The others are left out and counted.
 */
export type ObservedLives = {
  /** t: age at the event or at the end of watching. NaN = unknown. */
  readonly time: Float64Array;
  /** 1 = the event happened at t, 0 = it had not happened by then (censored). */
  readonly event: Uint8Array;
  /**
   * e: age at which watching began, for customers who were there before the data. 0 or less = from the beginning; NaN =
   * unknown. null = all from the beginning.
   */
  readonly entry: Float64Array | null;
};

/** Rows with `of[row] === is`. */
export type Members = { readonly of: ArrayLike<number>; readonly is: number };

/** Three columns of plain numbers, each ascending, stand for the lives: no row needs to be kept together. */
export type SortedLives = {
  readonly died: Float64Array;
  readonly ended: Float64Array;
  /** Late entries only. */
  readonly entered: Float64Array;
  readonly leftOut: number;
};

/** O(n log n), by the sort of typed arrays, which calls nothing back. */
export function sortLives({ time, event, entry }: ObservedLives, members: Members | null): SortedLives {
  const rows = time.length;
  const died = new Float64Array(rows);
  const ended = new Float64Array(rows);
  const entered = new Float64Array(entry === null ? 0 : rows);
  let [deaths, ends, entries, leftOut] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    if (members !== null && members.of[row] !== members.is) continue;
    const t = time[row] as number;
    const e = entry === null ? 0 : (entry[row] as number);
    if (!(t >= 0 && t < Infinity && (e <= 0 || e < t))) {
      leftOut++;
      continue;
    }
    if (event[row] === 1) died[deaths++] = t;
    else ended[ends++] = t;
    if (e > 0) entered[entries++] = e;
  }
  return {
    died: died.subarray(0, deaths).sort(),
    ended: ended.subarray(0, ends).sort(),
    entered: entered.subarray(0, entries).sort(),
    leftOut,
  };
}
