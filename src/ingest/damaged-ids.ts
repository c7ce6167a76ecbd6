import { isNull, type Column } from '../columns/column';
import { dictionaryValue } from '../columns/dictionary';
import { damagedCodes, isDamagedId } from '../dataset/doubtful-ids';
import type { CellIssues } from './cell-issues';
import type { LineNumbers } from './line-numbers';
import type { ColumnPlan, Inspection } from './table';

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
      if (!damaged.has(code) || isNull(column.nulls, row)) continue;
      const text = dictionaryValue(column.dictionary, code);
      issues.add(plan.name, 'cell.damaged-id', lines.lineOf(row), encoder.encode(text));
    }
  }
}
