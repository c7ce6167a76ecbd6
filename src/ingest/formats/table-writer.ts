import { MOST_COLUMNS } from '../column-limit';
import { csvRecord } from '../csv-text';
import type { TableOrigin, TextTable } from './text-table';
import type { UnpackLimit } from './unpack-limit';

const PIECE_BYTES = 1 << 22;
const COMMA = 44;
const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const encoder = new TextEncoder();

/**
 * Writes a table down as text, cell by cell, in pieces that are made as they fill. Cells are given as text, or as bytes
 * of UTF-8 that need not become a string first.
 *
 * @example
 * const writer = new TableWriter(limit);
 * writer.text('0012'); writer.text(''); writer.endRow();
 * writer.finish({ format: 'json', table: null, layout: 'named', columnCount: 2 }, ['id', 'note']);
 */
export class TableWriter {
  readonly #limit: UnpackLimit;
  readonly #pieces: Uint8Array[] = [];
  #piece = new Uint8Array(1 << 12);
  #length = 0;
  /** Where short texts become bytes. */
  readonly #encoded = new Uint8Array(1024);
  #cellsOfRow = 0;
  #isRowEmpty = true;
  rowCount = 0;

  /** @param limit what the text counts against */
  constructor(limit: UnpackLimit) {
    this.#limit = limit;
  }

  text(cell: string): void {
    if (cell.length * 3 <= this.#encoded.length) {
      const { written } = encoder.encodeInto(cell, this.#encoded);
      this.bytes(this.#encoded, 0, written);
      return;
    }
    const bytes = encoder.encode(cell);
    this.bytes(bytes, 0, bytes.length);
  }

  bytes(bytes: Uint8Array, start: number, end: number): void {
    if (this.#cellsOfRow++ > 0) this.#byte(COMMA);
    if (start === end) return;
    this.#isRowEmpty = false;
    if (!needsQuotes(bytes, start, end)) {
      this.#put(bytes, start, end);
      return;
    }
    this.#byte(QUOTE);
    let from = start;
    for (let i = start; i < end; i++) {
      if (bytes[i] !== QUOTE) continue;
      this.#put(bytes, from, i + 1);
      from = i;
    }
    this.#put(bytes, from, end);
    this.#byte(QUOTE);
  }

  endRow(): void {
    // A line without a byte is no record, and one of blanks only may be passed over.
    if (this.#cellsOfRow <= 1 && this.#isRowEmpty) {
      this.#byte(QUOTE);
      this.#byte(QUOTE);
    }
    if (this.#cellsOfRow > MOST_COLUMNS) this.#limit.columns(this.#cellsOfRow);
    this.#endLine();
    this.rowCount++;
  }

  /** A line that is no record, so that the lines behind it have the numbers that they have in the file. */
  skipRow(): void {
    this.#endLine();
  }

  /** @param header the names of the columns; null where the rows themselves have them */
  finish(origin: TableOrigin, header: readonly string[] | null): TextTable {
    this.#limit.columns(header?.length ?? 0);
    const body = this.#piece.subarray(0, this.#length);
    const head = header === null ? [] : [encoder.encode(csvRecord(header))];
    const pieces = [...head, ...this.#pieces, ...(body.length > 0 ? [body] : [])];
    return { origin, rowCount: this.rowCount, pieces };
  }

  #endLine(): void {
    this.#byte(CARRIAGE_RETURN);
    this.#byte(LINE_FEED);
    this.#cellsOfRow = 0;
    this.#isRowEmpty = true;
  }

  #byte(byte: number): void {
    if (this.#length === this.#piece.length) this.#grow();
    this.#piece[this.#length++] = byte;
  }

  #put(bytes: Uint8Array, start: number, end: number): void {
    for (let from = start; from < end;) {
      if (this.#length === this.#piece.length) this.#grow();
      const to = Math.min(end, from + this.#piece.length - this.#length);
      if (to - from < 32) {
        for (let i = from; i < to; i++) this.#piece[this.#length++] = bytes[i] as number;
      } else {
        this.#piece.set(bytes.subarray(from, to), this.#length);
        this.#length += to - from;
      }
      from = to;
    }
  }

  /** The first piece grows up to the size that the others have from the start. */
  #grow(): void {
    if (this.#length < PIECE_BYTES) {
      const grown = new Uint8Array(Math.min(PIECE_BYTES, this.#length * 4));
      grown.set(this.#piece);
      this.#piece = grown;
      return;
    }
    this.#limit.take(this.#length);
    this.#pieces.push(this.#piece);
    this.#piece = new Uint8Array(PIECE_BYTES);
    this.#length = 0;
  }
}

function needsQuotes(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === COMMA || byte === QUOTE || byte === LINE_FEED || byte === CARRIAGE_RETURN) return true;
  }
  return false;
}
