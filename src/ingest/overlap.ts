import { links } from '../model/links';
import type { Table } from '../model/field';
import type { Proposal } from './assign-columns';
import type { SampledColumn } from './match-values';

/** A column of some file that is taken for a field of its table. */
export type PlacedColumn = {
  readonly table: string;
  readonly field: string;
  readonly column: SampledColumn;
};

/** Share of the distinct values of one column that occur in another. */
export function overlapOf(from: SampledColumn, to: SampledColumn): number {
  if (from.distinct.length === 0) return 0;
  const there = new Set(to.distinct);
  return from.distinct.filter((value) => there.has(value)).length / from.distinct.length;
}

/**
 * The column that must be a table's key because its values are unique and all that other files refer to are found in
 * it (data.md §3). Only for files small enough to stand in the sample whole.
 */
export function keyByOverlap(
  table: Table,
  columns: readonly SampledColumn[],
  placed: readonly PlacedColumn[],
): Proposal | null {
  let best: Proposal | null = null;
  for (const link of links) {
    if (link.to.table !== table.name) continue;
    const references = placed.filter((one) => one.table === link.from.table && one.field === link.from.field);
    for (const column of columns) {
      if (column.values.length < 2 || column.distinct.length < column.values.length) continue;
      for (const reference of references) {
        const share = overlapOf(reference.column, column);
        if (share < 0.95 || reference.column.distinct.length < 2) continue;
        const isBetter = best === null || best.confidence < 0.92 * share;
        if (!isBetter) continue;
        best = {
          column: column.index,
          field: link.to.field,
          confidence: 0.92 * share,
          evidence: [
            { code: 'value.unique', values: { share: 1 } },
            {
              code: 'overlap',
              values: {
                table: link.from.table,
                field: link.from.field,
                share: Math.round(share * 1000) / 1000,
              },
            },
          ],
        };
      }
    }
  }
  return best;
}

/** In a list of things without headers, the one text column that never repeats is the name. */
export function nameByShape(table: Table, columns: readonly SampledColumn[]): Proposal | null {
  if (!table.fields.some((field) => field.name === 'name')) return null;
  const texts = columns.filter(
    ({ profile, values, distinct }) =>
      profile.numeric < 0.1 &&
      profile.date.share < 0.1 &&
      values.length > 1 &&
      distinct.length === values.length,
  );
  const [only] = texts;
  if (only === undefined || texts.length > 1) return null;
  return {
    column: only.index,
    field: 'name',
    confidence: 0.75,
    evidence: [{ code: 'value.unique', values: { share: 1 } }],
  };
}
