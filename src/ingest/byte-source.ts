/** A file that can be read in slices: a `File` in the browser, a file handle in Node, bytes in tests. */
export type ByteSource = {
  readonly name: string;
  readonly byteLength: number;
  readonly slice: (start: number, end: number) => Promise<Uint8Array>;
};

export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    byteLength: bytes.length,
    slice: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}

export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    byteLength: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
