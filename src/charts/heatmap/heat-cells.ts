import type { Unit } from '../../base/units';
import type { Formats } from '../../i18n/formats';
import type { HeatCell, HeatModel } from '../chart-model';

export type PlacedCell = {
  readonly cell: HeatCell;
  readonly row: number;
  readonly column: number;
  /** The measure that colours it. */
  readonly value: number | null;
};

const mostCells = 200;

/** Rows that are drawn and read one by one; the table has all. */
export const readRows = ({ rows, columns }: HeatModel): number =>
  Math.min(rows.length, Math.max(1, Math.floor(mostCells / Math.max(1, columns.length))));

/** The cells that exist, row by row. */
export function placedCells(model: HeatModel): readonly PlacedCell[] {
  return model.cells
    .slice(0, readRows(model))
    .flatMap((row, at) =>
      row
        .slice(0, model.columns.length)
        .flatMap((cell, column) =>
          cell === null ? [] : [{ cell, row: at, column, value: cell.values[model.colour.measure] ?? null }],
        ),
    );
}

/** `重要价值客户`, or `5 · 4`. */
export const cellName = ({ rows, columns }: HeatModel, { cell, row, column }: PlacedCell): string =>
  cell.label ?? `${rows[row]?.label ?? ''} · ${columns[column]?.label ?? ''}`;

/** A number in a cell: percentage points without their unit, which the subtitle names and a cell has no room for. */
export const cellText = (value: number | null, unit: Unit, f: Formats): string =>
  unit === 'points' && value !== null ? f.axisUnit(0.1, 'points').signedMark(value) : f.value(value, unit);
