import type { Column } from '../../columns/column';
import type { RecordChunk } from '../delimited/record-chunk';
import type { Kernel } from '../kernel/kernel';
import { KernelCellCoder, PlainCellCoder, type CellCoder } from './cell-coder';
import { fitted, type BadCell, type ColumnEncoder } from './column-encoder';
import type { MissingTexts } from './missing-texts';
import { NullMarks } from './null-marks';
import { mayBeBlank, trimEnd, trimStart } from './trim-cell';

const APOSTROPHE = 39;
const QUOTE = 34;
const EQUALS = 61;

export type TextEncoderOptions = {
  readonly missing: MissingTexts;
  /** Spreadsheet guards of ids (`'0012`, `="0012"`) are taken off. */
  readonly isId: boolean;
  /** In whose memory the chunks are, if in any. */
  readonly kernel: Kernel | null;
};

/** Texts, codes and ids as dictionary codes; blanks at the ends removed, the rest as written. */
export class TextColumnEncoder implements ColumnEncoder {
  readonly #missing: MissingTexts;
  readonly #isId: boolean;
  readonly #coder: CellCoder;
  readonly #nulls = new NullMarks();
  /** Bytes at an end of a cell that may mean a blank to take off, a guard, or the start of a text for "unknown". */
  readonly #special = new Uint8Array(256);
  #codes = new Uint32Array(0);

  constructor(options: TextEncoderOptions) {
    this.#missing = options.missing;
    this.#isId = options.isId;
    for (let byte = 0; byte < 256; byte++) {
      const isGuard = options.isId && (byte === APOSTROPHE || byte === EQUALS);
      if (mayBeBlank(byte) || isGuard || options.missing.mayStartWith(byte)) this.#special[byte] = 1;
    }
    this.#coder =
      options.kernel === null
        ? new PlainCellCoder(this.#special)
        : new KernelCellCoder(options.kernel, this.#special);
  }

  reserve(rowCount: number): void {
    if (rowCount <= this.#codes.length) return;
    const grown = new Uint32Array(rowCount);
    grown.set(this.#codes);
    this.#codes = grown;
  }

  /** Reports the cells that say nothing, without encoding any: what a required text column is asked first. */
  findMissing(chunk: RecordChunk, column: number, columnCount: number, onBad: BadCell): void {
    for (const record of this.#coder.findOdd(chunk, column, columnCount)) {
      if (this.#isUnknown(chunk, record * columnCount + column)) onBad(record, 'cell.missing');
    }
  }

  encode(chunk: RecordChunk, column: number, columnCount: number, firstRow: number): void {
    for (const record of this.#coder.findOdd(chunk, column, columnCount)) {
      const cell = record * columnCount + column;
      if (!this.#isUnknown(chunk, cell)) continue;
      this.#nulls.set(firstRow + record);
      chunk.ends[cell] = chunk.starts[cell] as number;
    }
    this.#coder.addCells(chunk, column, columnCount, this.#codes, firstRow);
  }

  finish(rowCount: number): Column {
    return {
      kind: 'text',
      codes: fitted(this.#codes, rowCount),
      dictionary: this.#coder.finish(),
      nulls: this.#nulls.finish(rowCount),
    };
  }

  /** Takes off what is no part of the value of an odd cell; whether the cell then says nothing. */
  #isUnknown(chunk: RecordChunk, cell: number): boolean {
    const { bytes, starts, ends } = chunk;
    if (starts[cell] === ends[cell]) return true;
    this.#trim(bytes, starts, ends, cell);
    const from = starts[cell] as number;
    const to = ends[cell] as number;
    return from === to || this.#missing.has(bytes, from, to);
  }

  #trim(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, cell: number): void {
    let start = starts[cell] as number;
    let end = ends[cell] as number;
    start = trimStart(bytes, start, end);
    end = trimEnd(bytes, start, end);
    if (this.#isId) {
      const isFormula =
        end - start >= 3 && bytes[start] === EQUALS && bytes[start + 1] === QUOTE && bytes[end - 1] === QUOTE;
      if (isFormula) {
        start += 2;
        end -= 1;
      } else if (bytes[start] === APOSTROPHE && end - start > 1 && bytes[end - 1] !== APOSTROPHE) start += 1;
    }
    starts[cell] = start;
    ends[cell] = end;
  }
}
