import { isoMonth, monthOfDay } from '../../base/calendar-day';
import { isNull } from '../../columns/column';
import type { Dataset } from '../../dataset/dataset';
import type { MonthRows } from './quality-result';
import { issueOf, mostExamples, type Checked } from './row-checks';

/** Fewer months say nothing about what is usual. */
const leastMonths = 6;
/** Makes the median absolute deviation of normal values their standard deviation. */
const toSigma = 1.4826;

const dated: readonly (readonly [table: string, column: string])[] = [
  ['transaction', 'txn_date'],
  ['balance', 'month'],
];

/** Rows per month of the tables that have dates; the month in which the data end is left out unless it is complete. */
export function monthRows(dataset: Dataset): readonly MonthRows[] {
  return dated.flatMap(([table, name]): MonthRows[] => {
    const column = dataset.tables[table]?.columns[name];
    if (column?.kind !== 'int32') return [];
    const counts = new Map<number, number>();
    for (let row = 0; row < column.values.length; row++) {
      if (isNull(column.nulls, row)) continue;
      const value = column.values[row] as number;
      const month = name === 'month' ? value : monthOfDay(value);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
    const last = dataset.asOf === null ? Infinity : monthOfDay(dataset.asOf);
    const known = [...counts.keys()].filter((month) => month <= last).sort((a, b) => a - b);
    const [first] = known;
    const end = known.at(-1);
    if (first === undefined || end === undefined) return [];
    const months = Array.from({ length: end - first + 1 }, (_, index) => first + index);
    const rows = months.map((month) => counts.get(month) ?? 0);
    const unusual = unusualOf(rows).map((index) => isoMonth(months[index] as number));
    return [{ table, months: months.map(isoMonth), rows, unusual }];
  });
}

/** Places of values outside of the median ± 3 robust standard deviations (methods.md §15.5); months without a row apart. */
function unusualOf(rows: readonly number[]): number[] {
  const there = rows.filter((count) => count > 0);
  if (there.length < leastMonths) return [];
  const middle = medianOf(there);
  const sigma = toSigma * medianOf(there.map((count) => Math.abs(count - middle)));
  return rows.flatMap((count, index) =>
    count > 0 && sigma > 0 && Math.abs(count - middle) > 3 * sigma ? [index] : [],
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

export function checkMonths(months: readonly MonthRows[]): Checked {
  const issues = months.flatMap(({ table, months: names, rows, unusual }) => {
    const missing = names.filter((_, index) => rows[index] === 0);
    const examplesOf = (found: readonly string[]) =>
      found.slice(0, mostExamples).map((place) => ({ place, text: String(rows[names.indexOf(place)] ?? 0) }));
    const base = { dimension: 'timeliness', table, column: null } as const;
    return [
      ...issueOf(
        { ...base, code: 'month.missing', severity: 'serious' },
        { rows: missing.length, examples: examplesOf(missing) },
        names.length,
      ),
      ...issueOf(
        { ...base, code: 'month.unusual', severity: 'review' },
        { rows: unusual.length, examples: examplesOf(unusual) },
        names.length,
      ),
    ];
  });
  return { issues, isJudged: months.length > 0 };
}
