/**
 * The kernel of reading: cuts bytes into cells sixteen at a time, and gives texts their codes, in WebAssembly. It does
 * what `RecordScanner` and `DictionaryBuilder` do, for clean records only, with the same results: where a record is not
 * clean it stops before it, and the TypeScript goes on. Written in AssemblyScript; `npm run kernel` compiles it.
 */

const LINE_FEED: u32 = 10;
const CARRIAGE_RETURN: u32 = 13;

export function allocate(size: i32): usize {
  return heap.alloc(size);
}

export function release(at: usize): void {
  heap.free(at);
}

// --- Cutting ---------------------------------------------------------------------------------------------------------

/** Where `scan` stopped: the next byte, cell, record. */
let nextByte: i32 = 0;
let nextCell: i32 = 0;
let nextRecord: i32 = 0;

export function scannedTo(): i32 {
  return nextByte;
}
export function scannedCells(): i32 {
  return nextCell;
}
export function scannedRecords(): i32 {
  return nextRecord;
}

/**
 * Cuts clean records of `bytes[from … to)`: the right number of cells, ended by LF or CRLF before `to`, each cell plain or
 * quoted without a quote or line end inside. Stops before the first other record, or when `cellRoom` or `recordRoom` is
 * used up. Reads up to 16 bytes behind `to`. `quote` is −1 where quotes are plain text.
 */
export function scan(
  bytes: usize,
  from: i32,
  to: i32,
  delimiter: i32,
  quote: i32,
  columnCount: i32,
  starts: usize,
  ends: usize,
  cell: i32,
  cellRoom: i32,
  recordStarts: usize,
  recordEnds: usize,
  lines: usize,
  firstCells: usize,
  record: i32,
  recordRoom: i32,
  line: i32,
): void {
  const delimiters = i8x16.splat(<i8>delimiter);
  const quotes = i8x16.splat(<i8>(quote < 0 ? delimiter : quote));
  const feeds = i8x16.splat(<i8>LINE_FEED);
  const returns = i8x16.splat(<i8>CARRIAGE_RETURN);
  let recordStart = from;
  let cellStart = from;
  let firstCell = cell;
  let block = from;
  nextByte = from;
  nextCell = cell;
  nextRecord = record;
  if (cell + columnCount > cellRoom || record >= recordRoom) return;
  while (block < to) {
    const word = v128.load(bytes + block);
    let hits: u32 = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(word, delimiters), i8x16.eq(word, quotes)),
        v128.or(i8x16.eq(word, feeds), i8x16.eq(word, returns)),
      ),
    );
    let after = block + 16;
    while (hits !== 0) {
      let at = block + <i32>ctz(hits);
      hits &= hits - 1;
      if (at >= to) return;
      const byte: u32 = load<u8>(bytes + at);
      let from = cellStart;
      let end = at;
      if (<i32>byte === quote) {
        // A quote inside a cell that does not begin with one is text.
        if (at !== cellStart) continue;
        let close = at + 1;
        for (;;) {
          const inside: u32 = load<u8>(bytes + close);
          if (<i32>inside === quote) break;
          if (close >= to || inside === LINE_FEED || inside === CARRIAGE_RETURN) return;
          close++;
        }
        from = at + 1;
        end = close;
        at = close + 1;
        if (at >= to) return;
        const behind: u32 = load<u8>(bytes + at);
        if (<i32>behind !== delimiter && behind !== LINE_FEED && behind !== CARRIAGE_RETURN) return;
        // The hits behind the cell are looked for anew.
        after = at + 1;
        hits = 0;
      }
      if (cell - firstCell === columnCount) return;
      store<i32>(starts + (<usize>cell << 2), from);
      store<i32>(ends + (<usize>cell << 2), end);
      cell++;
      cellStart = at + 1;
      const last: u32 = load<u8>(bytes + at);
      if (<i32>last === delimiter) continue;
      if (cell - firstCell !== columnCount || at === recordStart) return;
      const recordEnd = at;
      if (last === CARRIAGE_RETURN) {
        if (at + 1 >= to || load<u8>(bytes + at + 1) !== LINE_FEED) return;
        at++;
        // The LF is the next hit of these sixteen bytes, or the first byte of the next.
        if (hits !== 0) hits &= hits - 1;
        else if (after <= at) after = at + 1;
      }
      const place = <usize>record << 2;
      store<i32>(firstCells + place, firstCell);
      store<i32>(recordStarts + place, recordStart);
      store<i32>(recordEnds + place, recordEnd);
      store<i32>(lines + place, line++);
      record++;
      firstCell = cell;
      recordStart = at + 1;
      cellStart = recordStart;
      nextByte = recordStart;
      nextCell = cell;
      nextRecord = record;
      if (cell + columnCount > cellRoom || record >= recordRoom) return;
    }
    block = after;
  }
}

