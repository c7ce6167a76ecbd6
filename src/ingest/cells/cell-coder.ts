import type { Dictionary } from '../../columns/dictionary';
import { DictionaryBuilder } from '../../columns/dictionary-builder';
import type { RecordChunk } from '../delimited/record-chunk';
import type { Kernel } from '../kernel/kernel';

/** The loops over all cells of a text column: which are odd, and what are their codes. */
export type CellCoder = {
  /** Records whose cell is empty or begins or ends with a special byte; the answer is valid until the next question. */
  readonly findOdd: (chunk: RecordChunk, column: number, columnCount: number) => Int32Array;
  /** Codes of the column's cells into `codes[firstRow …]`; 0 for a cell without bytes. */
  readonly addCells: (
    chunk: RecordChunk,
    column: number,
    columnCount: number,
    codes: Uint32Array,
    firstRow: number,
  ) => void;
  readonly finish: () => Dictionary;
};

export class PlainCellCoder implements CellCoder {
  readonly #special: Uint8Array;
  readonly #builder = new DictionaryBuilder();
  #odd = new Int32Array(0);

  /** @param special 256 places, 1 for a special byte */
  constructor(special: Uint8Array) {
    this.#special = special;
  }

  findOdd(chunk: RecordChunk, column: number, columnCount: number): Int32Array {
    const { bytes, starts, ends, recordCount } = chunk;
    if (this.#odd.length < recordCount) this.#odd = new Int32Array(recordCount);
    const odd = this.#odd;
    const special = this.#special;
    let count = 0;
    for (let record = 0, cell = column; record < recordCount; record++, cell += columnCount) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      const isOdd =
        start === end ||
        ((special[bytes[start] as number] as number) | (special[bytes[end - 1] as number] as number)) !== 0;
      if (isOdd) odd[count++] = record;
    }
    return odd.subarray(0, count);
  }

  addCells(
    chunk: RecordChunk,
    column: number,
    columnCount: number,
    codes: Uint32Array,
    firstRow: number,
  ): void {
    const { bytes, starts, ends, recordCount } = chunk;
    codes.fill(0, firstRow, firstRow + recordCount);
    const cells = { bytes, starts, ends, first: column, stride: columnCount, count: recordCount };
    this.#builder.addCells(cells, codes, firstRow);
  }

  finish(): Dictionary {
    return this.#builder.finish();
  }
}

/** The same in the kernel's memory. */
export class KernelCellCoder implements CellCoder {
  readonly #kernel: Kernel;
  readonly #dictionary: number;
  #special = new Uint8Array(0);
  #odd = new Int32Array(0);
  #codes = new Uint32Array(0);
  #room = -1;

  constructor(kernel: Kernel, special: Uint8Array) {
    this.#kernel = kernel;
    this.#dictionary = kernel.makeDictionary();
    kernel.place(
      special.length,
      (buffer, at) => (this.#special = new Uint8Array(buffer, at, special.length)),
    );
    this.#special.set(special);
  }

  findOdd(chunk: RecordChunk, column: number, columnCount: number): Int32Array {
    this.#reserve(chunk.recordCount);
    const count = this.#kernel.findOdd(chunk, column, columnCount, this.#special, this.#odd);
    return this.#odd.subarray(0, count);
  }

  addCells(
    chunk: RecordChunk,
    column: number,
    columnCount: number,
    codes: Uint32Array,
    firstRow: number,
  ): void {
    this.#reserve(chunk.recordCount);
    this.#kernel.addCells(this.#dictionary, chunk, column, columnCount, this.#codes);
    codes.set(this.#codes.subarray(0, chunk.recordCount), firstRow);
  }

  finish(): Dictionary {
    return this.#kernel.dictionary(this.#dictionary);
  }

  #reserve(count: number): void {
    if (count <= this.#odd.length) return;
    if (this.#room >= 0) this.#kernel.release(this.#room);
    this.#room = this.#kernel.place(8 * count, (buffer, at) => {
      this.#odd = new Int32Array(buffer, at, count);
      this.#codes = new Uint32Array(buffer, at + 4 * count, count);
    });
  }
}
