import type { Dialect, Reject } from '../table';
import { countLineEnds, countRecordLikeLines, isBlank } from './lines';
import type { Kernel } from '../kernel/kernel';
import type { RecordChunk } from './record-chunk';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const BACKSLASH = 92;

/** What a byte of {@link RecordScanner.scan} is that has a meaning of its own; all others are 0. */
const SPECIAL = 1;

/** Answers of `#quotedCell` that are not offsets. */
const INCOMPLETE = -1;
const CUT_OFF = -2;
const BAD_LINE = -3;

const SUSPICIOUS_BYTES = 1 << 20;
/** So many lines of the right width inside one cell are no text any more. */
const MANY_RECORDS = 100;

/** What cuts bytes into records and cells, block after block. */
export type Scanner = Pick<RecordScanner, 'scan' | 'rejects' | 'line' | 'openQuoteAt'>;

/** How {@link RecordScanner.scan} ended. */
export type ScanEnd = 'all' | 'incomplete' | 'chunk-full';

export type ScannerOptions = {
  readonly dialect: Pick<Dialect, 'format' | 'delimiter' | 'quote' | 'escape' | 'shortRows'>;
  /** Records with another number of fields are rejected; 0 takes records of any width. */
  readonly columnCount: number;
  /** Physical line (from 1) of the first byte. */
  readonly firstLine: number;
  /** An open quote that spans this much is checked for swallowed records before more is read; 1 MB unless said. */
  readonly suspiciousBytes?: number;
  /** Where to go on collecting what was rejected. */
  readonly rejects?: Reject[];
  /** Cuts the clean records of tables with a delimiter; bytes and chunk must be in its memory. */
  readonly kernel?: Kernel | null;
};

/**
 * Cuts UTF-8 bytes into records and cells. Rules:
 * - LF, CRLF and CR end a line; a line without a byte (or, among wider records, of blanks only) is no record.
 * - A quote opens only at the start of a cell; inside, a doubled quote stands for one. A quote that neither doubles nor
 *   closes is taken as text if the cell closes on the same line; otherwise the line is rejected (`row.bad-quote`).
 * - A quote that never closes is a mistake if it swallowed lines that look like records: the line on which it opened is
 *   rejected (`row.unclosed-quote`), the next one is read. Otherwise the file was cut off and its last record is rejected
 *   (`row.cut-off`).
 * - With a backslash as escape, it takes the meaning from a quote, a delimiter, a line end or a backslash behind it;
 *   before anything else it is text.
 * Every record is either in a chunk or in `rejects`.
 */
export class RecordScanner {
  readonly #special = new Uint8Array(256);
  readonly #quote: number;
  /** First byte of the delimiter, and all of it. */
  readonly #delimiter: number;
  readonly #delimiters: Uint8Array;
  readonly #escape: number;
  readonly #isBlankAligned: boolean;
  readonly #columnCount: number;
  readonly #pads: boolean;
  readonly #kernel: Kernel | null;
  readonly #suspiciousBytes: number;
  readonly rejects: Reject[];
  /** Physical line of the next record. */
  line: number;
  /** Where the scanned bytes end, and the free room behind them where unescaped cells are written. */
  #to = 0;
  #scratch = 0;
  #atEnd = false;
  #cellStart = 0;
  #cellEnd = 0;
  #linesInCell = 0;
  #badLineEnd = 0;
  #isUnclosed = false;
  #widthSeen = 0;
  /** Offset of the quote that was open when the last scan ended, or −1. */
  openQuoteAt = -1;