/**
 * Marks the cells of a column that are empty or begin or end with a byte of which `table` says 1.
 * @returns how many; their records stand at `marked`
 */
export function findOdd(
  bytes: usize,
  starts: usize,
  ends: usize,
  first: i32,
  stride: i32,
  count: i32,
  table: usize,
  marked: usize,
): i32 {
  let found = 0;
  let place = <usize>first << 2;
  const step = <usize>stride << 2;
  for (let record = 0; record < count; record++, place += step) {
    const start = load<i32>(starts + place);
    const end = load<i32>(ends + place);
    if (
      start === end ||
      (load<u8>(table + load<u8>(bytes + start)) | load<u8>(table + load<u8>(bytes + end - 1))) !== 0
    ) {
      store<i32>(marked + (<usize>found << 2), record);
      found++;
    }
  }
  return found;
}

// --- Dictionaries ----------------------------------------------------------------------------------------------------

/** Bytes of a slot: code (−1 = free), hash, where the value begins in the dictionary's bytes, its length. */
const SLOT: usize = 16;
const BATCH: i32 = 256;
/** From this many values on the table is larger than the first caches. */
const LARGE: i32 = 4096;

@unmanaged
class Dictionary {
  size: i32;
  bytes: usize;
  byteRoom: i32;
  offsets: usize;
  /** Values that `offsets` has room for. */
  valueRoom: i32;
  /** 0 while the values only rise. */
  slots: usize;
  /** Number of slots, a power of two. */
  slotCount: i32;
}

const hashes = memory.data(1024);
/** Keeps the compiler from dropping the touches of `addBatch`. */
export let touched: i32 = 0;

export function makeDictionary(): Dictionary {
  const made = changetype<Dictionary>(heap.alloc(offsetof<Dictionary>()));
  made.size = 0;
  made.byteRoom = 1024;
  made.bytes = heap.alloc(1024);
  made.valueRoom = 256;
  made.offsets = heap.alloc(257 * 4);
  store<i32>(made.offsets, 0);
  made.slots = 0;
  made.slotCount = 0;
  return made;
}

export function sizeOf(dictionary: Dictionary): i32 {
  return dictionary.size;
}
export function bytesOf(dictionary: Dictionary): usize {
  return dictionary.bytes;
}
export function offsetsOf(dictionary: Dictionary): usize {
  return dictionary.offsets;
}

/** Codes of a column of cells into `codes[0 … count)`; cells without bytes get 0. */
export function addCells(
  dictionary: Dictionary,
  bytes: usize,
  starts: usize,
  ends: usize,
  first: i32,
  stride: i32,
  count: i32,
  codes: usize,
): void {
  const step = <usize>stride << 2;
  let place = <usize>first << 2;
  let row = 0;
  for (; row < count && dictionary.slots === 0; row++, place += step) {
    const start = load<i32>(starts + place);
    const length = load<i32>(ends + place) - start;
    store<i32>(codes + (<usize>row << 2), length > 0 ? add(dictionary, bytes + start, length) : 0);
  }
  for (; row < count && dictionary.size <= LARGE; row++, place += step) {
    const start = load<i32>(starts + place);
    const length = load<i32>(ends + place) - start;
    const from = bytes + start;
    store<i32>(
      codes + (<usize>row << 2),
      length > 0 ? find(dictionary, from, length, hashOf(from, length)) : 0,
    );
  }
  for (; row < count; row += BATCH, place += step * BATCH) {
    const size = min(BATCH, count - row);
    addBatch(dictionary, bytes, starts, ends, place, step, size, codes + (<usize>row << 2));
  }
}

