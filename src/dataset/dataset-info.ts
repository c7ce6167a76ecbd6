import { isoDay, monthOfDay } from '../base/calendar-day';
import { isNull } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Compare, Period } from '../model/filters';
import type { Assumption, Dataset, SourceFile } from './dataset';
import { distinctTexts } from './join';
import { textOf } from './link-people';

/** One value of a short list with its names in both languages. */
export type NamedValue = {
  readonly id: string;
  /** As the files write it; null when they only know the id. */
  readonly name: string | null;
  readonly nameEn: string | null;
  /** Branch of a manager, parent of a branch. */
  readonly parentId: string | null;
};

/** What the page knows about a dataset without asking again: small and plain, sent once after each load. */
export type DatasetInfo = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly minorPerMajor: number;
  /** ISO days; null when the data know no dates. */
  readonly asOf: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Calendar months from the first day to the as-of day. */
  readonly months: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly defaults: { readonly p: Period; readonly c: Compare };
  readonly branches: readonly NamedValue[];
  readonly managers: readonly NamedValue[];
  readonly products: readonly NamedValue[];
  readonly channels: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly sources: readonly SourceFile[];
  /** Rows kept aside, over all files. */
  readonly rejected: number;
};

/** A dataset in a few kilobytes: counts, dates, the default filters and the names that labels need. */
export function describeDataset(dataset: Dataset): DatasetInfo {
  const { tables, firstDay, asOf } = dataset;
  const everything = { ...tables, ...dataset.others };
  const months = firstDay === null || asOf === null ? 0 : monthOfDay(asOf) - monthOfDay(firstDay) + 1;
  const channel = textOf(tables['transaction'], 'channel');
  return {
    id: dataset.id,
    name: dataset.name,
    currency: dataset.currency,
    minorPerMajor: dataset.minorPerMajor,
    asOf: asOf === null ? null : isoDay(asOf),
    firstDay: firstDay === null ? null : isoDay(firstDay),
    lastDay: dataset.lastDay === null ? null : isoDay(dataset.lastDay),
    months,
    rows: mapValues(everything, (frame) => frame.rowCount),
    columns: mapValues(everything, (frame) => Object.keys(frame.columns)),
    defaults: defaultFilters(months),
    branches: namesIn(tables['branch'], 'branch_id', 'parent_key', tables['branch']),
    managers: namesIn(tables['manager'], 'rm_id', 'branch_key', tables['branch']),
    products: namesIn(tables['product'], 'product_code', null, undefined),
    channels: channel ? distinctTexts([channel]) : [],
    assumptions: dataset.assumptions,
    sources: dataset.sources,
    rejected: dataset.rejects.rowCount,
  };
}

/** The last 12 months against the year before where the data reach that far, else against the period before, else alone. */
function defaultFilters(months: number): { p: Period; c: Compare } {
  if (months < 12) return { p: 'all', c: 'none' };
  return { p: 'L12M', c: months >= 24 ? 'py' : 'none' };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function namesIn(
  frame: Frame | undefined,
  idField: string,
  parentField: string | null,
  parents: Frame | undefined,
): readonly NamedValue[] {
  const ids = textOf(frame, idField);
  if (!frame || !ids) return [];
  const idOf = reader(frame, idField);
  const nameOf = reader(frame, 'name');
  const nameEnOf = reader(frame, 'name_en');
  const keys = parentField === null ? undefined : frame.columns[parentField];
  const parentIdOf = parents ? reader(parents, 'branch_id') : () => null;
  return Array.from({ length: frame.rowCount }, (_, row) => ({
    id: idOf(row) ?? '',
    name: nameOf(row),
    nameEn: nameEnOf(row),
    parentId:
      keys?.kind === 'int32' && !isNull(keys.nulls, row) ? parentIdOf(keys.values[row] as number) : null,
  }));
}

function reader(frame: Frame, name: string): (row: number) => string | null {
  const column = textOf(frame, name);
  if (!column) return () => null;
  const values = dictionaryValues(column.dictionary);
  return (row) => (isNull(column.nulls, row) ? null : (values[column.codes[row] as number] ?? null));
}
