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

/** Names the columns of days that should be past and of which some are after the day of the import. */
export function noteFutureDays(
  tables: Readonly<Record<string, Frame>>,
  today: Day,
  assumptions: Assumption[],
): void {
  if (today === Infinity) return;
  for (const [table, columns] of Object.entries(past)) {
    for (const name of columns) {
      const column = tables[table]?.columns[name];
      if (column?.kind !== 'int32') continue;
      let rows = 0;
      for (let row = 0; row < column.values.length; row++) {
        if ((column.values[row] as number) > today && !isNull(column.nulls, row)) rows++;
      }
      if (rows > 0) assumptions.push({ code: 'date.future', values: { table, column: name, rows } });
    }
  }
}
