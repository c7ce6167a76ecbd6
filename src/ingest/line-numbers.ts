/** The physical line of each row, kept only once a row does not stand on the line after the one before it. */
export class LineNumbers {
  /** Line of row 0; 1 when there is none. */
  firstLine = 1;
  #count = 0;
  #lines: Uint32Array | null = null;

  add(lines: Uint32Array, count: number): void {
    if (count === 0) return;
    if (this.#count === 0) this.firstLine = lines[0] as number;
    // Lines rise by at least one a row, so first and last decide.
    const isConsecutive =
      this.#lines === null &&
      lines[0] === this.firstLine + this.#count &&
      lines[count - 1] === this.firstLine + this.#count + count - 1;
    if (!isConsecutive) this.#keep(lines, count);
    this.#count += count;
  }

  lineOf(row: number): number {
    return this.#lines === null ? this.firstLine + row : (this.#lines[row] ?? 0);
  }

  /** Null when row i stands on line `firstLine + i`. */
  finish(): Uint32Array | null {
    return this.#lines === null ? null : this.#lines.slice(0, this.#count);
  }

  #keep(lines: Uint32Array, count: number): void {
    const needed = this.#count + count;
    if (this.#lines === null || this.#lines.length < needed) {
      const grown = new Uint32Array(Math.max(needed, this.#count * 2));
      if (this.#lines !== null) grown.set(this.#lines);
      else for (let row = 0; row < this.#count; row++) grown[row] = this.firstLine + row;
      this.#lines = grown;
    }
    this.#lines.set(lines.subarray(0, count), this.#count);
  }
}
