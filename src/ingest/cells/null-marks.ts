import type { NullBitmap } from '../../columns/column';

/** A null bitmap that grows with the rows and exists only once a row is null. */
export class NullMarks {
  #bits: Uint8Array | null = null;

  set(row: number): void {
    const needed = (row >> 3) + 1;
    let bits = this.#bits;
    if (bits === null || bits.length < needed) {
      const grown = new Uint8Array(Math.max(needed * 2, 1024));
      if (bits !== null) grown.set(bits);
      bits = grown;
      this.#bits = grown;
    }
    bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
  }

  finish(rowCount: number): NullBitmap {
    if (this.#bits === null) return null;
    const bits = new Uint8Array((rowCount + 7) >> 3);
    bits.set(this.#bits.subarray(0, bits.length));
    return bits;
  }
}
