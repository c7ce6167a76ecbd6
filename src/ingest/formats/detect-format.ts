import { AppError } from '../../base/errors';
import type { ByteSource } from '../byte-source';
import { detectEncoding } from '../detect-encoding';
import { signatureOf, textSignatureOf } from '../file-signature';
import type { Dialect } from '../table';
import type { TableFormat } from './text-table';

export type FoundFormat = TableFormat | 'gz' | 'zip';

const HEAD_BYTES = 4096;
const known: ReadonlySet<string> = new Set(['gz', 'zip', 'parquet', 'arrow', 'sqlite']);

/** The format of a file that has to be opened to come at its tables, by its first bytes; null for text and all others. */
export async function detectFormat(source: ByteSource): Promise<FoundFormat | null> {
  const head = await source.slice(0, Math.min(HEAD_BYTES, source.byteLength));
  const found = signatureOf(head);
  if (found !== null) return known.has(found) ? (found as FoundFormat) : null;
  if (isArrowStream(head)) return 'arrow';
  const encoding = encodingOf(source.name, head);
  const text = encoding === null ? '' : new TextDecoder(encoding).decode(head, { stream: true });
  return textSignatureOf(text) === 'json' ? 'json' : null;
}

/** A stream has no name at its start, but its first message: no rows, and a length in whole words that fits. */
function isArrowStream(head: Uint8Array): boolean {
  if (head.length < 16) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = view.getInt32(4, true);
  return view.getUint32(0, true) === 0xffffffff && length > 0 && length % 8 === 0 && length < 1 << 24;
}

function encodingOf(file: string, head: Uint8Array): Dialect['encoding'] | null {
  try {
    return detectEncoding(file, [head]).encoding;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
