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
  const encoding = encodingOf(source.name, head);
  const text = encoding === null ? '' : new TextDecoder(encoding).decode(head, { stream: true });
  return textSignatureOf(text) === 'json' ? 'json' : null;
}

function encodingOf(file: string, head: Uint8Array): Dialect['encoding'] | null {
  try {
    return detectEncoding(file, [head]).encoding;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
