/** Events of many customers in any order: `customer[i]` did something in `period[i]`. */
export type EventList = {
  /** 0 … customers − 1 */
  readonly customer: Int32Array;
  /** Whole periods, for example days since 1970-01-01. Events of a customer in one period count as one. */
  readonly period: Int32Array;
};

/** The periods of customer `i`, ascending and each once: `periods[starts[i]]` … `periods[starts[i + 1] − 1]`. */
export type DistinctPeriods = { readonly starts: Uint32Array; readonly periods: Int32Array };

/** In which periods did each customer do something? O(events · log of the events of a customer) */
export function distinctPeriods({ customer, period }: EventList, customers: number): DistinctPeriods {
  const ends = new Uint32Array(customers + 1);
  for (const one of customer) ends[one + 1] = (ends[one + 1] as number) + 1;
  for (let one = 0; one < customers; one++) ends[one + 1] = (ends[one + 1] as number) + (ends[one] as number);
  const next = ends.slice(0, customers);
  const all = new Int32Array(customer.length);
  for (let i = 0; i < customer.length; i++) {
    const one = customer[i] as number;
    const place = next[one] as number;
    all[place] = period[i] as number;
    next[one] = place + 1;
  }
  const starts = new Uint32Array(customers + 1);
  let kept = 0;
  for (let one = 0; one < customers; one++) {
    const own = all.subarray(ends[one], ends[one + 1]).sort();
    let last: number | undefined;
    for (const found of own) {
      // Never ahead of what is still to be read: `kept` is at most the place of `found`.
      if (found !== last) all[kept++] = last = found;
    }
    starts[one + 1] = kept;
  }
  return { starts, periods: all.slice(0, kept) };
}
