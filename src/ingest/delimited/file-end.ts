import type { ByteSource } from '../byte-source';
import type { Dialect } from '../table';

const BLOCK_BYTES = 1 << 16;

/**
 * Where the last `lines` physical lines of a file begin: an offset in its bytes. Blanks, line ends and the end mark of DOS
 * behind the last line do not count. 0 if the file has fewer lines.
 */
export async function findLastLines(
  source: ByteSource,
  encoding: Dialect['encoding'],
  lines: number,
): Promise<number> {
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const [high, low] = encoding === 'utf-16le' ? [1, 0] : [0, 1];
  const { byteLength } = source;
  let found = 0;
  let isBehind = true;
  let after = -1;
  for (let end = byteLength - (byteLength % unit); end > 0; end -= BLOCK_BYTES) {
    const start = Math.max(0, end - BLOCK_BYTES);
    const bytes = await source.slice(start, end);
    for (let i = bytes.length - unit; i >= 0; i -= unit) {
      const code = unit === 1 ? bytes[i] : bytes[i + high] === 0 ? bytes[i + low] : -1;
      const isEnd = code === 10 || code === 13;
      // Backwards, LF comes first: the CR before it ends the same line.
      const isSame = code === 13 && after === 10;
      after = code ?? -1;
      if (isBehind && (isEnd || code === 32 || code === 9 || code === 26)) continue;
      isBehind = false;
      if (!isEnd || isSame) continue;
      found++;
      if (found === lines) return start + i + unit;
    }
  }
  return 0;
}
