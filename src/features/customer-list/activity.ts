import { civilOf, isoDay, lastDayOfMonth, monthOfDay, type Day } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { emptyBitmap, setNull, type Float64Column } from '../../columns/column';
import type { Dataset } from '../../dataset/dataset';
import { customerCount, noDay } from '../../dataset/facts';
import { lastDays } from '../../dataset/flows';
import { countedNow } from '../../dataset/members';
import type { PublishedSpec } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import { scopeOf } from '../../dataset/scope';
import {
  pause,
  resultBase,
  scopeOfTask,
  type Publishing,
  type ResultBase,
  type SharedParameters,
} from '../task';

export type ActivityParameters = SharedParameters;

export type ActivityResult = ResultBase &
  Publishing & {
    /** Customers by whole months since their last transaction; the last bin is open (`12+`). */
    readonly bins: readonly { readonly key: string; readonly months: number; readonly customers: number }[];
    /** Customers without any transaction. */
    readonly never: number;
  };

export const monthsSinceLastTransaction: PublishedSpec = {
  column: 'customer.monthsSinceLastTransaction',
  unit: 'count',
  model: 'months-since-last-transaction',
  version: 1,
};

const openBin = 12;

/**
 * How long ago was each customer's last transaction? Publishes whole months up to the as-of day for every customer, null
 * for those without one; counts the customers under the filters. n = these customers.
 */
export async function activity(
  dataset: Dataset,
  parameters: ActivityParameters,
  control: Control,
): Promise<ActivityResult> {
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 2);
  const asOf = scope.asOf ?? dataset.lastDay;
  const count = customerCount(dataset);
  const last = lastDays(scopeOf(dataset), asOf ?? noDay).subarray(0, count);
  const months = monthsSince(last, asOf);
  await pause(control, 2, 2);
  const counted = countedNow(scope);
  const customers = new Int32Array(openBin + 1);
  let [n, never] = [0, 0];
  for (let row = 0; row < count; row++) {
    if (counted[row] !== 1) continue;
    n++;
    if (last[row] === noDay) never++;
    else {
      const bin = Math.min(openBin, months.values[row] as number);
      customers[bin] = (customers[bin] as number) + 1;
    }
  }
  return {
    ...resultBase(scope, n, warningsOf(scope, ['transactions'])),
    bins: Array.from(customers, (found, bin) => ({
      key: bin === openBin ? `${String(bin)}+` : String(bin),
      months: bin,
      customers: found,
    })),
    never,
    published: [
      {
        ...monthsSinceLastTransaction,
        asOf: asOf === null ? null : isoDay(asOf),
        values: months,
      },
    ],
  };
}

function monthsSince(days: Int32Array, asOf: Day | null): Float64Column {
  const values = new Float64Array(days.length);
  const nulls = emptyBitmap(days.length);
  days.forEach((day, row) => {
    if (day === noDay || asOf === null) setNull(nulls, row);
    else values[row] = wholeMonths(day, asOf);
  });
  return { kind: 'float64', values, nulls };
}

/** Complete months from a day to a later one; the last day of a month completes it. */
export function wholeMonths(from: Day, to: Day): number {
  const months = monthOfDay(to) - monthOfDay(from);
  const isComplete = civilOf(to).day >= civilOf(from).day || to === lastDayOfMonth(monthOfDay(to));
  return Math.max(0, months - (isComplete ? 0 : 1));
}