  constructor(options: ScannerOptions) {
    const { dialect } = options;
    this.#isBlankAligned = dialect.format === 'blank-aligned';
    this.#delimiters = new TextEncoder().encode(this.#isBlankAligned ? ' ' : dialect.delimiter);
    this.#delimiter = this.#delimiters[0] ?? SPACE;
    this.#escape = !this.#isBlankAligned && dialect.escape === '\\' ? BACKSLASH : -1;
    this.#quote = this.#isBlankAligned || dialect.quote === null ? -1 : dialect.quote.charCodeAt(0);
    this.#columnCount = options.columnCount;
    this.#pads = dialect.shortRows === 'pad';
    const isPlain = !this.#isBlankAligned && this.#delimiters.length === 1 && this.#escape < 0;
    this.#kernel = isPlain && options.columnCount > 0 ? (options.kernel ?? null) : null;
    this.#suspiciousBytes = options.suspiciousBytes ?? SUSPICIOUS_BYTES;
    this.line = options.firstLine;
    this.rejects = options.rejects ?? [];
    for (const code of [LINE_FEED, CARRIAGE_RETURN, this.#delimiter]) this.#special[code] = SPECIAL;
    if (this.#isBlankAligned) this.#special[TAB] = SPECIAL;
  }

  /**
   * Cuts `bytes[from … to)` into `chunk` until the bytes or the room end. `bytes` must have `2 · to + 8` places: the one
   * at `to` is overwritten, unescaped cells go behind it. With `atEnd` the last record needs no line end. For records
   * of any width the chunk needs room for `to - from + 1` cells.
   * @returns the offset of the first byte that is not used yet, and why it stopped there
   */
  scan(
    bytes: Uint8Array,
    from: number,
    to: number,
    atEnd: boolean,
    chunk: RecordChunk,
  ): { next: number; end: ScanEnd } {
    const { starts, ends, firstCells, recordStarts, recordEnds, lines } = chunk;
    const special = this.#special;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const columnCount = this.#columnCount;
    const blankAligned = this.#isBlankAligned;
    const escape = this.#escape;
    const delimiterLength = this.#delimiters.length;
    const kernel = this.#kernel;
    const cut = { delimiter, quote, columnCount };
    const room = starts.length - Math.max(columnCount, 1);
    const recordRoom = firstCells.length;
    chunk.bytes = bytes;
    bytes[to] = LINE_FEED;
    this.#to = to;
    this.#scratch = to + 1;
    this.#atEnd = atEnd;
    this.openQuoteAt = -1;

    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const pattern = Math.imul(delimiter, 0x01010101);
    let i = from;
    let cell = 0;
    let record = 0;
    let end: ScanEnd = 'all';
    scanning: while (i < to) {
      if (kernel !== null) {
        chunk.cellCount = cell;
        chunk.recordCount = record;
        i = kernel.scan(chunk, i, to, cut, this.line);
        cell = chunk.cellCount;
        this.line += chunk.recordCount - record;
        record = chunk.recordCount;
        // What is left is not clean, or the last: the rest of this turn takes one record of it.
        if (i >= to) break;
      }
      if (cell > room || record === recordRoom) {
        end = 'chunk-full';
        break;
      }
      const recordStart = i;
      const firstCell = cell;
      let linesInRecord = 0;
      if (blankAligned) while (bytes[i] === SPACE || bytes[i] === TAB) i++;
      for (;;) {
        if (bytes[i] === quote) {
          const after = this.#quotedCell(bytes, i);
          if (after < 0) {
            if (after === BAD_LINE) {
              cell = firstCell;
              i = this.#rejectBadLine(bytes, recordStart);
              continue scanning;
            }
            if (after === CUT_OFF) {
              cell = firstCell;
              this.#reject(bytes, recordStart, to, 'row.cut-off', 'The file ends inside a quoted cell');
              i = to;
              break scanning;
            }
            i = recordStart;
            cell = firstCell;
            end = 'incomplete';
            break scanning;
          }
          starts[cell] = this.#cellStart;
          ends[cell] = this.#cellEnd;
          cell++;
          linesInRecord += this.#linesInCell;
          i = after;
        } else {
          starts[cell] = i;
          for (;;) {
            const word = view.getInt32(i, true);
            const other = word ^ pattern;
            const hit = (((other - 0x01010101) & ~other) | ((word - 0x0e0e0e0e) & ~word)) & 0x80808080;
            if (hit === 0) {
              i += 4;
              continue;
            }
            i += (31 - Math.clz32(hit & -hit)) >> 3;
            if (special[bytes[i] as number] === SPECIAL) {
              const isPart = delimiterLength > 1 && bytes[i] === delimiter && !this.#isDelimiter(bytes, i);
              const isEscaped = escape >= 0 && i < to && isAfterBackslash(bytes, starts[cell] as number, i);
              if (!isPart && !isEscaped) break;
              if (isEscaped && bytes[i] !== delimiter) {
                linesInRecord++;
                if (bytes[i] === CARRIAGE_RETURN && i + 1 < to && bytes[i + 1] === LINE_FEED) i++;
              }
            }
            i++;
          }
          ends[cell] = i;
          if (escape >= 0 && hasBackslash(bytes, starts[cell] as number, i)) {
            this.#cellStart = starts[cell] as number;
            this.#cellEnd = i;
            this.#unescape(bytes, false);
            starts[cell] = this.#cellStart;
            ends[cell] = this.#cellEnd;
          }
          cell++;
        }
        if (blankAligned) {
          while (bytes[i] === SPACE || bytes[i] === TAB) i++;
          if (bytes[i] !== LINE_FEED && bytes[i] !== CARRIAGE_RETURN) continue;
          break;
        }
        if (bytes[i] !== delimiter || (delimiterLength > 1 && !this.#isDelimiter(bytes, i))) break;
        i += delimiterLength;
      }

      const recordEnd = i;
      if (i >= to) {
        if (!atEnd) {
          i = recordStart;
          cell = firstCell;
          end = 'incomplete';
          break;
        }
      } else if (bytes[i] === CARRIAGE_RETURN) {
        if (i + 1 === to && !atEnd) {
          i = recordStart;
          cell = firstCell;
          end = 'incomplete';
          break;
        }
        i += i + 1 < to && bytes[i + 1] === LINE_FEED ? 2 : 1;
      } else {
        i++;
      }

      const line = this.line;
      this.line = line + linesInRecord + 1;
      const width = cell - firstCell;
      if (width === columnCount || columnCount === 0) {
        const isEmptyLine = blankAligned ? starts[firstCell] === ends[firstCell] : recordEnd === recordStart;
        if (isEmptyLine) {
          cell = firstCell;
          continue;
        }
      } else {
        cell = firstCell;
        if (!this.#takesOddRecord(chunk, width, firstCell, recordStart, recordEnd, line)) continue;
        cell += columnCount;
      }
      this.#widthSeen = width;
      firstCells[record] = firstCell;
      recordStarts[record] = recordStart;
      recordEnds[record] = recordEnd;
      lines[record] = line;
      record++;
    }
    chunk.recordCount = record;
    chunk.cellCount = cell;
    return { next: i, end };
  }

  /**
   * The quoted cell that opens at `open`: sets the cell's bounds and returns the offset behind it (a delimiter or line
   * end), or INCOMPLETE, CUT_OFF, BAD_LINE.
   */
  #quotedCell(bytes: Uint8Array, open: number): number {
    const to = this.#to;
    const quote = this.#quote;
    const escape = this.#escape;
    let i = open + 1;
    let newLines = 0;
    let isEscaped = false;
    let isStray = false;
    for (;;) {
      let c = bytes[i] as number;
      while (c !== quote && c !== LINE_FEED && c !== CARRIAGE_RETURN && c !== escape)
        c = bytes[++i] as number;
      if (i >= to) {
        this.openQuoteAt = open;
        if (!this.#atEnd) {
          const isSuspicious = to - open > this.#suspiciousBytes && this.#swallows(bytes, open, MANY_RECORDS);
          return isSuspicious ? this.#unclosed(bytes, open) : INCOMPLETE;
        }
        return this.#swallows(bytes, open, 1) ? this.#unclosed(bytes, open) : CUT_OFF;
      }
      if (c === escape) {
        if (i + 1 >= to && !this.#atEnd) {
          this.openQuoteAt = open;
          return INCOMPLETE;
        }
        isEscaped = true;
        const next = bytes[i + 1];
        // A line end behind it still ends a physical line.
        i += next === LINE_FEED || next === CARRIAGE_RETURN || i + 1 >= to ? 1 : 2;
        continue;
      }
      if (c !== quote) {
        if (isStray) {
          // A CR at the end of the bytes may be half of a CRLF.
          if (c === CARRIAGE_RETURN && i + 1 >= to && !this.#atEnd) return INCOMPLETE;
          this.#badLineEnd = i;
          this.#isUnclosed = false;
          return BAD_LINE;
        }
        if (c === LINE_FEED || bytes[i + 1] !== LINE_FEED || i + 1 === to) newLines++;
        i++;
        continue;
      }
      if (i + 1 >= to && !this.#atEnd) {
        this.openQuoteAt = open;
        return INCOMPLETE;
      }
      if (bytes[i + 1] === quote && i + 1 < to) {
        isEscaped = true;
        i += 2;
        continue;
      }
      let after = i + 1;
      while (bytes[after] === SPACE && this.#delimiter !== SPACE) after++;
      if (after >= to && !this.#atEnd) {
        this.openQuoteAt = open;
        return INCOMPLETE;
      }
      const isDelimited = this.#special[bytes[after] as number] === SPECIAL;
      if (isDelimited && !this.#mayBeDelimiter(bytes, after)) {
        this.openQuoteAt = open;
        return INCOMPLETE;
      }
      if (isDelimited && (bytes[after] !== this.#delimiter || this.#isDelimiter(bytes, after))) {
        this.#cellStart = open + 1;
        this.#cellEnd = i;
        this.#linesInCell = newLines;
        if (isEscaped) this.#unescape(bytes, true);
        return after;
      }
      if (newLines > 0) return this.#unclosed(bytes, open);
      isStray = true;
      i++;
    }
  }

  #isDelimiter(bytes: Uint8Array, at: number): boolean {
    const delimiters = this.#delimiters;
    if (at + delimiters.length > this.#to) return false;
    for (let i = 0; i < delimiters.length; i++) if (bytes[at + i] !== delimiters[i]) return false;
    return true;
  }

  /** False if more bytes have to come before it is known whether a delimiter stands here. */
  #mayBeDelimiter(bytes: Uint8Array, at: number): boolean {
    return this.#atEnd || bytes[at] !== this.#delimiter || at + this.#delimiters.length <= this.#to;
  }

  /** Writes the cell with its doubled quotes halved and its escapes taken off into the free room behind the bytes. */
  #unescape(bytes: Uint8Array, isQuoted: boolean): void {
    const start = this.#scratch;
    let out = start;
    for (let i = this.#cellStart; i < this.#cellEnd; i++) {
      const c = bytes[i] as number;
      const next = bytes[i + 1];
      const isLast = i + 1 >= this.#cellEnd;
      if (isQuoted && c === this.#quote && next === c && !isLast) {
        i++;
      } else if (c === this.#escape && !isLast) {
        const isMark =
          next === c ||
          next === this.#quote ||
          next === this.#delimiter ||
          next === LINE_FEED ||
          next === CARRIAGE_RETURN;
        if (isMark) i++;
      }
      bytes[out++] = bytes[i] as number;
    }
    this.#cellStart = start;
    this.#cellEnd = out;
    this.#scratch = out;
  }

  /** A record of another width: a line of blanks is passed over, a short one padded if so agreed, others rejected. */
  #takesOddRecord(
    chunk: RecordChunk,
    width: number,
    firstCell: number,
    recordStart: number,
    recordEnd: number,
    line: number,
  ): boolean {
    const { bytes, starts, ends } = chunk;
    if (width === 1 && isBlank(bytes, recordStart, recordEnd)) return false;
    const columnCount = this.#columnCount;
    if (width < columnCount && this.#pads) {
      for (let cell = firstCell + width; cell < firstCell + columnCount; cell++) {
        starts[cell] = recordEnd;
        ends[cell] = recordEnd;
      }
      return true;
    }
    const isCutOff = width < columnCount && recordEnd === this.#to && this.#atEnd;
    const rule = isCutOff
      ? 'row.cut-off'
      : width < columnCount
        ? 'row.too-few-fields'
        : 'row.too-many-fields';
    const reason = isCutOff
      ? `The file ends after ${String(width)} of ${String(columnCount)} fields`
      : `${String(width)} fields instead of ${String(columnCount)}`;
    this.rejects.push({ line, column: null, rule, reason, raw: bytes.slice(recordStart, recordEnd) });
    return false;
  }

  #reject(bytes: Uint8Array, start: number, end: number, rule: string, reason: string): void {
    this.rejects.push({ line: this.line, column: null, rule, reason, raw: bytes.slice(start, end) });
    this.line += countLineEnds(bytes, start, end) + 1;
  }

  /** Rejects a record up to the end of the line on which its quotes do not pair, and returns where the next begins. */
  #rejectBadLine(bytes: Uint8Array, start: number): number {
    const end = this.#badLineEnd;
    if (this.#isUnclosed)
      this.#reject(bytes, start, end, 'row.unclosed-quote', 'A quote opens on this line and never closes');
    else
      this.#reject(
        bytes,
        start,
        end,
        'row.bad-quote',
        'A quote inside a cell is neither doubled nor closing',
      );
    return bytes[end] === CARRIAGE_RETURN && end + 1 < this.#to && bytes[end + 1] === LINE_FEED
      ? end + 2
      : Math.min(end + 1, this.#to);
  }

  /** Gives up the line on which a quote opens. */
  #unclosed(bytes: Uint8Array, open: number): number {
    let end = open;
    while (end < this.#to && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end++;
    this.#badLineEnd = end;
    this.#isUnclosed = true;
    return BAD_LINE;
  }

  /** Whether so many lines behind an open quote are records by themselves that it must be a mistake. */
  #swallows(bytes: Uint8Array, open: number, atLeast: number): boolean {
    const width = this.#columnCount > 0 ? this.#columnCount : this.#widthSeen;
    return width > 0 && countRecordLikeLines(bytes, open + 1, this.#to, width, this.#delimiters) >= atLeast;
  }
}

function hasBackslash(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === BACKSLASH) return true;
  return false;
}

/** Whether an odd number of backslashes stands right before `at`, not before `from`. */
function isAfterBackslash(bytes: Uint8Array, from: number, at: number): boolean {
  let first = at;
  while (first > from && bytes[first - 1] === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}
