import { isBlank } from '../delimited/lines';
import type { RecordChunk } from '../delimited/record-chunk';
import type { Scanner, ScannerOptions, ScanEnd } from '../delimited/record-scanner';
import type { FixedPlaces, Reject } from '../table';
import { widthIn, type WidthOf } from './place-width';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/**
 * Cuts UTF-8 bytes into records and cells by places on the line. Blanks around cells belong to the layout. A cell may grow
 * into the room between two columns as long as one blank is left there; a line with text across two columns is rejected
 * (`row.across-columns`), one that the end of the file cuts before a column that all others fill too (`row.cut-off`).
 * Every line with more than blanks is either in a chunk or in `rejects`.
 */
export class FixedScanner implements Scanner {
  readonly #places: FixedPlaces;
  readonly #widthOf: WidthOf;
  readonly rejects: Reject[];
  line: number;
  readonly openQuoteAt = -1;
  /** Byte of the character on each place of the line at hand. */
  #offsets = new Int32Array(256);
  #width = 0;
  /** Whether all records so far fill the last column; null before the first. */
  #isLastFilled: boolean | null = null;
  #lineEnd = 0;

  constructor(places: FixedPlaces, { firstLine, rejects }: Pick<ScannerOptions, 'firstLine' | 'rejects'>) {
    this.#places = places;
    this.#widthOf = widthIn(places.unit);
    this.line = firstLine;
    this.rejects = rejects ?? [];
  }

  scan(
    bytes: Uint8Array,
    from: number,
    to: number,
    atEnd: boolean,
    chunk: RecordChunk,
  ): { next: number; end: ScanEnd } {
    const { length } = this.#places.columns;
    chunk.bytes = bytes;
    chunk.recordCount = 0;
    chunk.cellCount = 0;
    let i = from;
    while (i < to) {
      if (chunk.recordCount === chunk.firstCells.length || chunk.cellCount + length > chunk.starts.length) {
        return { next: i, end: 'chunk-full' };
      }
      let end = i;
      while (end < to && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end++;
      const isCut = end >= to || (bytes[end] === CARRIAGE_RETURN && end + 1 >= to);
      if (isCut && !atEnd) return { next: i, end: 'incomplete' };
      if (!isBlank(bytes, i, end)) this.#take(bytes, i, end, end >= to, chunk);
      this.line++;
      i = end + (bytes[end] === CARRIAGE_RETURN && end + 1 < to && bytes[end + 1] === LINE_FEED ? 2 : 1);
    }
    return { next: Math.min(i, to), end: 'all' };
  }

  #take(bytes: Uint8Array, start: number, end: number, isAtEnd: boolean, chunk: RecordChunk): void {
    const { columns } = this.#places;
    this.#measure(bytes, start, end);
    const first = chunk.cellCount;
    let from = start;
    for (let column = 1; column <= columns.length; column++) {
      const cut = column === columns.length ? end : this.#cutBefore(bytes, column);
      if (cut < 0) {
        this.#reject(bytes, start, end, 'row.across-columns', 'Text stands across two columns');
        return;
      }
      const to = Math.max(from, cut);
      this.#addCell(bytes, from, to, first + column - 1, chunk);
      from = to;
    }
    const last = first + columns.length - 1;
    const isFilled = chunk.starts[last] !== chunk.ends[last];
    if (!isFilled && isAtEnd && this.#isLastFilled === true) {
      this.#reject(bytes, start, end, 'row.cut-off', 'The file ends before the last column');
      return;
    }
    this.#isLastFilled = isFilled && this.#isLastFilled !== false;
    const { recordCount } = chunk;
    chunk.firstCells[recordCount] = first;
    chunk.recordStarts[recordCount] = start;
    chunk.recordEnds[recordCount] = end;
    chunk.lines[recordCount] = this.line;
    chunk.cellCount = first + columns.length;
    chunk.recordCount = recordCount + 1;
  }

  #reject(bytes: Uint8Array, start: number, end: number, rule: string, reason: string): void {
    this.rejects.push({ line: this.line, column: null, rule, reason, raw: bytes.slice(start, end) });
  }

  /** Where the cell of a column begins: at its place, or behind the last blank before it; −1 where there is none. */
  #cutBefore(bytes: Uint8Array, column: number): number {
    const { columns } = this.#places;
    const begin = columns[column]?.[0] ?? 0;
    const free = columns[column - 1]?.[1] ?? begin;
    if (begin >= this.#width) return this.#lineEnd;
    const offsets = this.#offsets;
    const isInside = begin > 0 && offsets[begin] === offsets[begin - 1];
    if (free === begin) return isInside ? -1 : (offsets[begin] as number);
    for (let place = begin - 1; place >= free; place--) {
      if (this.#isBlankAt(bytes, place)) return offsets[place + 1] as number;
    }
    return -1;
  }

  #isBlankAt(bytes: Uint8Array, place: number): boolean {
    const at = this.#offsets[place] as number;
    return bytes[at] === SPACE || bytes[at] === TAB || isWideBlank(bytes, at);
  }

  #measure(bytes: Uint8Array, start: number, end: number): void {
    this.#lineEnd = end;
    let place = 0;
    for (let i = start; i < end;) {
      const lead = bytes[i] as number;
      const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      const width = lead < 0x80 ? 1 : this.#widthOf(codeAt(bytes, i, length));
      if (place + width + 1 > this.#offsets.length) {
        const grown = new Int32Array(this.#offsets.length * 2);
        grown.set(this.#offsets);
        this.#offsets = grown;
      }
      for (let n = 0; n < width; n++) this.#offsets[place++] = i;
      i += length;
    }
    this.#width = place;
    this.#offsets[place] = end;
  }

  #addCell(bytes: Uint8Array, from: number, to: number, cell: number, chunk: RecordChunk): void {
    let start = from;
    let end = to;
    for (let skip = blankAt(bytes, start); start < end && skip > 0; skip = blankAt(bytes, start))
      start += skip;
    for (let skip = blankBefore(bytes, end); end > start && skip > 0; skip = blankBefore(bytes, end))
      end -= skip;
    chunk.starts[cell] = start;
    chunk.ends[cell] = Math.max(start, end);
  }
}

/** U+3000, the blank of Chinese text. */
const isWideBlank = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80;

function blankAt(bytes: Uint8Array, at: number): number {
  if (bytes[at] === SPACE || bytes[at] === TAB) return 1;
  return isWideBlank(bytes, at) ? 3 : 0;
}

function blankBefore(bytes: Uint8Array, end: number): number {
  if (bytes[end - 1] === SPACE || bytes[end - 1] === TAB) return 1;
  return isWideBlank(bytes, end - 3) ? 3 : 0;
}

function codeAt(bytes: Uint8Array, at: number, length: number): number {
  let code = (bytes[at] as number) & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return code;
}