/** As {@link addCells}; slots and values are touched before they are compared, so that their cache misses overlap. */
function addBatch(
  dictionary: Dictionary,
  bytes: usize,
  starts: usize,
  ends: usize,
  first: usize,
  step: usize,
  count: i32,
  codes: usize,
): void {
  let place = first;
  let sum: i32 = 0;
  const slots = dictionary.slots;
  const mask = <u32>(dictionary.slotCount - 1);
  for (let k = 0; k < count; k++, place += step) {
    const start = load<i32>(starts + place);
    const hash = hashOf(bytes + start, load<i32>(ends + place) - start);
    store<i32>(hashes + (<usize>k << 2), hash);
    sum += load<i32>(slots + (<usize>(<u32>hash & mask) << 4), 8);
  }
  const own = dictionary.bytes;
  for (let k = 0; k < count; k++) {
    const hash = load<u32>(hashes + (<usize>k << 2));
    sum += load<u8>(own + <usize>max(load<i32>(slots + (<usize>(hash & mask) << 4), 8), 0));
  }
  touched = sum;
  place = first;
  for (let k = 0; k < count; k++, place += step) {
    const start = load<i32>(starts + place);
    const length = load<i32>(ends + place) - start;
    store<i32>(
      codes + (<usize>k << 2),
      length > 0 ? find(dictionary, bytes + start, length, load<i32>(hashes + (<usize>k << 2))) : 0,
    );
  }
}

function add(dictionary: Dictionary, from: usize, length: i32): i32 {
  if (dictionary.slots === 0) {
    const order = dictionary.size === 0 ? 1 : compareWithLast(dictionary, from, length);
    if (order > 0) return append(dictionary, from, length);
    if (order === 0) return dictionary.size - 1;
    hashAll(dictionary);
  }
  return find(dictionary, from, length, hashOf(from, length));
}

/** Positive if the bytes are longer than the last value, or as long and greater; 0 if they are the same. */
function compareWithLast(dictionary: Dictionary, from: usize, length: i32): i32 {
  const place = dictionary.offsets + (<usize>(dictionary.size - 1) << 2);
  const start = load<i32>(place);
  const longer = length - (load<i32>(place, 4) - start);
  if (longer !== 0) return longer;
  const own = dictionary.bytes + start;
  let i: i32 = 0;
  for (; i <= length - 8; i += 8) {
    const left = load<u64>(from + i);
    const right = load<u64>(own + i);
    if (left !== right) return bswap<u64>(left) > bswap<u64>(right) ? 1 : -1;
  }
  for (; i < length; i++) {
    const difference = <i32>load<u8>(from + i) - <i32>load<u8>(own + i);
    if (difference !== 0) return difference;
  }
  return 0;
}

function find(dictionary: Dictionary, from: usize, length: i32, hash: i32): i32 {
  const slots = dictionary.slots;
  const mask = <u32>(dictionary.slotCount - 1);
  const own = dictionary.bytes;
  let at = <u32>hash & mask;
  for (;;) {
    const slot = slots + (<usize>at << 4);
    const code = load<i32>(slot);
    if (code < 0) break;
    if (
      load<i32>(slot, 4) === hash &&
      load<i32>(slot, 12) === length &&
      areSame(own + load<i32>(slot, 8), from, length)
    ) {
      return code;
    }
    at = (at + 1) & mask;
  }
  const start = load<i32>(dictionary.offsets + (<usize>dictionary.size << 2));
  const code = append(dictionary, from, length);
  const slot = slots + (<usize>at << 4);
  store<i32>(slot, code);
  store<i32>(slot, hash, 4);
  store<i32>(slot, start, 8);
  store<i32>(slot, length, 12);
  if (dictionary.size * 2 > dictionary.slotCount) growSlots(dictionary);
  return code;
}

