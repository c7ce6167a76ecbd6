import type { Column } from '../../columns/column';
import type { RecordChunk } from '../delimited/record-chunk';
import type { CellRule } from './parse-number';

/** Told of each cell that is missing though required, or that cannot be read. */
export type BadCell = (record: number, rule: CellRule) => void;

/**
 * Turns the cells of one column, chunk by chunk, into typed values. Rows are written at the row number given, so that a
 * chunk from which records were taken out can be encoded again.
 */
export type ColumnEncoder = {
  /** Makes room for this many rows. */
  readonly reserve: (rowCount: number) => void;
  /** Cell `column` of every record of the chunk becomes row `firstRow + record`. */
  readonly encode: (
    chunk: RecordChunk,
    column: number,
    columnCount: number,
    firstRow: number,
    onBad: BadCell,
  ) => void;
  readonly finish: (rowCount: number) => Column;
};

/** The first `length` values without the room that was not used, copied only if that room is large. */
export function fitted<A extends Float64Array | Int32Array | Uint32Array>(values: A, length: number): A {
  const isTight = values.length - length <= length >> 3;
  return (isTight ? values.subarray(0, length) : values.slice(0, length)) as A;
}
