import type { BtydParameters } from '../../src/algorithms/lifetime-value/btyd-model';
import type { PurchaseHistories } from '../../src/algorithms/lifetime-value/purchase-histories';
import { simulateHistories } from '../../src/algorithms/lifetime-value/simulate-histories';

/** Of line 12, whatever the rows of the other groups. */
export const fittedCustomers = 50_000;

/** Close to the CDNOW customers of Fader, Hardie & Lee 2005, table 2; times in weeks. */
const truth: BtydParameters = { r: 0.24, alpha: 4.4, a: 0.79, b: 2.43 };

/** Customers who came over one year and were watched for another; days are whole, as in a file. */
export function makeHistories(customers: number): PurchaseHistories {
  const observed = Float64Array.from({ length: customers }, (_, row) => (365 + ((row * 7919) % 365)) / 7);
  const { histories } = simulateHistories('bg-nbd', truth, observed, 0, 1);
  return { ...histories, recency: histories.recency.map((weeks) => Math.floor(weeks * 7) / 7) };
}
