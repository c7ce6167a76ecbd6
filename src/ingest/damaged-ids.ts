import { isNull, type Column } from '../columns/column';
import { dictionaryValue, type Dictionary } from '../columns/dictionary';
import type { CellIssues } from './cell-issues';
import type { LineNumbers } from './line-numbers';
import type { ColumnPlan, Inspection } from './table';

/** How Excel writes whole numbers of more than 15 digits: what stood behind the fifteenth is lost. */
const pattern = /^\s*[1-9](?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)\s*$/u;

/** Whether a cell was an id or a card number before Excel took it for a number: `6.22202E+18`. */
export const isDamagedId = (text: string): boolean => pattern.test(text);

/** Columns of a sample with damaged ids, as doubts. */
export function damagedIdDoubts(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Inspection['doubts'] {
  return header.flatMap((column, index) => {
    const damaged = rows.flatMap((row) => (isDamagedId(row[index] ?? '') ? [row[index] as string] : []));
    const [example] = damaged;
    return example === undefined
      ? []
      : [{ code: 'cell.damaged-id', values: { column, rows: damaged.length, example } }];
  });
}

/** Counts damaged ids among the cells that were read as text (`cell.damaged-id`; they are kept as they are). */
export function noteDamagedIds(
  columns: readonly { readonly plan: ColumnPlan; readonly column: Column }[],
  rowCount: number,
  lines: LineNumbers,
  issues: CellIssues,
): void {
  const encoder = new TextEncoder();
  for (const { plan, column } of columns) {
    if (column.kind !== 'text') continue;
    const damaged = damagedCodes(column.dictionary);
    if (damaged.size === 0) continue;
    for (let row = 0; row < rowCount; row++) {
      const code = column.codes[row] as number;
      const text = damaged.get(code);
      if (text === undefined || isNull(column.nulls, row)) continue;
      issues.add(plan.name, 'cell.damaged-id', lines.lineOf(row), encoder.encode(text));
    }
  }
}

const PLUS = 43;
const LETTER_E = 69;

/** Codes of damaged ids with their texts: only values with `E+` in them are looked at, of millions of ids none. */
function damagedCodes(dictionary: Dictionary): ReadonlyMap<number, string> {
  const { bytes } = dictionary;
  const found = new Map<number, string>();
  for (let at = bytes.indexOf(PLUS); at >= 0; at = bytes.indexOf(PLUS, at + 1)) {
    if (bytes[at - 1] !== LETTER_E) continue;
    const code = codeAt(dictionary, at);
    const text = dictionaryValue(dictionary, code);
    if (isDamagedId(text)) found.set(code, text);
  }
  return found;
}

/** The code of the value that the byte belongs to. */
function codeAt({ offsets, size }: Dictionary, byte: number): number {
  let [low, high] = [0, size - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}
