import { isRuler, isTotalRow } from '../row-rules';
import type { Dialect, Reject } from '../table';
import { removeRecords, type RecordChunk } from './record-chunk';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const SPACE = 32;
const TAB = 9;

/** How many cells stand before the first and behind the last column of a record with a delimiter at its ends. */
export function edgesOf({ frame }: Pick<Dialect, 'frame'>): {
  readonly before: number;
  readonly behind: number;
} {
  return { before: frame === 'both' ? 1 : 0, behind: frame === 'end' || frame === 'both' ? 1 : 0 };
}

/**
 * Takes out of a chunk what was cut like a record and is none: headers that come again, rulers, totals, as far as the
 * dialect says; takes off the empty cells of a frame and the blanks around cells. What is taken out goes to `rejects`.
 */
export class RecordFilter {
  readonly #dialect: Dialect;
  readonly #width: number;
  readonly #isFramed: boolean;
  /** Cells of each header row, as bytes of their first cell and as text. */
  readonly #headers: readonly { readonly first: Uint8Array; readonly text: string }[];
  #marked = new Uint8Array(0);

  /** @param width cells of a record with its frame */
  constructor(dialect: Dialect, width: number, headers: readonly (readonly string[])[]) {
    this.#dialect = dialect;
    this.#width = width;
    this.#isFramed = edgesOf(dialect).behind > 0;
    const isRepeated = dialect.skipsRepeated === true;
    this.#headers = (isRepeated ? headers : []).map((cells) => ({
      first: new TextEncoder().encode(cells[0] ?? ''),
      text: JSON.stringify(cells),
    }));
  }

  apply(chunk: RecordChunk, rejects: Reject[]): void {
    const { skipsRepeated, skipsTotals, trims } = this.#dialect;
    const isFramed = this.#isFramed;
    if (skipsRepeated === true || skipsTotals === true || isFramed) this.#leaveOut(chunk, rejects);
    if (isFramed) this.#unframe(chunk);
    if (trims === true) trimCells(chunk);
  }

  #leaveOut(chunk: RecordChunk, rejects: Reject[]): void {
    if (this.#marked.length < chunk.recordCount) this.#marked = new Uint8Array(chunk.recordCount);
    const marked = this.#marked;
    let count = 0;
    for (let record = 0; record < chunk.recordCount; record++) {
      const found = this.#ruleOf(chunk, record);
      marked[record] = found === null ? 0 : 1;
      if (found === null) continue;
      count++;
      const [rule, reason] = found;
      const raw = chunk.bytes.slice(chunk.recordStarts[record], chunk.recordEnds[record]);
      rejects.push({ line: chunk.lines[record] as number, column: null, rule, reason, raw });
    }
    if (count > 0) removeRecords(chunk, marked, this.#width);
  }

  #ruleOf(chunk: RecordChunk, record: number): readonly [rule: string, reason: string] | null {
    const { skipsRepeated, skipsTotals } = this.#dialect;
    if (skipsRepeated === true) {
      if (this.#headers.some((header) => this.#isHeader(chunk, record, header)))
        return ['row.repeated-header', 'The header again'];
      if (this.#mayBeRuler(chunk, record) && isRuler(textOf(chunk, record)))
        return ['row.ruler', 'A line drawn with signs'];
    }
    if (skipsTotals === true && isTotalRow(this.#cells(chunk, record)))
      return ['row.total', 'Adds up other rows'];
    if (this.#isFramed && !this.#endsEmpty(chunk, record))
      return ['row.too-many-fields', 'A cell behind the last column'];
    return null;
  }

  #isHeader(
    chunk: RecordChunk,
    record: number,
    { first, text }: { readonly first: Uint8Array; readonly text: string },
  ): boolean {
    const { bytes, starts, ends } = chunk;
    const cell = record * this.#width;
    const start = starts[cell] as number;
    if ((ends[cell] as number) - start !== first.length) return false;
    for (let i = 0; i < first.length; i++) if (bytes[start + i] !== first[i]) return false;
    return JSON.stringify(this.#cells(chunk, record)) === text;
  }

  /** Cheap: most records begin with something else. */
  #mayBeRuler({ bytes, recordStarts }: RecordChunk, record: number): boolean {
    const c = bytes[recordStarts[record] as number];
    return c === 45 || c === 61 || c === 95 || c === 42 || c === 43 || c === 124 || c === SPACE;
  }

  #endsEmpty({ starts, ends }: RecordChunk, record: number): boolean {
    const last = (record + 1) * this.#width - 1;
    return starts[last] === ends[last];
  }

  #cells({ bytes, starts, ends }: RecordChunk, record: number): string[] {
    const cells: string[] = [];
    for (let cell = record * this.#width; cell < (record + 1) * this.#width; cell++) {
      cells.push(decoder.decode(bytes.subarray(starts[cell], ends[cell])));
    }
    return cells;
  }

  /** Moves the cells of the columns together. */
  #unframe(chunk: RecordChunk): void {
    const { before, behind } = edgesOf(this.#dialect);
    const width = this.#width;
    const kept = width - before - behind;
    const { starts, ends, firstCells, recordCount } = chunk;
    for (let record = 0; record < recordCount; record++) {
      const from = record * width + before;
      starts.copyWithin(record * kept, from, from + kept);
      ends.copyWithin(record * kept, from, from + kept);
      firstCells[record] = record * kept;
    }
    chunk.cellCount = recordCount * kept;
  }
}

const textOf = ({ bytes, recordStarts, recordEnds }: RecordChunk, record: number): string =>
  decoder.decode(bytes.subarray(recordStarts[record], recordEnds[record]));

function trimCells({ bytes, starts, ends, cellCount }: RecordChunk): void {
  for (let cell = 0; cell < cellCount; cell++) {
    let start = starts[cell] as number;
    let end = ends[cell] as number;
    while (start < end && (bytes[start] === SPACE || bytes[start] === TAB)) start++;
    while (end > start && (bytes[end - 1] === SPACE || bytes[end - 1] === TAB)) end--;
    starts[cell] = start;
    ends[cell] = end;
  }
}
