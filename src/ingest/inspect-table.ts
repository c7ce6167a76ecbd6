import type { Control } from '../base/control';
import type { ByteSource } from './byte-source';
import { refuseWide } from './column-limit';
import { openRecords } from './delimited/record-reader';
import { detectHeader } from './detect-header';
import { findFooter } from './find-footer';
import { textCut, type TableOrigin } from './formats/text-table';
import { inspectCut } from './inspect-as';
import type { MappedDialect } from '../model/mapping';
import { isTotalRow } from './row-rules';
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
  refuseWide(source.name, columnCount);
  const cut: Dialect = { ...textCut, columnCount, skippedLines: 0, hasHeader: table.layout === 'named' };
  if (table.layout === 'named') return { ...(await inspectCut(source, cut, control)), table };
  const { skippedLines, hasHeader, encoding: _, delimiter: __, quote: ___, ...others } = settled;
  if (Object.keys(settled).length > 0) {
    const said = { ...cut, ...others, skippedLines: skippedLines ?? 0, hasHeader: hasHeader ?? true };
    return { ...(await inspectCut(source, said, control)), table };
  }
  const { rows, lines, isWhole } = await firstRows(source, cut, control);
  const { titleRows, headerRows, isSure } = detectHeader(rows, columnCount);
  const isThere = headerRows > 0;
  const skipped = (lines[titleRows] ?? 1) - 1;
  const body = rows.slice(titleRows + headerRows).map((row) => padded(row, columnCount));
  const footer = isWhole
    ? findFooter(
        body,
        body.map((_row, at) => isEmpty(body[at - 1])),
        columnCount,
      )
    : noFooter;
  const below = lines[rows.length - footer.rows];
  const footerLines = below === undefined ? 0 : (lines.at(-1) ?? 0) + linesIn(rows.at(-1)) - below;
  const kept = body.slice(0, body.length - footer.rows);
  const skipsTotals = columnCount > 1 && kept.some(isTotalRow);
  const found: Dialect = {
    ...cut,
    skippedLines: skipped,
    hasHeader: isThere,
    ...(headerRows > 1 ? { headerRows } : {}),
    ...(footerLines > 0 ? { footerLines } : {}),
    ...(skipsTotals ? { skipsTotals } : {}),
    ...(isThere && columnCount > 1 ? { skipsRepeated: true } : {}),
  };
  const inspection = await inspectCut(source, found, control);
  const doubts = [
    ...inspection.doubts,
    ...(titleRows > 0 ? [{ code: 'dialect.title-rows', values: { lines: skipped } }] : []),
    ...(footer.isTable ? [{ code: 'dialect.second-table', values: { line: below ?? 0 } }] : []),
    ...(footerLines > 0 && !footer.isTable
      ? [{ code: 'dialect.footer', values: { lines: footerLines } }]
      : []),
    ...(skipsTotals ? [{ code: 'dialect.totals', values: {} }] : []),
    ...(isSure ? [] : [{ code: 'dialect.header-unsure', values: { header: isThere ? 1 : 0 } }]),
  ];
  return {
    ...inspection,
    table,
    doubts,
    confidence: Math.min(inspection.confidence, isSure && !footer.isTable ? 1 : 0.8),
  };
}

const noFooter = { rows: 0, isTable: false };
const padded = (row: readonly string[], width: number): readonly string[] =>
  Array.from({ length: Math.max(width, row.length) }, (_, column) => row[column] ?? '');
const isEmpty = (row: readonly string[] | undefined): boolean => row?.every((cell) => cell === '') ?? false;
const linesIn = (row: readonly string[] | undefined): number =>
  1 + ((row ?? []).join('').match(/\r\n?|\n/g)?.length ?? 0);

/** The first records with the cells behind their last filled one left out, as a text file would have them. */
async function firstRows(
  source: ByteSource,
  cut: Dialect,
  control: Control,
): Promise<{
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly isWhole: boolean;
}> {
  const reader = await openRecords(source, cut, control);
  const rows: string[][] = [];
  const lines: number[] = [];
  while (rows.length < LOOKED_AT) {
    const chunk = await reader.next();
    if (chunk === null) return { rows, lines, isWhole: true };
    for (let record = 0; record < chunk.recordCount; record++) {
      const first = record * reader.columnCount;
      const cells = Array.from({ length: reader.columnCount }, (_, index) =>
        decoder.decode(chunk.bytes.subarray(chunk.starts[first + index], chunk.ends[first + index])),
      );
      rows.push(cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));
      lines.push(chunk.lines[record] as number);
    }
  }
  return { rows, lines, isWhole: false };
}
