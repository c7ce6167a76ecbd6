/**
 * A table of FlatBuffers, read with every step compared with the bytes that are there. Source: FlatBuffers internals,
 * “Tables” and “Vectors”. Whatever points outside throws RangeError or Error.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  static rootOf(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  get byteLength(): number {
    return this.#view.byteLength;
  }

  uint8(field: number): number {
    const at = this.#place(field);
    return at === 0 ? 0 : this.#view.getUint8(at);
  }

  int64(field: number): number {
    const at = this.#place(field);
    return at === 0 ? 0 : Number(this.#view.getBigInt64(at, true));
  }

  table(field: number): FlatTable | null {
    const at = this.#place(field);
    return at === 0 ? null : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  passText(field: number): void {
    this.vector(field, 1);
  }

  /** The elements of a list, `width` bytes each; none where the field is absent. */
  vector(
    field: number,
    width: number,
  ): {
    readonly length: number;
    /** At an offset in bytes. */
    readonly int64: (offset: number) => number;
    readonly table: (index: number) => FlatTable;
  } {
    const view = this.#view;
    const place = this.#place(field);
    const at = place === 0 ? 0 : place + view.getUint32(place, true);
    const length = place === 0 ? 0 : view.getUint32(at, true);
    const start = at + 4;
    if (length * width > view.byteLength - start && length > 0) {
      throw new Error(`a list of ${String(length)} parts has no room`);
    }
    return {
      length,
      int64: (offset) => Number(view.getBigInt64(start + offset, true)),
      table: (index) => {
        const element = start + index * 4;
        return new FlatTable(view, element + view.getUint32(element, true));
      },
    };
  }

  /** Where a field stands; 0 where it does not. */
  #place(field: number): number {
    const view = this.#view;
    const fields = this.#at - view.getInt32(this.#at, true);
    const place = 4 + 2 * field;
    const offset = place < view.getUint16(fields, true) ? view.getUint16(fields + place, true) : 0;
    return offset === 0 ? 0 : this.#at + offset;
  }
}
