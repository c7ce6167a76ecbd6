import type { BtydModel } from '../../algorithms/lifetime-value/btyd-model';
import { expectedPurchasesOf } from '../../algorithms/lifetime-value/expected-purchases';
import { probabilitiesAlive } from '../../algorithms/lifetime-value/probability-alive';
import type { PurchaseHistories } from '../../algorithms/lifetime-value/purchase-histories';

/** Days ahead for which events are expected: twelve months. */
export const outlookDays = 365.25;

export type AliveBin = {
  /** `0` … `9`: from that many tenths to the next. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly customers: number;
};

export type Outlook = {
  /** In the unit of time of the question: twelve months. */
  readonly horizon: number;
  readonly customers: number;
  /** Σ P(alive): customers who have not left. */
  readonly alive: number;
  /** Σ of the events expected in the horizon. */
  readonly expected: number;
  readonly bins: readonly AliveBin[];
};

/** A model and the days of the unit that its times are in. */
export type Fitted = Pick<BtydModel, 'kind' | 'parameters'> & { readonly unitDays: number };

/** What a model says of each history. */
export type Scores = {
  /** Chance that the customer has not left. */
  readonly alive: Float64Array;
  /** Events in the time ahead. */
  readonly expected: Float64Array;
};

/** @param horizon in the unit of the histories. O(n) */
export function scoresOf(
  { kind, parameters }: Fitted,
  histories: PurchaseHistories,
  horizon: number,
): Scores {
  return {
    alive: probabilitiesAlive(kind, parameters, histories),
    expected: expectedPurchasesOf(kind, parameters, histories, horizon),
  };
}

export function outlookOf({ alive, expected }: Scores, horizon: number): Outlook {
  const counts = new Int32Array(10);
  for (const chance of alive) {
    const bin = Math.min(9, Math.floor(chance * 10));
    counts[bin] = (counts[bin] as number) + 1;
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return {
    horizon,
    customers: alive.length,
    alive: sum(alive),
    expected: sum(expected),
    bins: Array.from(counts, (customers, bin) => ({
      key: String(bin),
      from: bin / 10,
      to: (bin + 1) / 10,
      customers,
    })),
  };
}
