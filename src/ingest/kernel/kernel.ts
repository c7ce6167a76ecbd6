import type { Dictionary } from '../../columns/dictionary';
import type { RecordChunk } from '../delimited/record-chunk';
import { kernelBytes } from './kernel-bytes';

/** What `assembly/index.ts` exports; its docstrings name the arguments. Addresses are bytes of its memory. */
type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly allocate: (size: number) => number;
  readonly release: (at: number) => void;
  readonly scan: (...values: readonly number[]) => void;
  readonly scannedTo: () => number;
  readonly scannedCells: () => number;
  readonly scannedRecords: () => number;
  readonly findOdd: (...values: readonly number[]) => number;
  readonly makeDictionary: () => number;
  readonly addCells: (...values: readonly number[]) => void;
  readonly sizeOf: (dictionary: number) => number;
  readonly bytesOf: (dictionary: number) => number;
  readonly offsetsOf: (dictionary: number) => number;
};

type Bind = (buffer: ArrayBuffer, at: number) => void;

let compiled: Promise<WebAssembly.Module | null> | undefined;

/** A kernel with a memory of its own, for one file; null where WebAssembly or its SIMD instructions are absent. */
export async function openKernel(): Promise<Kernel | null> {
  compiled ??= compile();
  const module = await compiled;
  if (module === null) return null;
  const instance = await WebAssembly.instantiate(module, { env: { abort: refuse } });
  return new Kernel(instance.exports as unknown as Exports);
}

async function compile(): Promise<WebAssembly.Module | null> {
  const bytes = Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0));
  if (!('WebAssembly' in globalThis) || !WebAssembly.validate(bytes)) return null;
  return WebAssembly.compile(bytes);
}

/** The only thing that stops the kernel is that it gets no more memory. */
function refuse(): never {
  throw new RangeError('Out of memory while reading');
}

/**
 * The part of reading that runs in WebAssembly: see `assembly/index.ts`. Arrays handed to it must be placed in its
 * memory; whenever that grows, the views of what was placed are made anew.
 */
export class Kernel {
  readonly #exports: Exports;
  readonly #placed = new Map<number, Bind>();
  #buffer: ArrayBuffer;

  constructor(exports: Exports) {
    this.#exports = exports;
    this.#buffer = exports.memory.buffer as ArrayBuffer;
  }

  /** Sets `size` bytes aside; `bind` is told where, now and whenever the memory has moved. @returns the address */
  place(size: number, bind: Bind): number {
    const at = this.#guarded(() => this.#exports.allocate(size));
    this.#placed.set(at, bind);
    bind(this.#buffer, at);
    return at;
  }

  release(at: number): void {
    this.#placed.delete(at);
    this.#exports.release(at);
  }

  /**
   * Cuts clean records of `chunk.bytes[from … to)` into the chunk, from its `cellCount` and `recordCount` on.
   * @returns the offset of the first byte that is not used
   */
  scan(
    chunk: RecordChunk,
    from: number,
    to: number,
    cut: { readonly delimiter: number; readonly quote: number; readonly columnCount: number },
    line: number,
  ): number {
    const { scan, scannedTo, scannedCells, scannedRecords } = this.#exports;
    const { bytes, starts, ends, firstCells, recordStarts, recordEnds, lines } = chunk;
    scan(
      bytes.byteOffset,
      from,
      to,
      cut.delimiter,
      cut.quote,
      cut.columnCount,
      starts.byteOffset,
      ends.byteOffset,
      chunk.cellCount,
      starts.length,
      recordStarts.byteOffset,
      recordEnds.byteOffset,
      lines.byteOffset,
      firstCells.byteOffset,
      chunk.recordCount,
      firstCells.length,
      line,
    );
    chunk.cellCount = scannedCells();
    chunk.recordCount = scannedRecords();
    return scannedTo();
  }

  /** Writes to `marked` which records have a cell that is empty or begins or ends with a byte of `table`. @returns how many */
  findOdd(
    chunk: RecordChunk,
    column: number,
    columnCount: number,
    table: Uint8Array,
    marked: Int32Array,
  ): number {
    const { bytes, starts, ends, recordCount } = chunk;
    return this.#exports.findOdd(
      bytes.byteOffset,
      starts.byteOffset,
      ends.byteOffset,
      column,
      columnCount,
      recordCount,
      table.byteOffset,
      marked.byteOffset,
    );
  }

  makeDictionary(): number {
    return this.#guarded(() => this.#exports.makeDictionary());
  }

  /** Writes the codes of a column of the chunk to `codes`; cells without bytes get 0. */
  addCells(
    dictionary: number,
    chunk: RecordChunk,
    column: number,
    columnCount: number,
    codes: Uint32Array,
  ): void {
    const { bytes, starts, ends, recordCount } = chunk;
    this.#guarded(() => {
      this.#exports.addCells(
        dictionary,
        bytes.byteOffset,
        starts.byteOffset,
        ends.byteOffset,
        column,
        columnCount,
        recordCount,
        codes.byteOffset,
      );
    });
  }

  /** A copy of a dictionary, outside the kernel's memory. */
  dictionary(dictionary: number): Dictionary {
    const { sizeOf, bytesOf, offsetsOf } = this.#exports;
    const size = sizeOf(dictionary);
    const offsets = new Uint32Array(this.#buffer, offsetsOf(dictionary), size + 1).slice();
    const bytes = new Uint8Array(this.#buffer, bytesOf(dictionary), offsets[size]).slice();
    return { bytes, offsets, size };
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) refuse();
      throw error;
    } finally {
      this.#follow();
    }
  }

  /** The memory has moved if it has grown: all views are made anew. */
  #follow(): void {
    const { buffer } = this.#exports.memory;
    if (buffer === this.#buffer) return;
    this.#buffer = buffer as ArrayBuffer;
    for (const [at, bind] of this.#placed) bind(this.#buffer, at);
  }
}
