import type { Dictionary } from './dictionary';

const encoder = new TextEncoder();

/** Where the value of a cell begins and ends; a cell of no bytes has no value. */
export type Cells = {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Index of the first cell, and the distance to the next one of the same column. */
  readonly first: number;
  readonly stride: number;
  readonly count: number;
};

/** Ints of a slot: code (−1 = free), hash, where the value begins in the dictionary's bytes, its length. */
const SLOT = 4;
const SLOT_SHIFT = 2;
const BATCH = 256;
/** From this many values on the table is larger than the first caches. */
const LARGE = 4096;

/**
 * Gives each distinct byte string a code, in order of first appearance. Works on the bytes themselves, four at a time: no
 * string is made per cell. As long as the values only rise (by length, then by bytes, like the running numbers of a
 * bank's vouchers), comparing with the last one says whether a value is new and nothing is hashed; from the first fall
 * on, open addressing.
 */
export class DictionaryBuilder {
  #bytes: Uint8Array = new Uint8Array(1024);
  #view: DataView = new DataView(this.#bytes.buffer);
  #offsets: Uint32Array = new Uint32Array(257);
  /** Empty while the values rise. */
  #slots = new Int32Array(0);
  #size = 0;
  readonly #hashes = new Int32Array(BATCH);
  readonly #places = new Int32Array(BATCH);
  /** Keeps the compiler from dropping {@link #touch}. */
  // eslint-disable-next-line no-unused-private-class-members -- written to be seen by the compiler only
  #touched = 0;

  /** A builder that has the values of a dictionary, under their codes. */
  static of({ bytes, offsets, size }: Dictionary): DictionaryBuilder {
    const builder = new DictionaryBuilder();
    builder.#bytes = bytes;
    builder.#view = viewOf(bytes);
    builder.#offsets = offsets;
    builder.#size = size;
    builder.#hashAll();
    return builder;
  }

  get size(): number {
    return this.#size;
  }

  /** The code of `source[start … end)`, a new one if these bytes have not come yet. */
  add(source: Uint8Array, start: number, end: number): number {
    return this.#add(source, viewOf(source), start, end);
  }

