import type { Control } from '../base/control';
import type { ByteSource } from './byte-source';
import { openRecords } from './delimited/record-reader';
import { detectHeader } from './detect-header';
import { textCut, type TableOrigin } from './formats/text-table';
import { inspectCut } from './inspect-as';
import type { MappedDialect } from '../model/mapping';
import type { Dialect, Inspection } from './table';

const LOOKED_AT = 1000;
const decoder = new TextDecoder();

/**
 * A first look at a table that was written down as text. How it is cut is known; on a sheet only the header has to be
 * found.
 *
 * @param settled where a person says that the header of a sheet is
 * @throws `ingest.no-rows`, `task.cancelled`
 */
export async function inspectTable(
  source: ByteSource,
  table: TableOrigin,
  control: Control,
  settled: MappedDialect = {},
): Promise<Inspection> {
  const { columnCount } = table;
  const cut: Dialect = { ...textCut, columnCount, skippedLines: 0, hasHeader: table.layout === 'named' };
  if (table.layout === 'named') return { ...(await inspectCut(source, cut, control)), table };
  const { skippedLines, hasHeader } = settled;
  if (skippedLines !== undefined || hasHeader !== undefined) {
    const said = { ...cut, skippedLines: skippedLines ?? 0, hasHeader: hasHeader ?? true };
    return { ...(await inspectCut(source, said, control)), table };
  }
  const { rows, lines } = await firstRows(source, cut, control);
  const { titleRows, hasHeader: isThere, isSure } = detectHeader(rows, columnCount);
  const skipped = (lines[titleRows] ?? 1) - 1;
  const inspection = await inspectCut(source, { ...cut, skippedLines: skipped, hasHeader: isThere }, control);
  const doubts = [
    ...inspection.doubts,
    ...(titleRows > 0 ? [{ code: 'dialect.title-rows', values: { lines: skipped } }] : []),
    ...(isSure ? [] : [{ code: 'dialect.header-unsure', values: { header: isThere ? 1 : 0 } }]),
  ];
  return { ...inspection, table, doubts, confidence: Math.min(inspection.confidence, isSure ? 1 : 0.8) };
}

/** The first records with the cells behind their last filled one left out, as a text file would have them. */
async function firstRows(
  source: ByteSource,
  cut: Dialect,
  control: Control,
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] }> {
  const reader = await openRecords(source, cut, control);
  const rows: string[][] = [];
  const lines: number[] = [];
  while (rows.length < LOOKED_AT) {
    const chunk = await reader.next();
    if (chunk === null) break;
    for (let record = 0; record < chunk.recordCount; record++) {
      const first = record * reader.columnCount;
      const cells = Array.from({ length: reader.columnCount }, (_, index) =>
        decoder.decode(chunk.bytes.subarray(chunk.starts[first + index], chunk.ends[first + index])),
      );
      rows.push(cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));
      lines.push(chunk.lines[record] as number);
    }
  }
  return { rows, lines };
}
