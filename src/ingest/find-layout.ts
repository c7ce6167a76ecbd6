import { MOST_COLUMNS } from './column-limit';
import { filledCells } from './cell-kinds';
import { detectHeader } from './detect-header';
import { edgesOf } from './delimited/record-filter';
import { findFooter } from './find-footer';
import { isTotalRow } from './row-rules';
import { sampleRows, type SampleRows } from './sample-rows';
import type { DelimiterGuess } from './sniff-delimiter';
import type { Dialect } from './table';

type Rows = readonly (readonly string[])[];

/** What stands around the rows of a table, as far as a sample shows it. */
export type Layout = Required<
  Pick<
    Dialect,
    'skippedLines' | 'hasHeader' | 'headerRows' | 'footerLines' | 'frame' | 'trims' | 'skipsTotals'
  >
> & {
  readonly titleRows: number;
  /** The first rows of the table's width. */
  readonly rows: Rows;
  readonly isHeaderSure: boolean;
  /** Fields of the rows, and those that the header names. */
  readonly rowWidth: number;
  readonly headerWidth: number;
  /** Physical line of the header, or of the first row. */
  readonly firstLine: number;
  /** Another table begins on this line; null if none does. */
  readonly secondTable: number | null;
  /** The lines below are a table, on whatever line it begins. */
  readonly isTableBelow: boolean;
};

const LOOKED_AT = 1032;

/**
 * Finds the table in a sample of a file: titles above, header rows, what stands below, totals in between, delimiters at
 * the ends of records, blanks around cells.
 *
 * @param end the last slice of a file that is too large to be looked at whole, from a line start; its footer counts
 */
export function findLayout(
  sample: Uint8Array,
  cut: DelimiterGuess,
  isWhole: boolean,
  end: Uint8Array | null,
): Layout {
  const { linesAbove, linesBelow } = cut.around ?? { linesAbove: 0, linesBelow: 0 };
  const loose = sampleRows(sample.subarray(lineStart(sample, linesAbove)), cut, {
    isWhole,
    maxRows: isWhole ? Infinity : LOOKED_AT,
    firstLine: linesAbove + 1,
  });
  const frame = cut.isRagged ? null : frameOf(loose.rows, cut.columnCount);
  const { before, behind } = edgesOf({ frame });
  const columnCount = cut.columnCount - before - behind;
  const inFrame = (row: readonly string[]): readonly string[] =>
    frame === null || row.length < columnCount + before ? row : row.slice(before, before + columnCount);
  const rows = loose.rows.map((row) => inFrame(row.length > MOST_COLUMNS ? row.slice(0, MOST_COLUMNS) : row));

  const { titleRows, headerRows, isSure } = detectHeader(rows, columnCount);
  const firstRow = titleRows + headerRows;
  const headers = rows.slice(titleRows, firstRow);
  const headerWidth = Math.max(
    0,
    ...headers.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1),
  );
  const firstLine = loose.lines[titleRows] ?? 1;

  const body = isWhole
    ? loose
    : end === null
      ? null
      : sampleRows(end, cut, { isWhole: true, maxRows: Infinity });
  const below =
    body === null || cut.isRagged ? null : footerOf(body, inFrame, columnCount, isWhole ? firstRow : 0);
  const linesUnder = below === null ? 0 : lastLine(isWhole ? sample : (end ?? sample)) - below.line + 1;
  const footerLines = Math.max(linesUnder, linesBelow);
  const kept =
    isWhole && below !== null ? rows.slice(firstRow, rows.length - below.rows) : rows.slice(firstRow);
  return {
    titleRows: titleRows + linesAbove,
    rows: rows.slice(firstRow).filter((row) => row.length === columnCount),
    skippedLines: firstLine - 1,
    hasHeader: headerRows > 0,
    headerRows,
    isHeaderSure: isSure,
    rowWidth: columnCount,
    headerWidth,
    firstLine,
    footerLines,
    secondTable: isWhole && below?.isTable === true ? below.line : null,
    isTableBelow: !isWhole && below?.isTable === true,
    frame,
    trims: cut.format === 'delimited' && arePadded(kept, columnCount),
    skipsTotals: columnCount > 1 && kept.some((row) => row.length === columnCount && isTotalRow(row)),
  };
}

/** Whether the records end, or begin and end, with a delimiter: an empty cell that no row and no header fills. */
function frameOf(rows: Rows, width: number): Layout['frame'] {
  const wide = rows.filter((row) => row.length === width);
  if (width < 3 || wide.length < 2 || wide.some((row) => row.at(-1) !== '')) return null;
  return width > 3 && wide.every((row) => row[0] === '') ? 'both' : 'end';
}

function arePadded(rows: Rows, columnCount: number): boolean {
  const cells = rows.filter((row) => row.length === columnCount).flat();
  const filled = cells.filter((cell) => cell.trim() !== '');
  const padded = filled.filter((cell) => /^[ \t]|[ \t]$/.test(cell));
  return columnCount > 1 && padded.length * 2 >= filled.length && padded.length > 0;
}

function footerOf(
  { rows, lines }: SampleRows,
  inFrame: (row: readonly string[]) => readonly string[],
  columnCount: number,
  firstRow: number,
): { readonly rows: number; readonly line: number; readonly isTable: boolean } | null {
  const body = rows.slice(firstRow).map(inFrame);
  const linesOf = (row: readonly string[]): number => 1 + (row.join('').match(/\r\n?|\n/g)?.length ?? 0);
  const gaps = body.map((_, index) => {
    const above = rows[firstRow + index - 1];
    return (
      above !== undefined &&
      (lines[firstRow + index] ?? 0) > (lines[firstRow + index - 1] ?? 0) + linesOf(above)
    );
  });
  const found = findFooter(body, gaps, columnCount);
  const line = lines[rows.length - found.rows];
  const isEmpty = body.slice(body.length - found.rows).every((row) => filledCells(row).length === 0);
  // Nothing but a last line of blanks needs no footer.
  return found.rows === 0 || line === undefined || (isEmpty && columnCount < 2)
    ? null
    : { rows: found.rows, line, isTable: found.isTable };
}

/** Where the line behind so many others begins. */
function lineStart(bytes: Uint8Array, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines && at < bytes.length; line++) {
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    at += bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1;
  }
  return Math.min(at, bytes.length);
}

/** The number of the last physical line that has more than blanks. */
function lastLine(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && [10, 13, 32, 9, 26].includes(bytes[end - 1] as number)) end--;
  let line = 1;
  for (let i = 0; i < end; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  }
  return line;
}
