import { AppError } from '../../base/errors';
import type { ByteSource } from '../byte-source';
import type { Dialect } from '../table';

const LEAST_BYTES = 16;

/**
 * The bytes of a file as UTF-8, slice by slice; the next slice is fetched while the caller works on this one. Other
 * encodings are decoded with a streaming decoder, so that a character cut by a slice stays whole, and the text of the
 * whole file never exists.
 */
export class Utf8Blocks {
  readonly #source: ByteSource;
  readonly #blockBytes: number;
  readonly #onBytes: ((bytes: Uint8Array) => void) | null;
  readonly #decoder: TextDecoder | null;
  readonly #encoder = new TextEncoder();
  #fetched = 0;
  #end: number;
  #pending: Promise<Uint8Array> | null = null;
  #isFirst = true;
  /** Bytes of the file handed out so far. */
  position = 0;

  /** @param onBytes sees the bytes as they stand in the file (to hash them) */
  constructor(
    source: ByteSource,
    encoding: Dialect['encoding'],
    blockBytes: number,
    onBytes: ((bytes: Uint8Array) => void) | null = null,
  ) {
    this.#source = source;
    this.#blockBytes = blockBytes;
    this.#end = source.byteLength;
    this.#onBytes = onBytes;
    this.#decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  }

  /** Hands out nothing from this offset on. */
  stopAt(end: number): void {
    this.#end = end;
  }

  /**
   * The next bytes, without a byte order mark, possibly none; null at the end.
   * @throws `ingest.unreadable` when the file has changed or gone
   */
  async next(): Promise<Uint8Array | null> {
    this.#fetch();
    const pending = this.#pending;
    if (pending === null) return null;
    let bytes: Uint8Array;
    try {
      bytes = await pending;
    } catch (cause) {
      throw new AppError(
        'ingest.unreadable',
        `${this.#source.name} could not be read`,
        { file: this.#source.name },
        { cause },
      );
    }
    this.#pending = null;
    this.position = this.#fetched;
    this.#fetch();
    this.#onBytes?.(bytes);
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (this.#decoder !== null) {
      const text = this.#decoder.decode(bytes, { stream: true });
      const isLast = this.position >= this.#end;
      return this.#encoder.encode(isLast ? text + this.#decoder.decode() : text);
    }
    return isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  }

  #fetch(): void {
    if (this.#pending !== null || this.#fetched >= this.#end) return;
    // The first slice must hold a whole byte order mark.
    const size = this.#isFirst ? Math.max(this.#blockBytes, 4) : this.#blockBytes;
    // Node 20 throws where a damaged character of GB18030 goes on in a slice of few bytes: none is left to the last.
    const isLast =
      this.#decoder !== null && size > LEAST_BYTES && this.#end - this.#fetched - size < LEAST_BYTES;
    const end = isLast ? this.#end : Math.min(this.#end, this.#fetched + size);
    const pending = this.#source.slice(this.#fetched, end);
    pending.catch(() => undefined);
    this.#pending = pending;
    this.#fetched = end;
  }
}
