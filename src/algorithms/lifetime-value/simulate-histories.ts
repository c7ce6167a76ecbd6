import { Random } from '../../base/random';
import { chancesToLeave, type BtydKind, type BtydParameters } from './btyd-model';
import type { PurchaseHistories } from './purchase-histories';

export type SimulatedHistories = {
  readonly histories: PurchaseHistories;
  /** Purchases of each customer in (T, T + holdout]. */
  readonly holdout: Int32Array;
  /** 1 = had not left at T. */
  readonly isAlive: Uint8Array;
};

const PURPOSE = 0x42746964;

/**
 * Customers as the model imagines them, to test a fit by what it recovers.
 *
 * @param observed T of each customer to make up
 * @param holdout  time after T in which to go on counting, ≥ 0
 * @returns the same for the same seed in every engine
 *
 * Source: the assumptions of {@link BtydKind}. O(n · purchases)
 */
export function simulateHistories(
  kind: BtydKind,
  { r, alpha, a, b }: BtydParameters,
  observed: Float64Array,
  holdout: number,
  seed: number,
): SimulatedHistories {
  const rows = observed.length;
  const repeats = new Int32Array(rows);
  const recency = new Float64Array(rows);
  const later = new Int32Array(rows);
  const isAlive = new Uint8Array(rows).fill(1);
  const random = new Random(seed, PURPOSE);
  for (let row = 0; row < rows; row++) {
    random.restart(seed, PURPOSE, row);
    const end = observed[row] as number;
    const rate = random.gamma(r) / alpha;
    const [left, right] = [random.gamma(a), random.gamma(b)];
    const leaves = left / (left + right);
    let hasLeft = chancesToLeave(kind, 0) > 0 && random.chance(leaves);
    if (hasLeft) isAlive[row] = 0;
    let time = 0;
    while (!hasLeft) {
      time += random.exponential() / rate;
      if (!(time <= end + holdout)) break;
      hasLeft = random.chance(leaves);
      if (time > end) {
        later[row] = (later[row] as number) + 1;
        continue;
      }
      repeats[row] = (repeats[row] as number) + 1;
      recency[row] = time;
      if (hasLeft) isAlive[row] = 0;
    }
  }
  return {
    histories: { repeats, recency, observed: observed.slice(), weights: null },
    holdout: later,
    isAlive,
  };
}
