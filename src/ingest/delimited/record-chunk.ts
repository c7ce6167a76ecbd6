/**
 * Some records of a file, cut but not decoded: where each cell begins and ends in one run of UTF-8 bytes. Cell `c` of
 * record `r` is `bytes[starts[k] … ends[k])` with `k = firstCells[r] + c`; records of a table of n columns stand at
 * `firstCells[r] = r · n`. The arrays are used again for the next chunk: take what you need before asking for it.
 */
export type RecordChunk = {
  bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly firstCells: Int32Array;
  /** The bytes of the whole record, without its line end. */
  readonly recordStarts: Int32Array;
  readonly recordEnds: Int32Array;
  /** Physical line (from 1) on which the record begins. */
  readonly lines: Uint32Array;
  recordCount: number;
  cellCount: number;
};

export function makeChunk(cellCapacity: number, recordCapacity: number): RecordChunk {
  return {
    bytes: new Uint8Array(0),
    starts: new Int32Array(cellCapacity),
    ends: new Int32Array(cellCapacity),
    firstCells: new Int32Array(recordCapacity),
    recordStarts: new Int32Array(recordCapacity),
    recordEnds: new Int32Array(recordCapacity),
    lines: new Uint32Array(recordCapacity),
    recordCount: 0,
    cellCount: 0,
  };
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
