import { orderOfKeys } from '../../src/base/sort';

const KEYS = 2 ** 31 - 1;

/**
 * The area under the ROC curve that no score can beat on average: ranking cases by their true probabilities p, where a
 * case counts as p of an event and 1 − p of none; equal probabilities ½.
 *
 * @param probabilities 0 … 1, compared on a grid of 2^−31; needs one between 0 and 1, else NaN
 */
export function bestAuc(probabilities: Float64Array): number {
  const order = orderOfKeys(Int32Array.from(probabilities, (p) => Math.floor(p * KEYS)));
  let [events, others, below] = [0, 0, 0];
  for (let from = 0; from < order.length;) {
    const first = probabilities[order[from] as number] as number;
    const key = Math.floor(first * KEYS);
    let [tiedEvents, tiedOthers] = [0, 0];
    let to = from;
    for (; to < order.length; to++) {
      const p = probabilities[order[to] as number] as number;
      if (Math.floor(p * KEYS) !== key) break;
      tiedEvents += p;
      tiedOthers += 1 - p;
    }
    below += tiedEvents * (others + tiedOthers / 2);
    events += tiedEvents;
    others += tiedOthers;
    from = to;
  }
  return below / (events * others);
}
