import type { TableOrigin } from './formats/text-table';

/** A file that can be read in slices: a `File` in the browser, a file handle in Node, bytes in tests. */
export type ByteSource = {
  readonly name: string;
  readonly byteLength: number;
  readonly slice: (start: number, end: number) => Promise<Uint8Array>;
  /** There where the bytes are the text of a table that was taken out of a file of another format. */
  readonly table?: TableOrigin;
  /** The file in which this was found. */
  readonly container?: Container;
};

/** A file that holds others: an archive, a workbook, a database. */
export type Container = { readonly name: string; readonly sha256: string };

export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    byteLength: bytes.length,
    slice: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}

/** Bytes that lie in several pieces, one behind the other. A slice inside one piece is not copied. */
export function piecesSource(name: string, pieces: readonly Uint8Array[]): ByteSource {
  const starts: number[] = [];
  let byteLength = 0;
  for (const piece of pieces) {
    starts.push(byteLength);
    byteLength += piece.length;
  }
  const slice = (start: number, end: number): Uint8Array => {
    const to = Math.max(start, Math.min(end, byteLength));
    const first = Math.max(
      0,
      starts.findLastIndex((at) => at <= start),
    );
    const begin = starts[first] ?? 0;
    const whole = pieces[first] ?? new Uint8Array(0);
    if (to <= begin + whole.length) return whole.subarray(start - begin, to - begin);
    const bytes = new Uint8Array(to - start);
    for (let at = start, index = first; at < to; index++) {
      const from = at - (starts[index] as number);
      const part = (pieces[index] as Uint8Array).subarray(from, from + to - at);
      bytes.set(part, at - start);
      at += part.length;
    }
    return bytes;
  };
  return { name, byteLength, slice: (start, end) => Promise.resolve(slice(start, end)) };
}

export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    byteLength: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
