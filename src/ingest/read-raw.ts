import { AppError } from '../base/errors';
import type { Control } from '../base/control';
import type { ByteSource } from './byte-source';
import { CellIssues } from './cell-issues';
import { columnNames } from './column-names';
import { isDamagedId } from '../dataset/doubtful-ids';
import { withOriginalBytes } from './delimited/original-bytes';
import type { RecordChunk } from './delimited/record-chunk';
import { openRecords, type ReaderOptions } from './delimited/record-reader';
import { splitLeftOut } from './row-rules';
import { FileHash } from './sha256';
import type { CellIssue, Dialect, Reject } from './table';

/** A file as rows of text, values exactly as written. */
export type RawTable = {
  /** Unique names: header cells, or `column1 …`. */
  readonly header: readonly string[];
  /** The rows in order, some thousands at a time. Can be walked once. */
  readonly batches: () => AsyncGenerator<readonly (readonly string[])[], void, undefined>;
  /**
   * What was read, once the batches have come to their end.
   * @throws `ingest.garbled-text` when more than 1% of the rows hold characters that the encoding could not read
   */
  readonly finish: () => Promise<RawSummary>;
};

export type RawSummary = {
  readonly fileName: string;
  readonly sha256: string;
  readonly rowCount: number;
  /** `rowCount + rejects.length + removed.length` */
  readonly rowsRead: number;
  readonly rejects: readonly Reject[];
  /** Ids that a spreadsheet has damaged, per column. */
  readonly issues: readonly CellIssue[];
  /** Lines that are no rows of the table. */
  readonly removed: readonly Reject[];
};

const GARBLED = '\ufffd';
const TOLERATED = 0.01;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const latin1 = new TextDecoder('latin1');

/**
 * Opens a file for the `read` command: no types, no mapping; records that cannot be cut are left out and listed.
 * Batches throw `ingest.unclosed-quote`, `ingest.unreadable`, `task.cancelled`.
 *
 * @throws `ingest.empty-file`
 * @example
 * const raw = await openRaw(source, inspection.dialect, control);
 * for await (const rows of raw.batches()) write(rows.map(csvRecord).join(''));
 * const { rejects } = await raw.finish();
 */
export async function openRaw(
  source: ByteSource,
  dialect: Dialect,
  control: Control,
  options: Pick<ReaderOptions, 'blockBytes'> = {},
): Promise<RawTable> {
  const hash = new FileHash(source);
  const reader = await openRecords(source, dialect, control, {
    ...options,
    onBytes: (bytes) => {
      hash.update(bytes);
    },
  });
  let rowCount = 0;
  let garbledRows = 0;
  const issues = new CellIssues();
  const header = columnNames(reader.header, reader.columnCount);

  async function* batches(): AsyncGenerator<readonly (readonly string[])[], void, undefined> {
    for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
      const rows = rowsOf(chunk, reader.columnCount);
      rowCount += rows.length;
      const { lines } = chunk;
      for (const [index, row] of rows.entries()) {
        if (row.some((cell) => cell.includes(GARBLED))) garbledRows++;
        row.forEach((cell, column) => {
          if (!cell.includes('E+') || !isDamagedId(cell)) return;
          const line = lines[index] ?? 0;
          issues.add(header[column] ?? '', 'cell.damaged-id', line, new TextEncoder().encode(cell));
        });
      }
      yield rows;
    }
  }

  const finish = async (): Promise<RawSummary> => {
    const file = source.name;
    if (garbledRows > rowCount * TOLERATED) {
      throw new AppError(
        'ingest.garbled-text',
        `The text of ${file} looks garbled in ${String(garbledRows)} of ${String(rowCount)} rows read as ${dialect.encoding}`,
        { file, rows: garbledRows, sampled: rowCount, encoding: dialect.encoding },
      );
    }
    const leftOut = await withOriginalBytes(reader.rejects, source, dialect.encoding);
    const { rejects, removed } = splitLeftOut(leftOut);
    const sha256 = await hash.finish();
    return {
      fileName: file,
      sha256,
      rowCount,
      rowsRead: rowCount + leftOut.length,
      rejects,
      removed,
      issues: issues.list(),
    };
  };

  return { header, batches, finish };
}

function rowsOf(chunk: RecordChunk, columnCount: number): string[][] {
  const { bytes, starts, ends, recordStarts, recordEnds, recordCount } = chunk;
  const from = recordStarts[0] as number;
  const to = recordEnds[recordCount - 1] as number;
  // Where all is ASCII, offsets of bytes are offsets of characters: one decoding for the whole chunk.
  const text = isAscii(bytes, from, to) ? latin1.decode(bytes.subarray(from, to)) : null;
  const rows: string[][] = [];
  let cell = 0;
  for (let record = 0; record < recordCount; record++) {
    const row: string[] = [];
    for (let column = 0; column < columnCount; column++, cell++) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      // Cells with doubled quotes stand behind the records.
      row.push(
        text !== null && end <= to
          ? text.slice(start - from, end - from)
          : utf8.decode(bytes.subarray(start, end)),
      );
    }
    rows.push(row);
  }
  return rows;
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let seen = 0;
  for (let i = from; i < to; i++) seen |= bytes[i] as number;
  return seen < 128;
}
