import { hexText } from '../../base/hex-text';
import { grouped } from '../../i18n/numbers';

export type Value = string | number | null | Uint8Array;

/** A row of an answer and its place. */
export type ResultRow = { readonly index: number; readonly values: readonly Value[] };

/** A column of an answer, as the table shows it. */
export type ResultColumn = {
  readonly key: string;
  readonly label: string;
  readonly isNumeric: boolean;
  readonly width: number;
  readonly text: (row: ResultRow) => string;
  readonly className: (row: ResultRow) => string;
};

/** Rows that decide how wide a column is. */
const measured = 200;
const [narrowest, widest] = [72, 360];

/** A column is one of numbers when it holds some, and nothing else. */
export function resultColumns(
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): readonly ResultColumn[] {
  return columns.map((label, at) => {
    const isNumeric =
      rows.some((row) => typeof row[at] === 'number') &&
      rows.every((row) => row[at] === null || typeof row[at] === 'number');
    const longest = rows
      .slice(0, measured)
      .reduce((most, row) => Math.max(most, widthOf(valueText(row[at] ?? null))), widthOf(label));
    return {
      key: String(at),
      label,
      isNumeric,
      width: Math.min(widest, Math.max(narrowest, longest + 24)),
      text: ({ values }) => valueText(values[at] ?? null),
      className: ({ values }) => (values[at] === null ? 'quiet' : ''),
    };
  });
}

/** Pixels of a text, roughly. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? 14 : 8;
  return width;
}

/** Longest text of a cell. */
const mostCharacters = 500;

/** A value as SQL people read it: unknown as NULL, texts and years as they are, larger figures grouped by threes. */
export function valueText(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return figureText(value);
  const text = typeof value === 'string' ? value : hexText(value.subarray(0, mostCharacters / 2));
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

function figureText(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 10_000) return String(value).replace('-', '−');
  if (size >= 1e15 || size < 1e-4) return String(value).replace('-', '−');
  return grouped(value, 6);
}
