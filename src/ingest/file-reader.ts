import type { Control } from '../base/control';
import type { MappedDialect } from '../model/mapping';
import type { ByteSource } from './byte-source';
import type { ColumnPlan, Dialect, Inspection, ParsedTable } from './table';

/** The two looks at a file: a few samples first, all of it once the columns are settled. */
export type FileReader = {
  readonly inspect: (
    source: ByteSource,
    settled: MappedDialect | undefined,
    control: Control,
  ) => Promise<Inspection>;
  readonly read: (
    source: ByteSource,
    dialect: Dialect,
    plans: readonly ColumnPlan[],
    control: Control,
  ) => Promise<ParsedTable>;
};
