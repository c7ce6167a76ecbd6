import { AppError, toAppError } from '../../base/errors';
import type { ByteSource } from '../byte-source';

/** @param format as people know it: `XLSX`, `ZIP` */
export function damagedFile(file: string, format: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    'ingest.damaged-file',
    `${file} cannot be read as ${format}: ${why}`,
    { file, format },
    { cause },
  );
}

/** A file that asks for more memory than there is lies, unless it is large itself. */
const LARGE_BYTES = 1 << 26;

const isForMemory = (error: unknown): boolean =>
  error instanceof RangeError && /allocation|memory|array length|array buffer/iu.test(error.message);

/**
 * What a library throws at a file that it cannot make sense of, as a refusal; our own errors stay as they are.
 * @throws `ingest.damaged-file` {file, format}
 */
export async function refusingDamage<T>(
  { name, byteLength }: Pick<ByteSource, 'name' | 'byteLength'>,
  format: string,
  work: () => Promise<T> | T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (toAppError(error) === error || (byteLength > LARGE_BYTES && isForMemory(error))) throw error;
    throw damagedFile(name, format, error);
  }
}
