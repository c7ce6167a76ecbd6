import type { Control } from '../../base/control';
import type { ByteSource } from '../byte-source';
import type { TableFormat, TextTable } from './text-table';
import type { UnpackLimit } from './unpack-limit';

/**
 * Takes the tables out of a file of one format: dates as ISO text, numbers as plain decimals, nothing for null. It
 * reports how far it is, gives way and stops when asked to.
 *
 * @throws `ingest.damaged-file`, `ingest.password-protected`, `ingest.too-large`, `task.cancelled`; whatever a library
 *   throws is taken for damage
 */
export type ReadTables = (
  source: ByteSource,
  limit: UnpackLimit,
  control: Control,
) => Promise<readonly TextTable[]>;

/** The formats that are read, each with its reader. */
export type FormatReaders = Readonly<Partial<Record<TableFormat, ReadTables>>>;
