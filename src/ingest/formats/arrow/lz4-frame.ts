const MAGIC = 0x184d2204;
const STORED = 0x80000000;

/**
 * Unpacks an LZ4 frame, as Arrow files hold their buffers. Source: LZ4 Frame Format Description 1.6.4 and LZ4 Block Format
 * Description. Checksums are passed over.
 *
 * @throws RangeError, Error where the frame is damaged
 */
export function unpackLz4Frame(input: Uint8Array, length: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('no LZ4 frame');
  const flags = view.getUint8(4);
  const hasBlockChecksums = (flags & 16) !== 0;
  const headerEnd = 7 + ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0);
  const output = new Uint8Array(length);
  let written = 0;
  for (let at = headerEnd; ;) {
    const size = view.getUint32(at, true);
    if (size === 0) break;
    const start = at + 4;
    const end = start + (size & ~STORED);
    if (end > input.length) throw new Error('an LZ4 block is cut off');
    if (size >= STORED) {
      output.set(input.subarray(start, end), written);
      written += end - start;
    } else written = unpackBlock(input, start, end, output, written);
    at = end + (hasBlockChecksums ? 4 : 0);
  }
  if (written !== length) throw new Error('an LZ4 frame has another length than it says');
  return output;
}

/** Blocks may refer to bytes of the blocks before them: all lie in one output. */
function unpackBlock(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  from: number,
): number {
  let at = start;
  let to = from;
  const more = (length: number): number => {
    let sum = length;
    if (length !== 15) return sum;
    for (;;) {
      const byte = input[at++];
      if (byte === undefined) throw new Error('an LZ4 block is cut off');
      sum += byte;
      if (byte !== 255) return sum;
    }
  };
  while (at < end) {
    const token = input[at++] as number;
    const literals = more(token >> 4);
    if (at + literals > end || to + literals > output.length) throw new Error('an LZ4 block is too long');
    output.set(input.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= end) break;
    const offset = (input[at] as number) | ((input[at + 1] ?? 0) << 8);
    at += 2;
    const length = more(token & 15) + 4;
    if (offset === 0 || offset > to || to + length > output.length)
      throw new Error('an LZ4 match is out of place');
    for (const stop = to + length; to < stop; to++) output[to] = output[to - offset] as number;
  }
  return to;
}
