/** Bytes of a page of the database file. */
export const PAGE = 4096;

/** SQLite keeps the page at 1 GiB for its locks: it belongs to no tree, and a file that uses it is malformed. */
export const LOCK_PAGE = 2 ** 30 / PAGE + 1;

/** Hands out page numbers in order, the lock-byte page left out. Page 1 is the root of the schema. */
export class PageCounter {
  #last = 1;

  next(): number {
    this.#last++;
    if (this.#last === LOCK_PAGE) this.#last++;
    return this.#last;
  }

  /** Number of the last page given out: the length of the file in pages. */
  get last(): number {
    return this.#last;
  }
}

/** The pages that `count` calls of `next` lead to. */
export function pagesAfter(last: number, count: number): number {
  const plain = last + count;
  return last < LOCK_PAGE && plain >= LOCK_PAGE ? plain + 1 : plain;
}

export function writeUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

/** Bytes that a number takes as a variable-length integer; numbers below 2^35 only. */
export function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  return value < 0x10000000 ? 4 : 5;
}

/** Writes a variable-length integer, most significant seven bits first; returns the place after it. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let to = at;
  if (value >= 0x80) {
    if (value >= 0x4000) {
      if (value >= 0x200000) {
        if (value >= 0x10000000) bytes[to++] = Math.floor(value / 0x10000000) | 0x80;
        bytes[to++] = (value >>> 21) | 0x80;
      }
      bytes[to++] = (value >>> 14) | 0x80;
    }
    bytes[to++] = (value >>> 7) | 0x80;
  }
  bytes[to++] = value & 0x7f;
  return to;
}

/** The head of a b-tree page; `start` is 100 on page 1, else 0, counted from the page's first byte. */
export function writePageHead(
  bytes: Uint8Array,
  head: { at: number; start?: number; kind: 2 | 5 | 10 | 13; cells: number; content: number; right?: number },
): void {
  const at = head.at + (head.start ?? 0);
  bytes[at] = head.kind;
  writeUint16(bytes, at + 3, head.cells);
  writeUint16(bytes, at + 5, head.content);
  if (head.right !== undefined) writeUint32(bytes, at + 8, head.right);
}
