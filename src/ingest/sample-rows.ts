import { makeChunk } from './delimited/record-chunk';
import { makeScanner } from './fixed-width/make-scanner';
import type { Dialect, Reject } from './table';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export type SampleRows = {
  /** Cells as written, quotes taken off. */
  readonly rows: readonly (readonly string[])[];
  /** Physical line of each row. */
  readonly lines: readonly number[];
  /** Offset behind the last row that was cut. */
  readonly bytesUsed: number;
  /** Records that do not fit: without `columnCount` those whose quotes do not pair. */
  readonly rejects: readonly Reject[];
};

/**
 * Cuts a sample of UTF-8 text with the scanner of the full read. Without `columnCount` rows keep the width they have.
 * @param isWhole the sample is the whole file, so that its last line counts even without a line end
 */
export function sampleRows(
  sample: Uint8Array,
  dialect: Pick<Dialect, 'format' | 'delimiter' | 'quote' | 'escape' | 'shortRows' | 'places'>,
  options: {
    readonly isWhole: boolean;
    /** Infinity for all of the sample. */
    readonly maxRows: number;
    readonly columnCount?: number;
    /** Physical line of the first byte; 1 unless said. */
    readonly firstLine?: number;
  },
): SampleRows {
  const buffer = new Uint8Array(2 * sample.length + 8);
  buffer.set(sample);
  const chunk = makeChunk(
    sample.length + 1 + (options.columnCount ?? 0),
    Math.min(options.maxRows, sample.length + 1),
  );
  const scanner = makeScanner({
    dialect,
    suspiciousBytes: 0,
    columnCount: options.columnCount ?? 0,
    firstLine: options.firstLine ?? 1,
  });
  const { next } = scanner.scan(buffer, 0, sample.length, options.isWhole, chunk);
  const textOf = textReader(buffer);
  const rows: string[][] = [];
  for (let record = 0; record < chunk.recordCount; record++) {
    const from = chunk.firstCells[record] as number;
    const to = record + 1 < chunk.recordCount ? (chunk.firstCells[record + 1] as number) : chunk.cellCount;
    const cells: string[] = [];
    for (let cell = from; cell < to; cell++) {
      cells.push(textOf(chunk.starts[cell] as number, chunk.ends[cell] as number));
    }
    rows.push(cells);
  }
  return {
    rows,
    lines: [...chunk.lines.subarray(0, chunk.recordCount)],
    bytesUsed: next,
    rejects: scanner.rejects,
  };
}

/** Cuts texts out of bytes: where all are ASCII out of one text, which is decoded once. */
function textReader(bytes: Uint8Array): (start: number, end: number) => string {
  let seen = 0;
  for (let i = 0; i < bytes.length; i++) seen |= bytes[i] as number;
  if (seen > 127) return (start, end) => decoder.decode(bytes.subarray(start, end));
  const text = decoder.decode(bytes);
  return (start, end) => text.slice(start, end);
}