  /** For each code of a dictionary the code of the same value here, -1 where it has not come. */
  codesOf({ bytes, offsets, size }: Dictionary): Int32Array {
    const codes = new Int32Array(size);
    const view = viewOf(bytes);
    if (this.#slots.length === 0) this.#hashAll();
    for (let code = 0; code < size; code++) {
      const [start, end] = [offsets[code] as number, offsets[code + 1] as number];
      const at = this.#slotOf(bytes, view, start, end, hashOf(bytes, view, start, end));
      codes[code] = this.#slots[at] as number;
    }
    return codes;
  }

  /** Codes of a whole column of cells into `codes[to …]`; places of cells without bytes are left as they are. */
  addCells(cells: Cells, codes: Uint32Array, to: number): void {
    const { bytes, starts, ends, first, stride, count } = cells;
    const view = viewOf(bytes);
    let row = to;
    const last = to + count;
    let cell = first;
    for (; row < last && this.#slots.length === 0; row++, cell += stride) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start < end) codes[row] = this.#add(bytes, view, start, end);
    }
    for (; row < last && this.#size <= LARGE; row++, cell += stride) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start < end) codes[row] = this.#find(bytes, view, start, end, hashOf(bytes, view, start, end));
    }
    for (; row < last; row += BATCH, cell += BATCH * stride) {
      const end = Math.min(row + BATCH, last);
      this.#findBatch(bytes, view, starts, ends, cell, stride, codes, row, end);
    }
  }

  /**
   * Looks up to `BATCH` cells up. A large dictionary is a chain of cache misses: slot, then bytes. Hashing all cells
   * first and then touching all slots and all bytes in loops of their own lets the misses overlap.
   */
  #findBatch(
    bytes: Uint8Array,
    view: DataView,
    starts: Int32Array,
    ends: Int32Array,
    firstCell: number,
    stride: number,
    codes: Uint32Array,
    from: number,
    to: number,
  ): void {
    const hashes = this.#hashes;
    const count = to - from;
    for (let k = 0, cell = firstCell; k < count; k++, cell += stride) {
      hashes[k] = hashOf(bytes, view, starts[cell] as number, ends[cell] as number);
    }
    this.#touch(count);
    for (let k = 0, cell = firstCell; k < count; k++, cell += stride) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start < end) codes[from + k] = this.#find(bytes, view, start, end, hashes[k] as number);
    }
  }

  #touch(count: number): void {
    const hashes = this.#hashes;
    const places = this.#places;
    const slots = this.#slots;
    const own = this.#bytes;
    const mask = slots.length - SLOT;
    for (let k = 0; k < count; k++)
      places[k] = slots[(((hashes[k] as number) << SLOT_SHIFT) & mask) + 2] as number;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += own[Math.max(places[k] as number, 0)] as number;
    this.#touched = sum;
  }

  addText(text: string): number {
    const bytes = encoder.encode(text);
    return this.add(bytes, 0, bytes.length);
  }

  /** The dictionary so far. The builder must not be used afterwards. */
  finish(): Dictionary {
    const end = this.#offsets[this.#size] as number;
    return {
      bytes: this.#bytes.slice(0, end),
      offsets: this.#offsets.slice(0, this.#size + 1),
      size: this.#size,
    };
  }

  #add(source: Uint8Array, view: DataView, start: number, end: number): number {
    if (this.#slots.length === 0) {
      const order = this.#size === 0 ? 1 : this.#compareWithLast(source, view, start, end);
      if (order > 0) return this.#append(source, view, start, end);
      if (order === 0) return this.#size - 1;
      this.#hashAll();
    }
    return this.#find(source, view, start, end, hashOf(source, view, start, end));
  }

  /** The slot of these bytes, a free one (code -1) if they have not come yet. */
  #slotOf(source: Uint8Array, view: DataView, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    const length = end - start;
    let at = (hash << SLOT_SHIFT) & mask;
    while ((slots[at] as number) >= 0) {
      if (
        slots[at + 1] === hash &&
        slots[at + 3] === length &&
        this.#isAt(slots[at + 2] as number, source, view, start, length)
      ) {
        break;
      }
      at = (at + SLOT) & mask;
    }
    return at;
  }

  #find(source: Uint8Array, view: DataView, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const at = this.#slotOf(source, view, start, end, hash);
    const known = slots[at] as number;
    if (known >= 0) return known;
    const from = this.#offsets[this.#size] as number;
    const code = this.#append(source, view, start, end);
    slots[at] = code;
    slots[at + 1] = hash;
    slots[at + 2] = from;
    slots[at + 3] = end - start;
    if (this.#size * 2 * SLOT > slots.length) this.#growSlots();
    return code;
  }

  /** Whether the dictionary's bytes from `from` are those of the cell. */
  #isAt(from: number, source: Uint8Array, view: DataView, start: number, length: number): boolean {
    if (length >= 4) {
      const own = this.#view;
      const last = length - 4;
      for (let i = 0; i < last; i += 4) {
        if (own.getInt32(from + i, true) !== view.getInt32(start + i, true)) return false;
      }
      return own.getInt32(from + last, true) === view.getInt32(start + last, true);
    }
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== source[start + i]) return false;
    return true;
  }

  /** Positive if the bytes are longer than the last value, or as long and greater; 0 if they are the same. */
  #compareWithLast(source: Uint8Array, view: DataView, start: number, end: number): number {
    const from = this.#offsets[this.#size - 1] as number;
    const length = end - start;
    const longer = length - ((this.#offsets[this.#size] as number) - from);
    if (longer !== 0) return longer;
    const own = this.#view;
    let i = 0;
    // Big-endian words compare as their bytes do.
    for (; i <= length - 4; i += 4) {
      const difference = view.getUint32(start + i, false) - own.getUint32(from + i, false);
      if (difference !== 0) return difference;
    }
    for (; i < length; i++) {
      const difference = (source[start + i] as number) - own.getUint8(from + i);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #append(source: Uint8Array, view: DataView, start: number, end: number): number {
    const code = this.#size++;
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(to, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    const bytes = this.#bytes;
    const own = this.#view;
    let i = start;
    let o = from;
    for (; i <= end - 4; i += 4, o += 4) own.setInt32(o, view.getInt32(i, true), true);
    for (; i < end; i++, o++) bytes[o] = source[i] as number;
    if (code + 2 > this.#offsets.length) {
      const offsets = new Uint32Array(Math.max(256, (this.#offsets.length - 1) * 2) + 1);
      offsets.set(this.#offsets);
      this.#offsets = offsets;
    }
    this.#offsets[code + 1] = to;
    return code;
  }

  /** The values stop rising: every value so far gets its place in the table. */
  #hashAll(): void {
    let capacity = 256;
    while (capacity < this.#size * 3) capacity *= 2;
    const slots = new Int32Array(capacity * SLOT).fill(-1);
    for (let code = 0; code < this.#size; code++) {
      const from = this.#offsets[code] as number;
      const to = this.#offsets[code + 1] as number;
      place(slots, code, hashOf(this.#bytes, this.#view, from, to), from, to - from);
    }
    this.#slots = slots;
  }

  #growSlots(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2).fill(-1);
    for (let at = 0; at < old.length; at += SLOT) {
      const code = old[at] as number;
      if (code >= 0) place(slots, code, old[at + 1] as number, old[at + 2] as number, old[at + 3] as number);
    }
    this.#slots = slots;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function place(slots: Int32Array, code: number, hash: number, from: number, length: number): void {
  const mask = slots.length - SLOT;
  let at = (hash << SLOT_SHIFT) & mask;
  while ((slots[at] as number) >= 0) at = (at + SLOT) & mask;
  slots[at] = code;
  slots[at + 1] = hash;
  slots[at + 2] = from;
  slots[at + 3] = length;
}

/**
 * Four bytes a step, the last four read again where the length is no multiple of four; the last mixing is that of
 * MurmurHash3 (fmix32), so that the low bits depend on every byte.
 */
function hashOf(source: Uint8Array, view: DataView, start: number, end: number): number {
  let hash = end - start;
  if (hash >= 4) {
    const last = end - 4;
    for (let i = start; i < last; i += 4) {
      hash = Math.imul(hash ^ view.getInt32(i, true), 0x9e3779b1);
      hash = (hash << 15) | (hash >>> 17);
    }
    hash = Math.imul(hash ^ view.getInt32(last, true), 0x9e3779b1);
  } else {
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
