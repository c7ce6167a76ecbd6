import { AppError } from '../../base/errors';
import { cancelled, type Control } from '../../base/control';
import type { ByteSource } from '../byte-source';
import { decodeText } from '../decode-text';
import type { Kernel } from '../kernel/kernel';
import type { Dialect, Reject } from '../table';
import { mergeHeaders } from '../column-names';
import { makeScanner } from '../fixed-width/make-scanner';
import { findLastLines } from './file-end';
import { makeChunk, type RecordChunk } from './record-chunk';
import { edgesOf, RecordFilter } from './record-filter';
import type { Scanner } from './record-scanner';
import { Utf8Blocks } from './utf8-blocks';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const BLOCK_BYTES = 1 << 22;
/** The scanner and the kernel look behind the last byte. */
const SLACK = 16;
/** Small enough that a chunk's bytes and offsets stay in the processor's cache while its columns are read. */
const CELLS_PER_CHUNK = 1 << 15;

export type ReaderOptions = {
  /** Bytes fetched at a time; tests make it tiny so that every boundary is hit. */
  readonly blockBytes?: number;
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Where bytes and chunks are kept, and what cuts the clean records. */
  readonly kernel?: Kernel | null;
};

/**
 * Reads the records of a file in order, some thousands at a time, in bounded memory.
 *
 * @example
 * const reader = await openRecords(source, dialect, control);
 * for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) use(chunk);
 */
export class RecordReader {
  readonly #source: ByteSource;
  readonly #dialect: Dialect;
  readonly #control: Control;
  readonly #blocks: Utf8Blocks;
  readonly #kernel: Kernel | null;
  readonly #onBytes: ((bytes: Uint8Array) => void) | null;
  #scanner: Scanner;
  #chunk: RecordChunk;
  #buffer = new Uint8Array(0);
  /** Of the buffer, in the kernel's memory; −1 outside. */
  #address = -1;
  #from = 0;
  #to = 0;
  #isAtEnd = false;
  #filter: RecordFilter | null = null;
  /** Where the lines below the table begin, in bytes of the file. */
  #end: number;
  #bytesUsed = 0;
  /** Names of the header as they stand in the file, several rows merged; null without a header. */
  header: readonly string[] | null = null;
  columnCount = 0;

  constructor(source: ByteSource, dialect: Dialect, control: Control, options: ReaderOptions) {
    this.#source = source;
    this.#dialect = dialect;
    this.#control = control;
    this.#end = source.byteLength;
    this.#onBytes = options.onBytes ?? null;
    this.#kernel = options.kernel ?? null;
    const blockBytes = options.blockBytes ?? BLOCK_BYTES;
    this.#blocks = new Utf8Blocks(source, dialect.encoding, blockBytes, options.onBytes ?? null);
    this.#scanner = this.#makeScanner(0, 1);
    this.#chunk = makeChunk(0, 0);
  }

  /** Records found so far that do not fit the table, and lines that are no rows of it. */
  get rejects(): readonly Reject[] {
    return this.#scanner.rejects;
  }

  /** Share of the file (0–1) whose records have been handed out. */
  get shareRead(): number {
    const behind = this.#to - this.#from;
    const { position } = this.#blocks;
    return this.#source.byteLength === 0 ? 1 : Math.max(0, position - behind) / this.#source.byteLength;
  }

  /** Bytes (as UTF-8) of the records handed out so far. */
  get bytesUsed(): number {
    return this.#bytesUsed;
  }

  /** Passes over the lines before the table and its header, and learns how many fields a record has. */
  async open(): Promise<void> {
    const { skippedLines, hasHeader, columnCount, headerRows = 1, footerLines = 0, encoding } = this.#dialect;
    const { before, behind } = edgesOf(this.#dialect);
    if (footerLines > 0) {
      this.#end = await findLastLines(this.#source, encoding, footerLines);
      this.#blocks.stopAt(this.#end);
    }
    await this.#fill();
    for (let skipped = 0; skipped < skippedLines; skipped++) await this.#skipLine();
    let width = columnCount === undefined ? 0 : columnCount + before + behind;
    const headers: (readonly string[])[] = [];
    for (let row = 0; row < (hasHeader ? headerRows : 0); row++) {
      const { cells, next, scanner } = await this.#firstRecord();
      headers.push(cells);
      this.#from = next;
      this.#scanner = scanner;
      if (width === 0) width = cells.length;
    }
    if (width === 0) width = (await this.#firstRecord()).cells.length;
    const { line, rejects } = this.#scanner;
    this.#scanner = this.#makeScanner(width, line, rejects);
    this.columnCount = Math.max(1, width - before - behind);
    if (hasHeader) {
      this.header = mergeHeaders(headers.map((cells) => cells.slice(before, before + this.columnCount)));
    }
    this.#filter = new RecordFilter(this.#dialect, width, headers);
    const records = Math.max(256, Math.floor(CELLS_PER_CHUNK / Math.max(width, 1)));
    this.#chunk = makeChunk(records * Math.max(width, 1), records, this.#kernel);
  }

  /**
   * The next records, or null at the end. The chunk is used again: it is valid until the next call.
   * @throws `ingest.unreadable`, `task.cancelled`
   */
  async next(): Promise<RecordChunk | null> {
    const control = this.#control;
    for (;;) {
      if (control.isCancelled()) throw cancelled();
      if (control.shouldYield()) {
        const { byteLength } = this.#source;
        await control.yield(Math.round(this.shareRead * byteLength), byteLength, 'read');
      }
      if (this.#from < this.#to) {
        const from = this.#from;
        const { next, end } = this.#scanner.scan(this.#buffer, from, this.#to, this.#isAtEnd, this.#chunk);
        this.#from = next;
        this.#bytesUsed += next - from;
        if (this.#chunk.recordCount > 0) this.#filter?.apply(this.#chunk, this.#scanner.rejects);
        if (this.#chunk.recordCount > 0) return this.#chunk;
        if (end === 'chunk-full' || next > from) continue;
      }
      if (this.#isAtEnd) {
        await this.#passFooter();
        return null;
      }
      await this.#fill();
    }
  }

  /** Keeps the lines below the table aside, and lets them be seen as bytes. */
  async #passFooter(): Promise<void> {
    const { encoding, delimiter } = this.#dialect;
    const from = this.#end;
    const { byteLength } = this.#source;
    if (from >= byteLength) return;
    this.#end = byteLength;
    const bytes = await this.#source.slice(from, byteLength);
    this.#onBytes?.(bytes);
    const lines = decodeText(bytes, encoding).split(/\r\n|\r|\n/);
    for (const [index, text] of lines.entries()) {
      this.#keepAside(
        this.#scanner.line + index,
        text,
        delimiter,
        'row.after-table',
        'Stands below the table',
      );
    }
  }

  #keepAside(line: number, text: string, delimiter: string, rule: string, reason: string): void {
    if (text.replaceAll(delimiter, '').replaceAll('\u001a', '').trim() === '') return;
    const raw = new TextEncoder().encode(text);
    this.#scanner.rejects.push({ line, column: null, rule, reason, raw });
  }

  /** Moves what is left to the front and reads on; a record longer than a block doubles what is read. */
  async #fill(): Promise<void> {
    const left = this.#to - this.#from;
    const wanted = Math.max(1, left);
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size < wanted) {
      const bytes = await this.#blocks.next();
      if (bytes === null) {
        this.#isAtEnd = true;
        break;
      }
      parts.push(bytes);
      size += bytes.length;
    }
    const to = left + size;
    const needed = 2 * to + SLACK;
    if (this.#buffer.length < needed) this.#enlarge(needed);
    else this.#buffer.copyWithin(0, this.#from, this.#to);
    let at = left;
    for (const part of parts) {
      this.#buffer.set(part, at);
      at += part.length;
    }
    this.#from = 0;
    this.#to = to;
  }

