const encoder = new TextEncoder();

/** The texts that mean "unknown" in a column, tested on bytes. The empty cell is missing everywhere and not asked here. */
export class MissingTexts {
  readonly #texts: readonly Uint8Array[];
  readonly #mayStart = new Uint8Array(256);

  constructor(texts: readonly string[]) {
    this.#texts = texts.filter((text) => text.trim() !== '').map((text) => encoder.encode(text.trim()));
    for (const text of this.#texts) this.#mayStart[text[0] as number] = 1;
  }

  /** Quick test: whether a text for "unknown" begins with the byte. */
  mayStartWith(byte: number): boolean {
    return this.#mayStart[byte] === 1;
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#mayStart[bytes[start] as number] === 0) return false;
    const length = end - start;
    return this.#texts.some((text) => {
      if (text.length !== length) return false;
      for (let i = 0; i < length; i++) if (bytes[start + i] !== text[i]) return false;
      return true;
    });
  }
}
