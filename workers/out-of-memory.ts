import { AppError, toAppError } from '../src/base/errors';

/** How engines word that no more memory is to be had; all of them by a RangeError. */
const wording = /allocation|out of memory|array length|array buffer/iu;

function isForMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error instanceof RangeError && wording.test(error.message)) || isForMemory(error.cause);
}

/** The same, but a lack of memory is refused as such. */
export async function refuseForMemory<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isForMemory(error)) throw error;
    throw new AppError('ingest.out-of-memory', toAppError(error).message, {}, { cause: error });
  }
}
