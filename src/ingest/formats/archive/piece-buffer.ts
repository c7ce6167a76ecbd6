import { crc32 } from '../../../base/crc32';
import type { UnpackLimit } from '../unpack-limit';

const PIECE_BYTES = 1 << 22;

/** Bytes that come out of a decompressor, joined to pieces of one length, with their checksum. */
export class PieceBuffer {
  readonly #limit: UnpackLimit;
  readonly #pieces: Uint8Array[] = [];
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  byteLength = 0;
  /** CRC-32 of the bytes since {@link startMember}. */
  checksum = 0;
  /** Bytes since {@link startMember}. */
  memberBytes = 0;

  constructor(limit: UnpackLimit) {
    this.#limit = limit;
  }

  /** @throws `ingest.too-large` */
  add(bytes: Uint8Array): void {
    this.#limit.take(bytes.length);
    this.checksum = crc32(bytes, this.checksum);
    this.byteLength += bytes.length;
    this.memberBytes += bytes.length;
    for (let from = 0; from < bytes.length;) {
      const part = bytes.subarray(from, from + PIECE_BYTES - this.#waitingBytes);
      this.#waiting.push(part);
      this.#waitingBytes += part.length;
      from += part.length;
      if (this.#waitingBytes === PIECE_BYTES) this.#join();
    }
  }

  startMember(): void {
    this.checksum = 0;
    this.memberBytes = 0;
  }

  finish(): readonly Uint8Array[] {
    this.#join();
    return this.#pieces;
  }

  #join(): void {
    if (this.#waitingBytes === 0) return;
    const piece = new Uint8Array(this.#waitingBytes);
    let at = 0;
    for (const part of this.#waiting) {
      piece.set(part, at);
      at += part.length;
    }
    this.#pieces.push(piece);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
