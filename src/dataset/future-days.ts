import type { Day } from '../base/calendar-day';
import { isNull } from '../columns/column';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';

/** Days on which something has happened already, by table. Days of maturity and the like lie ahead by nature. */
const past: Readonly<Record<string, readonly string[]>> = {
  customer: ['birth_date', 'open_date'],
  account: ['open_date', 'close_date'],
  transaction: ['txn_date'],
  loan: ['start', 'application_date'],
  service: ['created', 'closed'],
  contact: ['date'],
  survey: ['date'],
};

/** Value dates lie some days ahead, and clocks may be wrong: what is this much later has not happened. */
const ahead = 366;

/** The last day on which something can have happened; any day without a clock. */
export const latestDay = (today: Day | undefined): Day => (today ?? Infinity) + ahead;

/** Names the columns of days that should be past and of which some lie far ahead. */
export function noteFutureDays(
  tables: Readonly<Record<string, Frame>>,
  latest: Day,
  assumptions: Assumption[],
): void {
  if (latest === Infinity) return;
  for (const [table, columns] of Object.entries(past)) {
    for (const name of columns) {
      const column = tables[table]?.columns[name];
      if (column?.kind !== 'int32') continue;
      let rows = 0;
      for (let row = 0; row < column.values.length; row++) {
        if ((column.values[row] as number) > latest && !isNull(column.nulls, row)) rows++;
      }
      if (rows > 0) assumptions.push({ code: 'date.future', values: { table, field: name, rows } });
    }
  }
}
