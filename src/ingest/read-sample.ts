import { silentControl, type Control } from '../base/control';
import type { ByteSource } from './byte-source';
import { columnNames } from './column-names';
import { openRecords } from './delimited/record-reader';
import { splitLeftOut } from './row-rules';
import type { Dialect, LeftOutLine, Reject } from './table';

const decoder = new TextDecoder();
const LISTED = 100;
/** Of a longer cell a sample shows the first bytes. */
const LONGEST_CELL = 1 << 16;

export type SampledTable = {
  /** Unique names, or `column1 …`. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rejects: readonly Reject[];
  readonly removed: readonly Reject[];
  /** The whole file was read. */
  readonly isWhole: boolean;
  /** Share (0–1) of the file that the rows come from. */
  readonly shareRead: number;
  /** Bytes, as UTF-8, of the rows and of what was left out between them. */
  readonly bytesUsed: number;
};

/** The first rows of a file as the full read cuts them. */
export async function readSample(
  source: ByteSource,
  dialect: Dialect,
  maxRows: number,
  control: Control,
): Promise<SampledTable> {
  // A look is too short to report how far it has come.
  const quiet = { ...silentControl, isCancelled: control.isCancelled };
  const reader = await openRecords(source, dialect, quiet);
  const rows: string[][] = [];
  let isWhole = false;
  while (rows.length < maxRows) {
    const chunk = await reader.next();
    isWhole = chunk === null;
    if (chunk === null) break;
    for (let record = 0; record < chunk.recordCount && rows.length < maxRows; record++) {
      const cells: string[] = [];
      const first = chunk.firstCells[record] as number;
      for (let cell = first; cell < first + reader.columnCount; cell++) {
        const start = chunk.starts[cell] as number;
        const end = chunk.ends[cell] as number;
        cells.push(decoder.decode(chunk.bytes.subarray(start, Math.min(end, start + LONGEST_CELL))));
      }
      rows.push(cells);
    }
  }
  const { shareRead, bytesUsed } = reader;
  const sorted = [...reader.rejects].sort((a, b) => a.line - b.line);
  return {
    header: columnNames(reader.header, reader.columnCount),
    rows,
    ...splitLeftOut(sorted),
    isWhole,
    shareRead,
    bytesUsed,
  };
}

/** What was left out of a sample, in the order of lines, as text. */
export function leftOutLines({
  rejects,
  removed,
}: Pick<SampledTable, 'rejects' | 'removed'>): readonly LeftOutLine[] {
  return [...rejects, ...removed]
    .sort((a, b) => a.line - b.line)
    .slice(0, LISTED)
    .map(({ line, rule, raw }) => ({ line, rule, text: decoder.decode(raw.subarray(0, LONGEST_CELL)) }));
}
