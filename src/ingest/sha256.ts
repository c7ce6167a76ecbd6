import { hexText } from '../base/hex-text';
import type { ByteSource } from './byte-source';

/** Above this the file is hashed as it streams by: the platform's digest needs all bytes at once. */
const DIGEST_BYTES = 1 << 29;

/**
 * SHA-256 of a file that is being read: the platform's own digest beside the reading where the file fits in memory
 * (about ten times as fast, on another thread), else of the bytes as they pass.
 */
export class FileHash {
  readonly #stream: Sha256 | null;
  readonly #digest: Promise<string> | null;

  constructor(source: ByteSource, options: { readonly streaming?: boolean } = {}) {
    const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
    const streaming = options.streaming ?? (subtle === undefined || source.byteLength > DIGEST_BYTES);
    this.#stream = streaming ? new Sha256() : null;
    this.#digest = streaming || subtle === undefined ? null : digest(source, subtle);
    // Reading may fail first; then nobody asks for the hash.
    this.#digest?.catch(() => undefined);
  }

  /** Takes the bytes that pass; needed only by the streaming way. */
  update(bytes: Uint8Array): void {
    this.#stream?.update(bytes);
  }

  /** Lower-case hexadecimal. Call once, after all bytes. */
  async finish(): Promise<string> {
    return this.#digest === null ? (this.#stream ?? new Sha256()).finish() : await this.#digest;
  }
}

/** SHA-256 of a whole file. Lower-case hexadecimal. */
export async function hashFile(source: ByteSource): Promise<string> {
  const hash = new FileHash(source);
  const step = 1 << 24;
  for (let at = 0; source.byteLength > DIGEST_BYTES && at < source.byteLength; at += step) {
    hash.update(await source.slice(at, at + step));
  }
  return await hash.finish();
}

async function digest(source: ByteSource, subtle: SubtleCrypto): Promise<string> {
  const bytes = await source.slice(0, source.byteLength);
  return hexText(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

// Source: FIPS PUB 180-4 (2015), §4.2.2 (constants), §5.3.3 (initial value), §6.2 (computation).
const constants = roundConstants();

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, by exact integer search. */
function roundConstants(): Int32Array {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n++) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false;
    if (!isPrime) continue;
    // Largest r with r³ ≤ n · 2⁹⁶; its low 32 bits are the fraction.
    const target = BigInt(n) << 96n;
    let low = 0n;
    let high = 1n << 36n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle * middle * middle <= target) low = middle;
      else high = middle;
    }
    found.push(Number(BigInt.asIntN(32, low)));
  }
  return Int32Array.from(found);
}

/** SHA-256 of bytes that come in pieces. */
export class Sha256 {
  readonly #state = Int32Array.of(
    0x6a09e667,
    0xbb67ae85 | 0,
    0x3c6ef372,
    0xa54ff53a | 0,
    0x510e527f,
    0x9b05688c | 0,
    0x1f83d9ab,
    0x5be0cd19,
  );
  readonly #words = new Int32Array(64);
  readonly #tail = new Uint8Array(64);
  #tailLength = 0;
  #byteLength = 0;

  update(bytes: Uint8Array): void {
    this.#byteLength += bytes.length;
    let at = 0;
    if (this.#tailLength > 0) {
      const taken = Math.min(64 - this.#tailLength, bytes.length);
      this.#tail.set(bytes.subarray(0, taken), this.#tailLength);
      this.#tailLength += taken;
      at = taken;
      if (this.#tailLength < 64) return;
      this.#compress(this.#tail, 0);
      this.#tailLength = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.#compress(bytes, at);
    this.#tail.set(bytes.subarray(at));
    this.#tailLength = bytes.length - at;
  }

  finish(): string {
    const bits = this.#byteLength * 8;
    const padding = new Uint8Array(((119 - (this.#byteLength % 64)) % 64) + 9);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    const result = new DataView(new ArrayBuffer(32));
    this.#state.forEach((word, index) => {
      result.setInt32(index * 4, word);
    });
    return hexText(new Uint8Array(result.buffer));
  }

  #compress(bytes: Uint8Array, at: number): void {
    const w = this.#words;
    const state = this.#state;
    for (let t = 0, i = at; t < 16; t++, i += 4) {
      w[t] =
        ((bytes[i] as number) << 24) |
        ((bytes[i + 1] as number) << 16) |
        ((bytes[i + 2] as number) << 8) |
        (bytes[i + 3] as number);
    }
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15] as number;
      const y = w[t - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0;
    }
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    for (let t = 0; t < 64; t++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[t] as number) + (w[t] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
    state[5] = (state[5] as number) + f;
    state[6] = (state[6] as number) + g;
    state[7] = (state[7] as number) + h;
  }
}
