import type { Column, TextColumn } from '../columns/column';
import { isNull } from '../columns/column';
import { AppError } from '../base/errors';
import type { CellIssues } from './cell-issues';
import type { LineNumbers } from './line-numbers';
import type { ColumnPlan, Dialect } from './table';

/** Above this share of garbled rows the encoding is wrong, not the rows. */
const TOLERATED = 0.01;

/**
 * Looks for text that the encoding of the file cannot produce: bytes that are no UTF-8, or replacement characters left by
 * decoding. Distinct values are checked, not cells. Few are counted as issues (`cell.garbled`, the cell is kept as it is).
 * @throws `ingest.garbled-text` when more than 1% of the rows have some
 */
export function refuseGarbledText(
  file: string,
  dialect: Dialect,
  columns: readonly { readonly plan: ColumnPlan; readonly column: Column }[],
  rowCount: number,
  lines: LineNumbers,
  issues: CellIssues,
): void {
  for (const { plan, column } of columns) {
    if (column.kind !== 'text') continue;
    const garbled = garbledCodes(column);
    if (garbled === null) continue;
    const { bytes, offsets } = column.dictionary;
    let rows = 0;
    for (let row = 0; row < rowCount; row++) {
      const code = column.codes[row] as number;
      if (garbled[code] !== 1 || isNull(column.nulls, row)) continue;
      rows++;
      issues.add(
        plan.name,
        'cell.garbled',
        lines.lineOf(row),
        bytes.subarray(offsets[code], offsets[code + 1]),
      );
    }
    if (rows > rowCount * TOLERATED) {
      throw new AppError(
        'ingest.garbled-text',
        `The text of ${file} looks garbled in ${String(rows)} of ${String(rowCount)} rows read as ${dialect.encoding}`,
        { file, rows, sampled: rowCount, encoding: dialect.encoding },
      );
    }
  }
}

/** 1 for each code whose value is garbled; null when none is. */
function garbledCodes(column: TextColumn): Uint8Array | null {
  const { bytes, offsets, size } = column.dictionary;
  if (isText(bytes)) return null;
  const garbled = new Uint8Array(size);
  for (let code = 0; code < size; code++) {
    if (!isText(bytes.subarray(offsets[code], offsets[code + 1]))) garbled[code] = 1;
  }
  return garbled;
}

const strict = new TextDecoder('utf-8', { fatal: true });

function isText(bytes: Uint8Array): boolean {
  if (isAscii(bytes)) return true;
  try {
    return !strict.decode(bytes).includes('\ufffd');
  } catch {
    return false;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  let seen = 0;
  for (let i = 0; i < bytes.length; i++) seen |= bytes[i] as number;
  return seen < 128;
}
