import type { Kernel } from '../kernel/kernel';

/**
 * Some records of a file, cut but not decoded: where each cell begins and ends in one run of UTF-8 bytes. Cell `c` of
 * record `r` is `bytes[starts[k] … ends[k])` with `k = firstCells[r] + c`; records of a table of n columns stand at
 * `firstCells[r] = r · n`. The arrays are used again for the next chunk: take what you need before asking for it. Those of
 * a kernel are replaced whenever its memory grows.
 */
export type RecordChunk = {
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  firstCells: Int32Array;
  /** The bytes of the whole record, without its line end. */
  recordStarts: Int32Array;
  recordEnds: Int32Array;
  /** Physical line (from 1) on which the record begins. */
  lines: Uint32Array;
  recordCount: number;
  cellCount: number;
};

/** Room for so many cells and records; in the kernel's memory if one is given. */
export function makeChunk(
  cellCapacity: number,
  recordCapacity: number,
  kernel: Kernel | null = null,
): RecordChunk {
  const arrays = (buffer: ArrayBuffer, at: number) => {
    const cells = 4 * cellCapacity;
    const records = 4 * recordCapacity;
    const behind = at + 2 * cells;
    return {
      starts: new Int32Array(buffer, at, cellCapacity),
      ends: new Int32Array(buffer, at + cells, cellCapacity),
      firstCells: new Int32Array(buffer, behind, recordCapacity),
      recordStarts: new Int32Array(buffer, behind + records, recordCapacity),
      recordEnds: new Int32Array(buffer, behind + 2 * records, recordCapacity),
      lines: new Uint32Array(buffer, behind + 3 * records, recordCapacity),
    };
  };
  const size = 8 * cellCapacity + 16 * recordCapacity;
  const chunk = {
    bytes: new Uint8Array(0),
    ...arrays(new ArrayBuffer(size), 0),
    recordCount: 0,
    cellCount: 0,
  };
  kernel?.place(size, (buffer, at) => Object.assign(chunk, arrays(buffer, at)));
  return chunk;
}

/** Leaves out the records marked 1, in place. All records must have `columnCount` cells. */
export function removeRecords(chunk: RecordChunk, marked: Uint8Array, columnCount: number): void {
  let kept = 0;
  for (let record = 0; record < chunk.recordCount; record++) {
    if (marked[record] === 1) continue;
    if (kept !== record) {
      const from = record * columnCount;
      chunk.starts.copyWithin(kept * columnCount, from, from + columnCount);
      chunk.ends.copyWithin(kept * columnCount, from, from + columnCount);
      chunk.recordStarts[kept] = chunk.recordStarts[record] as number;
      chunk.recordEnds[kept] = chunk.recordEnds[record] as number;
      chunk.lines[kept] = chunk.lines[record] as number;
    }
    kept++;
  }
  chunk.recordCount = kept;
  chunk.cellCount = kept * columnCount;
}
