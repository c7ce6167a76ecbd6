import type { Control } from '../base/control';
import type { MappedDialect } from '../model/mapping';
import type { ByteSource } from './byte-source';
import { inspectAs, settledDifferently } from './inspect-as';
import { inspectTable } from './inspect-table';
import { inspectFile, type InspectionOptions } from './inspect-file';
import { readTable } from './read-table';
import type { ColumnPlan, Dialect, Inspection, ParsedTable } from './table';

/** The two looks at a file: a few samples first, all of it once the columns are settled. */
export type FileReader = {
  readonly inspect: (
    source: ByteSource,
    control: Control,
    options?: InspectionOptions,
  ) => Promise<Inspection>;
  /** Again, cut in another way than the first look found. */
  readonly inspectAs: (
    source: ByteSource,
    found: Inspection,
    settled: MappedDialect,
    control: Control,
  ) => Promise<Inspection>;
  readonly read: (
    source: ByteSource,
    dialect: Dialect,
    plans: readonly ColumnPlan[],
    control: Control,
  ) => Promise<ParsedTable>;
};

/** The reader of delimited and blank-aligned text, and of tables that were written down as text. */
export const textReader: FileReader = {
  inspect: (source, control, options) =>
    source.table ? inspectTable(source, source.table, control) : inspectFile(source, control, options),
  inspectAs: async (source, found, settled, control) => {
    if (Object.keys(settledDifferently(found.dialect, settled)).length === 0) return found;
    return source.table
      ? await inspectTable(source, source.table, control, settled)
      : await inspectAs(source, found, settled, control);
  },
  read: readTable,
};