@inline
function areSame(left: usize, right: usize, length: i32): bool {
  if (length >= 8) {
    const last = length - 8;
    for (let i: i32 = 0; i < last; i += 8) if (load<u64>(left + i) !== load<u64>(right + i)) return false;
    return load<u64>(left + last) === load<u64>(right + last);
  }
  if (length >= 4) {
    const last = length - 4;
    return load<u32>(left) === load<u32>(right) && load<u32>(left + last) === load<u32>(right + last);
  }
  for (let i: i32 = 0; i < length; i++) if (load<u8>(left + i) !== load<u8>(right + i)) return false;
  return true;
}

function append(dictionary: Dictionary, from: usize, length: i32): i32 {
  const code = dictionary.size++;
  const start = load<i32>(dictionary.offsets + (<usize>code << 2));
  const end = start + length;
  if (end > dictionary.byteRoom) {
    dictionary.byteRoom = max(end, dictionary.byteRoom * 2);
    dictionary.bytes = enlarged(dictionary.bytes, start, dictionary.byteRoom);
  }
  memory.copy(dictionary.bytes + start, from, length);
  if (code + 1 > dictionary.valueRoom) {
    dictionary.valueRoom *= 2;
    dictionary.offsets = enlarged(dictionary.offsets, (code + 1) * 4, (dictionary.valueRoom + 1) * 4);
  }
  store<i32>(dictionary.offsets + (<usize>code << 2), end, 4);
  return code;
}

function enlarged(old: usize, used: i32, size: i32): usize {
  const made = heap.alloc(size);
  memory.copy(made, old, used);
  heap.free(old);
  return made;
}

/** The values stop rising: every value so far gets its place in the table. */
function hashAll(dictionary: Dictionary): void {
  let count = 256;
  while (count < dictionary.size * 3) count *= 2;
  const slots = freeSlots(count);
  for (let code = 0; code < dictionary.size; code++) {
    const place = dictionary.offsets + (<usize>code << 2);
    const start = load<i32>(place);
    const length = load<i32>(place, 4) - start;
    put(slots, count, code, hashOf(dictionary.bytes + start, length), start, length);
  }
  dictionary.slots = slots;
  dictionary.slotCount = count;
}

function growSlots(dictionary: Dictionary): void {
  const old = dictionary.slots;
  const oldEnd = old + (<usize>dictionary.slotCount << 4);
  const count = dictionary.slotCount * 2;
  const slots = freeSlots(count);
  for (let slot = old; slot < oldEnd; slot += SLOT) {
    const code = load<i32>(slot);
    if (code >= 0) put(slots, count, code, load<i32>(slot, 4), load<i32>(slot, 8), load<i32>(slot, 12));
  }
  heap.free(old);
  dictionary.slots = slots;
  dictionary.slotCount = count;
}

function freeSlots(count: i32): usize {
  const slots = heap.alloc(<usize>count << 4);
  memory.fill(slots, 255, <usize>count << 4);
  return slots;
}

function put(slots: usize, count: i32, code: i32, hash: i32, start: i32, length: i32): void {
  const mask = <u32>(count - 1);
  let at = <u32>hash & mask;
  while (load<i32>(slots + (<usize>at << 4)) >= 0) at = (at + 1) & mask;
  const slot = slots + (<usize>at << 4);
  store<i32>(slot, code);
  store<i32>(slot, hash, 4);
  store<i32>(slot, start, 8);
  store<i32>(slot, length, 12);
}

/** Eight bytes a step, the last eight read again; the last mixing is that of MurmurHash3 (fmix64). */
@inline
function hashOf(from: usize, length: i32): i32 {
  let hash: u64 = <u64>length;
  if (length >= 8) {
    const last = length - 8;
    for (let i: i32 = 0; i < last; i += 8) {
      hash = (hash ^ load<u64>(from + i)) * 0x9e3779b97f4a7c15;
      hash = rotl<u64>(hash, 29);
    }
    hash = (hash ^ load<u64>(from + last)) * 0x9e3779b97f4a7c15;
  } else if (length >= 4) {
    hash = (hash ^ (<u64>load<u32>(from) | (<u64>load<u32>(from + length - 4) << 32))) * 0x9e3779b97f4a7c15;
  } else {
    for (let i: i32 = 0; i < length; i++) hash = (hash ^ load<u8>(from + i)) * 0x100000001b3;
  }
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  return <i32>(hash ^ (hash >> 33));
}
