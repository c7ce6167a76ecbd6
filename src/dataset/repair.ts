import { monthOfDay } from '../base/calendar-day';
import { emptyBitmap, isNull, setNull, type Int32Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import { unknownCurrency } from './base-currency';
import { buildDataset } from './build-dataset';
import type { Assumption, Dataset } from './dataset';
import { assumptionsOfReading, givenTables } from './given-tables';
import { textOf } from './link-people';
import { withColumns } from './make-column';
import { takeRows } from './take-rows';

/** What can be put right in loaded data, by what is wrong with them. */
export const repairCodes = ['key.repeated', 'date.order', 'date.impossible-birth'] as const;
export type RepairCode = (typeof repairCodes)[number];

/** A repair of one column: rows that repeat an id give way to the last of each; dates that cannot be become empty. */
export type Repair = { readonly code: RepairCode; readonly table: string; readonly column: string };

export type Repaired = { readonly dataset: Dataset; readonly rows: number };

/** Nobody is older. */
const oldestMonths = 120 * 12;

/** Spans of time in the tables: a beginning that an end may not come before. */
export const spans: readonly (readonly [table: string, start: string, end: string])[] = [
  ['account', 'open_date', 'close_date'],
  ['account', 'open_date', 'maturity_date'],
  ['loan', 'start', 'maturity'],
  ['campaign', 'start', 'end'],
  ['service', 'created', 'closed'],
];

/**
 * The data with one repair, through the same joins as when they were read. What was repaired is among their assumptions,
 * so every answer says so; what analyses published is computed anew.
 *
 * O(rows)
 */
export function repairDataset(dataset: Dataset, { code, table, column }: Repair): Repaired {
  const tables = givenTables(dataset);
  const frame = tables[table];
  if (!frame) return { dataset, rows: 0 };
  const { frame: mended, rows } =
    code === 'key.repeated' ? withoutRepeated(frame, column) : withoutDates(dataset, frame, code, column);
  if (rows === 0) return { dataset, rows };
  const said: Assumption = { code: 'data.repaired', values: { repair: code, table, field: column, rows } };
  const repaired = buildDataset({
    id: dataset.id,
    name: dataset.name,
    tables: { ...tables, [table]: mended },
    others: dataset.others,
    rejects: dataset.rejects,
    sources: dataset.sources,
    assumptions: [...assumptionsOfReading(dataset), said],
    minorPerMajor: dataset.minorPerMajor,
    areAmountsSigned: true,
    ...(dataset.currency === unknownCurrency ? {} : { currency: dataset.currency }),
  });
  return { dataset: repaired, rows };
}

type Mended = { readonly frame: Frame; readonly rows: number };

/** Rows without an id repeat no other. */
function withoutRepeated(frame: Frame, name: string): Mended {
  const ids = textOf(frame, name);
  if (ids === null) return { frame, rows: 0 };
  const last = new Int32Array(ids.dictionary.size);
  for (let row = 0; row < frame.rowCount; row++) {
    if (!isNull(ids.nulls, row)) last[ids.codes[row] as number] = row;
  }
  const isKept = (row: number) => isNull(ids.nulls, row) || last[ids.codes[row] as number] === row;
  const kept = Uint32Array.from({ length: frame.rowCount }, (_, row) => row).filter(isKept);
  const rows = frame.rowCount - kept.length;
  return { frame: rows === 0 ? frame : takeRows(frame, kept), rows };
}

/** Dates before their beginning, or birth dates that nobody can have, as empty cells. */
function withoutDates(dataset: Dataset, frame: Frame, code: RepairCode, name: string): Mended {
  const column = frame.columns[name];
  if (column?.kind !== 'int32') return { frame, rows: 0 };
  const isWrong = code === 'date.order' ? isBefore(frame, name, column) : isNoBirth(dataset, column);
  const nulls = column.nulls?.slice() ?? emptyBitmap(frame.rowCount);
  const values = column.values.slice();
  let rows = 0;
  for (let row = 0; row < frame.rowCount; row++) {
    if (isNull(column.nulls, row) || !isWrong(row)) continue;
    rows++;
    setNull(nulls, row);
    values[row] = 0;
  }
  const mended: Int32Column = { kind: 'int32', values, nulls };
  return { frame: rows === 0 ? frame : withColumns(frame, { [name]: mended }), rows };
}

function isBefore(frame: Frame, name: string, end: Int32Column): (row: number) => boolean {
  const span = spans.find(([table, , end]) => table === frame.name && end === name);
  const start = frame.columns[span?.[1] ?? ''];
  if (start?.kind !== 'int32') return () => false;
  return (row) => !isNull(start.nulls, row) && (end.values[row] as number) < (start.values[row] as number);
}

function isNoBirth({ lastDay }: Dataset, birth: Int32Column): (row: number) => boolean {
  if (lastDay === null) return () => false;
  return (row) => {
    const day = birth.values[row] as number;
    return day > lastDay || monthOfDay(lastDay) - monthOfDay(day) > oldestMonths;
  };
}