  /** A larger buffer that begins with what is left of the old one. */
  #enlarge(size: number): void {
    const kernel = this.#kernel;
    if (kernel === null) {
      const grown = new Uint8Array(size);
      grown.set(this.#buffer.subarray(this.#from, this.#to));
      this.#buffer = grown;
      return;
    }
    const old = this.#address;
    let grown = this.#buffer;
    this.#address = kernel.place(size, (buffer, at) => {
      grown = new Uint8Array(buffer, at, size);
      if (at !== this.#address) return;
      this.#buffer = grown;
      this.#chunk.bytes = grown;
    });
    grown.set(this.#buffer.subarray(this.#from, this.#to));
    this.#buffer = grown;
    if (old >= 0) kernel.release(old);
  }

  async #skipLine(): Promise<void> {
    for (let i = this.#from; ; i++) {
      while (i >= this.#to) {
        if (this.#isAtEnd) {
          this.#keepTitle(this.#to);
          this.#from = this.#to;
          return;
        }
        const offset = i - this.#from;
        await this.#fill();
        i = this.#from + offset;
      }
      const c = this.#buffer[i];
      if (c !== 10 && c !== 13) continue;
      if (c === 13 && i + 1 >= this.#to && !this.#isAtEnd) {
        const offset = i - this.#from;
        await this.#fill();
        i = this.#from + offset;
      }
      this.#keepTitle(i);
      this.#from = c === 13 && i + 1 < this.#to && this.#buffer[i + 1] === 10 ? i + 2 : i + 1;
      this.#scanner.line++;
      return;
    }
  }

  #keepTitle(end: number): void {
    const text = decoder.decode(this.#buffer.subarray(this.#from, end));
    const { delimiter } = this.#dialect;
    this.#keepAside(this.#scanner.line, text, delimiter, 'row.before-table', 'Stands above the table');
  }

  /** The first record, of any width, without using it up. */
  async #firstRecord(): Promise<{ cells: string[]; next: number; scanner: Scanner }> {
    for (;;) {
      const scanner = this.#makeScanner(0, this.#scanner.line, [...this.#scanner.rejects]);
      const chunk = makeChunk(this.#to - this.#from + 1, 1);
      const { next } = scanner.scan(this.#buffer, this.#from, this.#to, this.#isAtEnd, chunk);
      const cells: string[] = [];
      for (let cell = 0; cell < chunk.cellCount; cell++) {
        cells.push(decoder.decode(this.#buffer.subarray(chunk.starts[cell], chunk.ends[cell])));
      }
      if (chunk.recordCount > 0) return { cells, next, scanner };
      if (this.#isAtEnd) {
        if (scanner.openQuoteAt >= 0) {
          throw new AppError('ingest.unclosed-quote', 'The quote opened in the first record never closes', {
            file: this.#source.name,
            row: scanner.line - 1,
            openedAt: this.#scanner.line,
          });
        }
        return { cells: [''], next: this.#to, scanner };
      }
      await this.#fill();
    }
  }

  #makeScanner(columnCount: number, firstLine: number, rejects: Reject[] = []): Scanner {
    const kernel = this.#kernel;
    return makeScanner({ dialect: this.#dialect, columnCount, firstLine, rejects, kernel });
  }
}

export async function openRecords(
  source: ByteSource,
  dialect: Dialect,
  control: Control,
  options: ReaderOptions = {},
): Promise<RecordReader> {
  if (source.byteLength === 0) {
    throw new AppError('ingest.empty-file', `${source.name} is empty (0 bytes)`, { file: source.name });
  }
  const reader = new RecordReader(source, dialect, control, options);
  await reader.open();
  return reader;
}
