import type { Day } from '../../base/calendar-day';
import { accountFacts, balanceFacts, noDay, transactionFacts } from '../../dataset/facts';
import { transactionsIn, type Scope } from '../../dataset/scope';

/** Types of transactions that a customer decides on each time (methods.md §0.3). */
export const discretionaryTypes = ['card_spend', 'investment_buy'] as const;

/** The transactions that count as events of value, and what is known about them. */
export type ValueEvents = {
  /** `discretionary`: those of {@link discretionaryTypes}; `all`: the data do not tell them apart. */
  readonly kind: 'all' | 'discretionary';
  /** Whether the data have transactions at all. */
  readonly isThere: boolean;
  /** All transactions of a bank: accounts, balances or types show that they are no purchases. */
  readonly isRaw: boolean;
  /** Row of `customer` of each event. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** Minor units, without sign. */
  readonly amount: Float64Array;
};

/** The dated events of the scope's customers up to a day, in the order of the table; the scope's period does not count. */
export function valueEvents(scope: Scope, last: Day | null): ValueEvents {
  const { dataset } = scope;
  const facts = transactionFacts(dataset);
  const wanted = facts?.type ? discretionaryTypes.map((type) => facts.type?.names.indexOf(type) ?? -1) : [];
  const isDiscretionary = wanted.some((place) => place >= 0);
  const rows: number[] = [];
  if (facts !== null && last !== null) {
    const { first, last: end, mask } = transactionsIn(scope, { from: noDay + 1, to: last });
    const { codes, unknown } = facts.customer;
    for (let row = first; row < end; row++) {
      if (mask !== null && mask[row] === 0) continue;
      if ((codes[row] as number) === unknown) continue;
      if (isDiscretionary && facts.type && !wanted.includes(facts.type.codes[row] as number)) continue;
      rows.push(row);
    }
  }
  const pick = (values: ArrayLike<number>): Int32Array =>
    Int32Array.from(rows, (row) => values[row] as number);
  return {
    kind: isDiscretionary ? 'discretionary' : 'all',
    isThere: facts !== null,
    isRaw:
      !isDiscretionary &&
      (facts?.type != null || accountFacts(dataset) !== null || balanceFacts(dataset) !== null),
    customer: pick(facts?.customer.codes ?? []),
    day: pick(facts?.days ?? []),
    amount: Float64Array.from(rows, (row) => Math.abs(facts?.amounts[row] as number)),
  };
}
