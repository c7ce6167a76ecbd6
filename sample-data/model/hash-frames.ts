import type { Frame } from '../../src/columns/frame';

/**
 * A 64-bit fingerprint of frames as 16 hexadecimal digits: equal tables, columns, values, dictionaries and nulls give
 * equal fingerprints, whatever the order in which tables and columns were added. Not for security.
 *
 * Two 32-bit lanes of multiply and rotate over the little-endian words of every buffer.
 */
export function hashFrames(frames: Readonly<Record<string, Frame>>): string {
  const hash = new Hash();
  for (const name of Object.keys(frames).sort()) {
    const frame = frames[name];
    if (frame === undefined) continue;
    hash.text(name);
    hash.word(frame.rowCount);
    for (const columnName of Object.keys(frame.columns).sort()) {
      const column = frame.columns[columnName];
      if (column === undefined) continue;
      hash.text(columnName);
      hash.text(column.kind);
      if (column.kind === 'text') {
        hash.buffer(column.codes);
        hash.buffer(column.dictionary.bytes);
        hash.buffer(column.dictionary.offsets);
      } else {
        hash.buffer(column.values);
      }
      hash.word(column.nulls === null ? 0 : 1);
      if (column.nulls !== null) hash.buffer(column.nulls);
    }
  }
  return hash.finish();
}

class Hash {
  #first = 0x2f0b4c47;
  #second = 0x61c88647;

  word(value: number): void {
    const mixed = Math.imul(this.#first ^ value, 0x85ebca6b);
    this.#first = (mixed << 13) | (mixed >>> 19);
    const other = Math.imul(this.#second + value, 0xc2b2ae35);
    this.#second = ((other << 17) | (other >>> 15)) ^ this.#first;
  }

  text(value: string): void {
    this.buffer(new TextEncoder().encode(value));
  }

  buffer(view: Uint8Array | Int32Array | Uint32Array | Float64Array): void {
    this.word(view.byteLength);
    const wholeWords = view.byteLength >> 2;
    // All platforms of today are little-endian, so words are read as they lie; odd starts are copied first.
    const aligned =
      view.byteOffset % 4 === 0
        ? view
        : new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
    const words = new Int32Array(aligned.buffer, aligned.byteOffset, wholeWords);
    let first = this.#first;
    let second = this.#second;
    for (let i = 0; i < wholeWords; i++) {
      const value = words[i] as number;
      const mixed = Math.imul(first ^ value, 0x85ebca6b);
      first = (mixed << 13) | (mixed >>> 19);
      const other = Math.imul((second + value) | 0, 0xc2b2ae35);
      second = ((other << 17) | (other >>> 15)) ^ first;
    }
    this.#first = first;
    this.#second = second;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let i = wholeWords * 4; i < bytes.length; i++) this.word(bytes[i] as number);
  }

  finish(): string {
    this.word(0x9e3779b9);
    this.word(0x7f4a7c15);
    const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
    return hex(this.#first) + hex(this.#second);
  }
}
