import { AppError } from '../../base/errors';
import { refuseWide } from '../column-limit';

/** What one file may come to when it is unpacked: what a tab can hold beside the columns made from it. */
export const UNPACKED_BYTES = 1 << 30;

/** More files than a person could look at one by one. */
const MOST_FILES = 1000;

/** Counts the bytes that come out of a file, whatever the file says about itself. */
export class UnpackLimit {
  readonly #file: string;
  readonly #limit: number;
  #taken = 0;
  #files = 0;

  constructor(file: string, limit = UNPACKED_BYTES) {
    this.#file = file;
    this.#limit = limit;
  }

  /**
   * Takes bytes that are there.
   * @throws `ingest.too-large` {file, size, limit} where that is more than the limit in all
   */
  take(byteLength: number): void {
    this.#taken += byteLength;
    this.foresee(0);
  }

  /**
   * Takes files or tables that were found.
   * @throws `ingest.too-many-files` {file, files, limit}
   */
  files(count: number): void {
    this.#files += count;
    if (this.#files <= MOST_FILES) return;
    throw new AppError(
      'ingest.too-many-files',
      `${this.#file} holds ${String(this.#files)} files or more; the limit is ${String(MOST_FILES)}`,
      { file: this.#file, files: this.#files, limit: MOST_FILES },
    );
  }

  /** @throws `ingest.too-many-columns` */
  columns(count: number): void {
    refuseWide(this.#file, count);
  }

  /** The same for bytes that are only announced, so that they are refused before any work. */
  foresee(byteLength: number): void {
    const size = this.#taken + byteLength;
    if (size <= this.#limit) return;
    throw new AppError(
      'ingest.too-large',
      `${this.#file} holds ${String(size)} bytes or more when it is unpacked; the limit is ${String(this.#limit)}`,
      { file: this.#file, size, limit: this.#limit },
    );
  }
}
