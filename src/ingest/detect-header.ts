import { dateShapes } from './profile-column';
import { parseNumber } from './cells/parse-number';

export type HeaderGuess = {
  /** Rows before the table: titles, export dates. */
  readonly titleRows: number;
  readonly hasHeader: boolean;
  /** False when only the look of the words decided. */
  readonly isSure: boolean;
};

const encoder = new TextEncoder();
const MOST_TITLES = 20;

/**
 * Says whether the first row names the columns. It does not if one of its cells is a number or a date, or comes again
 * below in the same column; it surely does if some column below holds numbers or dates. Rows before it that fill at most
 * half of the columns are titles.
 */
export function detectHeader(rows: readonly (readonly string[])[], columnCount: number): HeaderGuess {
  const titleRows = countTitles(rows, columnCount);
  const first = rows[titleRows];
  const body = rows.slice(titleRows + 1);
  if (first === undefined) return { titleRows: 0, hasHeader: false, isSure: true };
  const cells = first.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length * 2 < columnCount || cells.some(isValue))
    return { titleRows, hasHeader: false, isSure: true };
  const comesAgain = cells.some(
    (cell, column) => cell !== '' && body.some((row) => row[column]?.trim() === cell),
  );
  if (comesAgain) return { titleRows, hasHeader: false, isSure: true };
  const hasContrast = cells.some((_, column) => {
    const below = body
      .slice(0, 200)
      .map((row) => row[column]?.trim() ?? '')
      .filter((cell) => cell !== '');
    return below.length > 0 && below.filter(isValue).length >= below.length * 0.8;
  });
  return { titleRows, hasHeader: true, isSure: hasContrast || body.length === 0 };
}

function countTitles(rows: readonly (readonly string[])[], columnCount: number): number {
  if (columnCount < 2) return 0;
  const start = rows.findIndex((row) => row.length === columnCount);
  if (start <= 0 || start > MOST_TITLES) return 0;
  const isTitle = (row: readonly string[]): boolean =>
    row.filter((cell) => cell.trim() !== '').length * 2 <= columnCount;
  return rows.slice(0, start).every(isTitle) ? start : 0;
}

function isValue(cell: string): boolean {
  const bytes = encoder.encode(cell);
  return (
    bytes.length > 0 && (!Number.isNaN(parseNumber(bytes, 0, bytes.length)) || dateShapes(bytes).length > 0)
  );
}
