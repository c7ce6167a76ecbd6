import { parseIsoDay } from '../base/calendar-day';
import type { Frame } from '../columns/frame';
import type { Dataset } from '../dataset/dataset';
import { shortName, type PublishedColumn } from '../dataset/published';
import { quoteName, quoteText } from './sql-text';
import type { StoredFrame } from './stored-tables';
import { valueOf, type Stored, type View } from './views';

/**
 * Published columns by customer and month, the month being that of the last day they rest on. Without any there is the
 * view all the same, with no rows.
 */
export function publishedView(
  dataset: Dataset,
  customer: Stored | undefined,
  store: (frame: Frame) => StoredFrame,
): View {
  const published = Object.values(dataset.published);
  const id = customer ? valueOf(customer, '"customer"', 'customer_id', 'id', 1) : 'NULL';
  const frame: Frame = {
    name: 'published',
    rowCount: customer?.frame.rowCount ?? 0,
    columns: Object.fromEntries(published.map(({ column, values }) => [shortName(column), values])),
  };
  const one = { frame, stored: store(frame) };
  const months = [...new Set(published.map(monthOf))].sort();
  const customers = customer ? `${quoteName(customer.stored.table)} AS "customer"` : '(SELECT 1)';
  if (!customer || months.length === 0) {
    return {
      columns: [
        { name: 'customer_id', expression: id },
        { name: 'month', expression: 'NULL' },
      ],
      from: [customers, 'WHERE FALSE'],
    };
  }
  const rowid = `"customer".${quoteName(customer.stored.rowid)}`;
  const joined = `JOIN ${quoteName(one.stored.table)} AS "published" ON "published".${quoteName(one.stored.rowid)} = ${rowid}`;
  const rows = months.map((month) => `SELECT ${month === '' ? 'NULL' : quoteText(month)} AS "month"`);
  return {
    columns: [
      { name: 'customer_id', expression: id },
      { name: 'month', expression: '"months"."month"' },
      ...published.map((column) => ({
        name: shortName(column.column),
        expression: ofMonth(
          column,
          valueOf(one, '"published"', shortName(column.column), typeOf(column), dataset.minorPerMajor),
        ),
      })),
    ],
    from: [`(${rows.join(' UNION ALL ')}) AS "months"`, `CROSS JOIN ${customers}`, joined],
  };
}

const monthOf = ({ asOf }: PublishedColumn): string =>
  asOf === null || parseIsoDay(asOf) === null ? '' : asOf.slice(0, 7);

const typeOf = ({ unit }: PublishedColumn) => (unit === 'money' ? 'money' : null);

function ofMonth(column: PublishedColumn, value: string): string {
  const month = monthOf(column);
  return `CASE WHEN "months"."month" IS ${month === '' ? 'NULL' : quoteText(month)} THEN ${value} END`;
}
