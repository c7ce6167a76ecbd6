import type { Control } from '../base/control';
import type { MappedDialect } from '../model/mapping';
import type { ByteSource } from './byte-source';
import { inspectAs, isSettledDifferently } from './inspect-as';
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

/** The reader of delimited and blank-aligned text. */
export const textReader: FileReader = {
  inspect: inspectFile,
  inspectAs: async (source, found, settled, control) =>
    isSettledDifferently(found.dialect, settled) ? await inspectAs(source, found, settled, control) : found,
  read: readTable,
};
