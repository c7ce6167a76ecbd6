import type { Column } from '../../columns/column';
import type { RecordChunk } from '../delimited/record-chunk';
import { fitted, type BadCell, type ColumnEncoder } from './column-encoder';
import type { MissingTexts } from './missing-texts';
import { NullMarks } from './null-marks';
import type { CellRule } from './parse-number';
import { mayNeedTrim, trimEnd, trimStart } from './trim-cell';

/** Reads a cell that is not empty: a number, NaN if it cannot be read, Infinity if it says "none". */
export type CellParser = (bytes: Uint8Array, start: number, end: number) => number;

export type NumberEncoderOptions = {
  readonly kind: 'float64' | 'int32';
  readonly parse: CellParser;
  /** The rule that an unreadable cell breaks. */
  readonly why: (bytes: Uint8Array, start: number, end: number) => CellRule;
  readonly missing: MissingTexts;
  readonly isRequired: boolean;
  /** What an empty cell says; unknown unless said. */
  readonly whenEmpty?: number;
};

/** Numbers, amounts, days and whatever else a cell says as one number. */
export class NumberEncoder implements ColumnEncoder {
  readonly #options: NumberEncoderOptions;
  readonly #nulls = new NullMarks();
  #values: Float64Array | Int32Array;

  constructor(options: NumberEncoderOptions) {
    this.#options = options;
    this.#values = options.kind === 'float64' ? new Float64Array(0) : new Int32Array(0);
  }

  reserve(rowCount: number): void {
    if (rowCount <= this.#values.length) return;
    const grown = this.#options.kind === 'float64' ? new Float64Array(rowCount) : new Int32Array(rowCount);
    grown.set(this.#values);
    this.#values = grown;
  }

  encode(chunk: RecordChunk, column: number, columnCount: number, firstRow: number, onBad: BadCell): void {
    const { bytes, starts, ends, recordCount } = chunk;
    const { parse } = this.#options;
    const values = this.#values;
    for (let record = 0, cell = column; record < recordCount; record++, cell += columnCount) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      const value = start === end ? NaN : parse(bytes, start, end);
      // Neither NaN nor infinite.
      values[firstRow + record] =
        value - value === 0 ? value : this.#odd(bytes, start, end, firstRow, record, onBad);
    }
  }

  finish(rowCount: number): Column {
    const nulls = this.#nulls.finish(rowCount);
    const values = this.#values;
    return values instanceof Float64Array
      ? { kind: 'float64', values: fitted(values, rowCount), nulls }
      : { kind: 'int32', values: fitted(values, rowCount), nulls };
  }

  /** A cell that is empty, missing, has blanks around it or cannot be read. */
  #odd(
    bytes: Uint8Array,
    from: number,
    to: number,
    firstRow: number,
    record: number,
    onBad: BadCell,
  ): number {
    const { parse, missing, isRequired, whenEmpty, why } = this.#options;
    let start = from;
    let end = to;
    let isMissing = start === end;
    if (!isMissing && mayNeedTrim(bytes, start, end)) {
      start = trimStart(bytes, start, end);
      end = trimEnd(bytes, start, end);
      isMissing = start === end;
    }
    if (isMissing && whenEmpty !== undefined) return whenEmpty;
    if (!isMissing) {
      const value = parse(bytes, start, end);
      if (Number.isFinite(value)) return value;
      isMissing = value === Infinity || missing.has(bytes, start, end);
    }
    if (!isMissing) onBad(record, why(bytes, start, end));
    else if (isRequired) onBad(record, 'cell.missing');
    // The row of a required cell is rejected: it will hold another record.
    if (!isRequired) this.#nulls.set(firstRow + record);
    return 0;
  }
}
