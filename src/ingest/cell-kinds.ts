import { parseNumber } from './cells/parse-number';
import { dateShapes } from './profile-column';

const encoder = new TextEncoder();
/** Share of a column's filled cells that makes it a column of numbers or dates. */
const MOST = 0.95;
const SEEN = 200;

/** Whether a cell is a number or a date, in any way that people write them. */
export function isValue(cell: string): boolean {
  const text = /^\d{1,3}(?:\.\d{3})*,\d+$/.test(cell) ? cell.replaceAll('.', '').replace(',', '.') : cell;
  const bytes = encoder.encode(text);
  return (
    bytes.length > 0 && (!Number.isNaN(parseNumber(bytes, 0, bytes.length)) || dateShapes(bytes).length > 0)
  );
}

/** What the cells of a column are: values in most rows, or filled in each. */
export type ColumnKind = { readonly holdsValues: boolean; readonly isAlwaysFilled: boolean };

export function kindsOf(rows: readonly (readonly string[])[], columnCount: number): readonly ColumnKind[] {
  const seen = rows.slice(0, SEEN);
  return Array.from({ length: columnCount }, (_, column) => {
    const filled = seen.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    return {
      holdsValues: filled.length > 0 && filled.filter(isValue).length >= filled.length * MOST,
      isAlwaysFilled: filled.length === seen.length,
    };
  });
}

export const filledCells = (row: readonly string[]): readonly string[] =>
  row.map((cell) => cell.trim()).filter((cell) => cell !== '');
