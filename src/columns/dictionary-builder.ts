import type { Dictionary } from './dictionary';

const encoder = new TextEncoder();

/**
 * Gives each distinct byte string a code, in order of first appearance. Open addressing on the bytes themselves, so
 * that no string is made per cell.
 */
export class DictionaryBuilder {
  #bytes = new Uint8Array(1024);
  #offsets = new Uint32Array(257);
  #hashes = new Int32Array(256);
  #slots = new Int32Array(512).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The code of `source[start … end)`, a new one if these bytes have not come yet. */
  add(source: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    const length = end - start;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot] as number;
      if (code < 0) return this.#insert(source, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#equals(code, source, start, length)) return code;
      slot = (slot + 1) & mask;
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

  #equals(code: number, source: Uint8Array, start: number, length: number): boolean {
    const from = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - from !== length) return false;
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== source[start + i]) return false;
    return true;
  }

  #insert(source: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#size++;
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(to, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    for (let i = start, o = from; i < end; i++, o++) this.#bytes[o] = source[i] as number;
    if (code + 2 > this.#offsets.length) this.#growCodes();
    this.#offsets[code + 1] = to;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #growCodes(): void {
    const offsets = new Uint32Array((this.#offsets.length - 1) * 2 + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const hashes = new Int32Array(offsets.length - 1);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}
