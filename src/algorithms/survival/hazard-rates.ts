import type { ObservedLives } from './observed-lives';

/** Events per unit of time under watch, by band of age. */
export type HazardRates = {
  readonly events: Int32Array;
  /** Time that all lives together were watched in each band. */
  readonly exposure: Float64Array;
  /** Events / exposure; 0 where nobody was watched: `exposure` tells. */
  readonly rates: Float64Array;
};

/**
 * At which age is the danger greatest?
 *
 * The hazard is constant within a band. Events at the end of a band belong to it, lives enter late and end unseen as in
 * the survival curve.
 *
 * @param edges ascending: band i reaches from `edges[i]` to `edges[i + 1]`
 *
 * d / Σ time at risk. Source: Holford 1976; Andersen, Borgan, Gill & Keiding 1993, §VI.1. O(n · bands of a life)
 *
 * @example hazardRates({ time: Float64Array.of(1, 2), event: Uint8Array.of(1, 0), entry: null }, Float64Array.of(0, 2)).rates // [1 / 3]
 */
export function hazardRates({ time, event, entry }: ObservedLives, edges: Float64Array): HazardRates {
  const bands = Math.max(0, edges.length - 1);
  const events = new Int32Array(bands);
  const exposure = new Float64Array(bands);
  for (let row = 0; row < time.length; row++) {
    const t = time[row] as number;
    const e = Math.max(0, entry?.[row] ?? 0);
    if (!(t >= 0 && t < Infinity) || (e > 0 && !(e < t))) continue;
    for (let band = 0; band < bands; band++) {
      const [from, until] = [edges[band] as number, edges[band + 1] as number];
      if (band > 0 && from >= t) break;
      const watched = Math.min(t, until) - Math.max(e, from);
      if (watched > 0) exposure[band] = (exposure[band] as number) + watched;
      if (event[row] === 1 && t <= until) events[band] = (events[band] as number) + 1;
    }
  }
  const rates = exposure.map((watched, band) => (watched > 0 ? (events[band] as number) / watched : 0));
  return { events, exposure, rates };
}
