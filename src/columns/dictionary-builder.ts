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

/**
 * Gives each distinct byte string a code, in order of first appearance. Works on the bytes themselves: no string is made
 * per cell. As long as the values only rise (by length, then by bytes, like the running numbers of a bank's vouchers),
 * comparing with the last one says whether a value is new and nothing is hashed; from the first fall on, open addressing.
 */
export class DictionaryBuilder {
  #bytes = new Uint8Array(1024);
  #offsets = new Uint32Array(257);
  /** Pairs (code, hash); code −1 = free. Empty while the values rise. */
  #slots = new Int32Array(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The code of `source[start … end)`, a new one if these bytes have not come yet. */
  add(source: Uint8Array, start: number, end: number): number {
    if (this.#slots.length === 0) {
      const order = this.#size === 0 ? 1 : this.#compareWithLast(source, start, end);
      if (order > 0) return this.#append(source, start, end);
      if (order === 0) return this.#size - 1;
      this.#hashAll();
    }
    const hash = hashOf(source, start, end);
    const slots = this.#slots;
    const mask = (slots.length >> 1) - 1;
    const bytes = this.#bytes;
    const offsets = this.#offsets;
    let slot = hash & mask;
    search: for (;;) {
      const code = slots[slot << 1] as number;
      if (code < 0) break;
      if (slots[(slot << 1) | 1] === hash) {
        const from = offsets[code] as number;
        if ((offsets[code + 1] as number) - from === end - start) {
          let i = start;
          let o = from;
          for (; i < end; i++, o++) {
            if (source[i] !== bytes[o]) {
              slot = (slot + 1) & mask;
              continue search;
            }
          }
          return code;
        }
      }
      slot = (slot + 1) & mask;
    }
    const code = this.#append(source, start, end);
    slots[slot << 1] = code;
    slots[(slot << 1) | 1] = hash;
    if (this.#size * 4 > slots.length) this.#growSlots();
    return code;
  }

  /** Codes of a whole column of cells into `codes[to …]`; places of cells without bytes are left as they are. */
  addCells(cells: Cells, codes: Uint32Array, to: number): void {
    const { bytes, starts, ends, first, stride, count } = cells;
    for (let row = to, cell = first, last = to + count; row < last; row++, cell += stride) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start < end) codes[row] = this.add(bytes, start, end);
    }
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

  /** Positive if the bytes are longer than the last value, or as long and greater; 0 if they are the same. */
  #compareWithLast(source: Uint8Array, start: number, end: number): number {
    const from = this.#offsets[this.#size - 1] as number;
    const longer = end - start - ((this.#offsets[this.#size] as number) - from);
    if (longer !== 0) return longer;
    const bytes = this.#bytes;
    for (let i = start, o = from; i < end; i++, o++) {
      const difference = (source[i] as number) - (bytes[o] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #append(source: Uint8Array, start: number, end: number): number {
    const code = this.#size++;
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(to, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    const bytes = this.#bytes;
    for (let i = start, o = from; i < end; i++, o++) bytes[o] = source[i] as number;
    if (code + 2 > this.#offsets.length) {
      const offsets = new Uint32Array((this.#offsets.length - 1) * 2 + 1);
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
    const slots = emptySlots(capacity);
    for (let code = 0; code < this.#size; code++) {
      const hash = hashOf(this.#bytes, this.#offsets[code] as number, this.#offsets[code + 1] as number);
      place(slots, code, hash);
    }
    this.#slots = slots;
  }

  #growSlots(): void {
    const old = this.#slots;
    const slots = emptySlots(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if ((old[at] as number) >= 0) place(slots, old[at] as number, old[at + 1] as number);
    }
    this.#slots = slots;
  }
}

function emptySlots(capacity: number): Int32Array<ArrayBuffer> {
  return new Int32Array(capacity * 2).fill(-1);
}

function place(slots: Int32Array, code: number, hash: number): void {
  const mask = (slots.length >> 1) - 1;
  let slot = hash & mask;
  while ((slots[slot << 1] as number) >= 0) slot = (slot + 1) & mask;
  slots[slot << 1] = code;
  slots[(slot << 1) | 1] = hash;
}

/** Four bytes a step; the last mixing is that of MurmurHash3 (fmix32), so that the low bits depend on every byte. */
function hashOf(source: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let i = start;
  for (const last = end - 3; i < last; i += 4) {
    const word =
      (source[i] as number) |
      ((source[i + 1] as number) << 8) |
      ((source[i + 2] as number) << 16) |
      ((source[i + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash = (hash << 15) | (hash >>> 17);
  }
  for (; i < end; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
