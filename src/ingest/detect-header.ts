import { filledCells, isValue } from './cell-kinds';
import { isRuler } from './row-rules';

export type HeaderGuess = {
  /** Rows before the table: titles, export dates, an account block. */
  readonly titleRows: number;
  /** Rows that name the columns: 0, 1 or several below each other. */
  readonly headerRows: number;
  /** False when only the look of the words decided. */
  readonly isSure: boolean;
};

type Rows = readonly (readonly string[])[];

const MOST_TITLES = 20;
const MOST_HEADERS = 3;
const BELOW = 200;

/**
 * Says which of the first rows name the columns. The first does not if one of its cells is a number or a date (years
 * above other figures are names), or comes again below in the same column; it surely does if some column below holds
 * numbers or dates. A further row belongs to it where the columns below hold values and it has none, if the two share
 * the work (one names what the other leaves empty) or say the same in two scripts. Rows before that fill at most half
 * of the columns, or name what they say (`账号：`), are titles.
 */
export function detectHeader(rows: Rows, columnCount: number): HeaderGuess {
  const titleRows = countTitles(rows, columnCount);
  const first = rows[titleRows];
  if (first === undefined) return { titleRows: 0, headerRows: 0, isSure: true };
  const none = { titleRows, headerRows: 0, isSure: true };
  const text = JSON.stringify(first);
  const body = rows
    .slice(titleRows + 1)
    .filter((row) => JSON.stringify(row) !== text && !isRuler(row.join('')));
  const cells = first.map((cell) => cell.trim());
  const isGroup = isGroupRow(first, rows[titleRows + 1], columnCount);
  if (filledCells(first).length * 2 < columnCount && !isGroup) return none;
  if (cells.some((cell, column) => isValue(cell) && !isYearAbove(cell, body, column))) return none;
  const comesAgain = cells.some(
    (cell, column) => cell !== '' && !isGroup && body.some((row) => row[column]?.trim() === cell),
  );
  if (comesAgain) return none;
  let headerRows = 1;
  while (headerRows < MOST_HEADERS && isHeaderToo(rows, titleRows + headerRows, columnCount)) headerRows++;
  const below = rows.slice(titleRows + headerRows);
  const hasContrast = cells.some((_, column) => holdsValues(below, column));
  return { titleRows, headerRows, isSure: hasContrast || below.length === 0 };
}

function countTitles(rows: Rows, columnCount: number): number {
  if (columnCount < 2) return 0;
  const isTitle = (row: readonly string[]): boolean => {
    const filled = filledCells(row);
    return filled.length * 2 <= columnCount || (filled.length < columnCount && filled.some(isLabel));
  };
  const start = rows.findIndex(
    (row, index) =>
      row.length === columnCount && !(isTitle(row) && !isGroupRow(row, rows[index + 1], columnCount)),
  );
  if (start <= 0 || start > MOST_TITLES) return 0;
  return rows.slice(0, start).every(isTitle) ? start : 0;
}

const isLabel = (cell: string): boolean => /[:：]$/.test(cell);

/** The upper row of a header of two: several names, empty where the next row names, and nothing that is a value. */
function isGroupRow(
  row: readonly string[],
  next: readonly string[] | undefined,
  columnCount: number,
): boolean {
  const filled = filledCells(row);
  if (next === undefined || next.length !== columnCount || row.length !== columnCount) return false;
  if (
    filled.length < 2 ||
    filled.length === columnCount ||
    filled.some((cell) => isValue(cell) || isLabel(cell))
  )
    return false;
  const areNamed = row.every((cell, column) => cell.trim() !== '' || (next[column] ?? '').trim() !== '');
  return areNamed && filledCells(next).every((cell) => !isValue(cell));
}

function isHeaderToo(rows: Rows, at: number, columnCount: number): boolean {
  const row = rows[at];
  const above = rows[at - 1];
  if (row?.length !== columnCount || above === undefined) return false;
  const filled = filledCells(row);
  if (filled.length === 0 || filled.some(isValue) || isRuler(row.join(''))) return false;
  const below = rows.slice(at + 1);
  const contrasts = row.flatMap((cell, column) => (holdsValues(below, column) ? [cell.trim()] : []));
  if (contrasts.length === 0 || contrasts.every((cell) => cell === '')) return false;
  const isShared =
    filledCells(above).length < columnCount &&
    row.every((cell, column) => cell.trim() !== '' || (above[column] ?? '').trim() !== '');
  return isShared || (filled.length === columnCount && isOtherScript(above, row));
}

const isAscii = (cell: string): boolean => /^[ -~]+$/.test(cell);
const isHan = (cell: string): boolean => /\p{Script=Han}/u.test(cell);

function isOtherScript(above: readonly string[], row: readonly string[]): boolean {
  const [upper, lower] = [filledCells(above), filledCells(row)];
  return (upper.every(isAscii) && lower.every(isHan)) || (upper.every(isHan) && lower.every(isAscii));
}

function holdsValues(rows: Rows, column: number): boolean {
  const below = rows
    .slice(0, BELOW)
    .filter((row) => !isRuler(row.join('')))
    .map((row) => row[column]?.trim() ?? '')
    .filter((cell) => cell !== '');
  return below.length > 0 && below.filter(isValue).length >= below.length * 0.8;
}

/** `2024` or `202401` above figures of another kind names a period. */
function isYearAbove(cell: string, body: Rows, column: number): boolean {
  const isPeriod = (text: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])?$/.test(text);
  const below = body.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '');
  return isPeriod(cell) && below.length > 0 && below.every((text) => isValue(text) && !isPeriod(text));
}
