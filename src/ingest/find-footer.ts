import { filledCells, isValue, kindsOf, type ColumnKind } from './cell-kinds';
import { isRuler, isTotalRow, saysTotal } from './row-rules';

export type FooterGuess = {
  /** Rows at the end that belong to the table no more. */
  readonly rows: number;
  /** A table of its own begins there. */
  readonly isTable: boolean;
};

type Rows = readonly (readonly string[])[];

/** Rows that say what a table is like. */
const KNOWN = 3;

/**
 * Finds what stands below a table: totals, signatures, page counts, empty rows, another table. What is below it is told
 * by its cells: a row that adds up, one with few cells that are not of the kind of their columns, or, behind a blank
 * line, a header and rows of another shape.
 *
 * @param gaps for each row whether a blank line stands before it
 */
export function findFooter(rows: Rows, gaps: readonly boolean[], columnCount: number): FooterGuess {
  const kinds = kindsOf(
    rows.filter(
      (row) =>
        row.length === columnCount &&
        filledCells(row).length * 2 > columnCount &&
        !isTotalRow(row) &&
        !isRuler(row.join('')),
    ),
    columnCount,
  );
  const known = rows.filter((row) => row.length === columnCount).length;
  if (columnCount < 2 || known < 2) return { rows: 0, isTable: false };
  const table = startOfTable(rows, gaps, columnCount);
  if (table !== null) return { rows: rows.length - table, isTable: true };
  let start = rows.length;
  while (start > 0 && isBelow(rows[start - 1] ?? [], gaps[start - 1] === true, start === rows.length, kinds))
    start--;
  return { rows: rows.length - start, isTable: false };
}

function isBelow(
  row: readonly string[],
  hasGap: boolean,
  isLast: boolean,
  kinds: readonly ColumnKind[],
): boolean {
  const filled = filledCells(row);
  const [first] = filled;
  if (first === undefined) return true;
  if (isTotalRow(row) || (row.length < kinds.length && saysTotal(first))) return true;
  if (filled.length * 2 > kinds.length) return false;
  const isOdd = row.some((cell, column) => {
    const text = cell.trim();
    return text !== '' && kinds[column]?.holdsValues === true && !isValue(text);
  });
  if (row.length === kinds.length) return isOdd;
  // The last line of a file that was cut off has few cells too: of the kind of their columns.
  return isOdd || hasGap || (!isLast && !isValue(first)) || /[:：]|^[-=(（]|\s\S+\s/.test(first);
}

/** The row behind a blank line from which on the rows have another shape, below a header of their own. */
function startOfTable(rows: Rows, gaps: readonly boolean[], columnCount: number): number | null {
  for (let at = KNOWN; at < rows.length - 1; at++) {
    if (gaps[at] !== true) continue;
    const head = rows[at] ?? [];
    const block = rows.slice(at + 1);
    const names = filledCells(head);
    if (names.length < 2 || names.length < head.length || names.some(isValue)) continue;
    const before = rows.slice(0, at).filter((row) => row.length === columnCount);
    const isNarrower = head.length !== columnCount && block.every((row) => row.length === head.length);
    if (isNarrower || isOfAnotherKind(before, block, columnCount)) return at;
  }
  return null;
}

/** Whether some column holds values above and none in the block. */
export function isOfAnotherKind(before: Rows, block: Rows, columnCount: number): boolean {
  const above = kindsOf(before, columnCount);
  return above.some(({ holdsValues }, column) => {
    const cells = block.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    return holdsValues && cells.length > 0 && cells.every((cell) => !isValue(cell));
  });
}
