import type { ByteSource } from '../byte-source';
import type { Dialect, Reject } from '../table';

const BLOCK_BYTES = 1 << 22;

/**
 * The rejects of a file that is not UTF-8 with the bytes that stand in the file instead of their UTF-8 form. The file is
 * read once more, counting line ends: in UTF-16 the units 0A and 0D, elsewhere the bytes, never belong to another
 * character.
 */
export async function withOriginalBytes(
  rejects: readonly Reject[],
  source: ByteSource,
  encoding: Dialect['encoding'],
  blockBytes = BLOCK_BYTES,
): Promise<Reject[]> {
  const wanted = [...rejects].sort((a, b) => a.line - b.line);
  if (encoding === 'utf-8' || wanted.length === 0) return wanted;
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const [high, low] = encoding === 'utf-16le' ? [1, 0] : [0, 1];
  const result: Reject[] = [];
  let line = 1;
  let parts: Uint8Array[] = [];
  let isAfterReturn = false;
  const step = Math.max(2, blockBytes - (blockBytes % 2));
  const lastLineOf = (reject: Reject): number => reject.line + lineEndsIn(reject.raw);

  for (let position = 0; position < source.byteLength && result.length < wanted.length; position += step) {
    const bytes = await source.slice(position, Math.min(source.byteLength, position + step));
    let from = position === 0 ? markLength(bytes, encoding) : 0;
    for (let i = from; i + unit <= bytes.length; i += unit) {
      const code = unit === 1 ? bytes[i] : bytes[i + high] === 0 ? bytes[i + low] : -1;
      const isReturn = code === 13;
      if (code !== 10 && !isReturn) {
        isAfterReturn = false;
        continue;
      }
      if (code === 10 && isAfterReturn) {
        isAfterReturn = false;
        // The second half of a CRLF: inside a wanted record it is kept, before one it is not.
        const next = wanted[result.length];
        if (next === undefined || line <= next.line) from = i + unit;
        continue;
      }
      isAfterReturn = isReturn;
      const reject = wanted[result.length];
      if (reject !== undefined && line >= reject.line && line >= lastLineOf(reject)) {
        parts.push(bytes.slice(from, i));
        result.push({ ...reject, raw: joined(parts) });
        parts = [];
        from = i + unit;
      } else if (reject === undefined || line < reject.line) {
        parts = [];
        from = i + unit;
      }
      line++;
    }
    const reject = wanted[result.length];
    if (reject !== undefined && line >= reject.line) parts.push(bytes.slice(from));
  }
  const last = wanted[result.length];
  if (last !== undefined) result.push({ ...last, raw: joined(parts) });
  return result;
}

function markLength(bytes: Uint8Array, encoding: Dialect['encoding']): number {
  const [first, second] = [bytes[0], bytes[1]];
  if (encoding === 'utf-16le' && first === 0xff && second === 0xfe) return 2;
  return encoding === 'utf-16be' && first === 0xfe && second === 0xff ? 2 : 0;
}

function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) count++;
  }
  return count;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
