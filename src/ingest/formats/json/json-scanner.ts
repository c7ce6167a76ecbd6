const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;
const POINT = 46;
const COMMA = 44;
const COLON = 58;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;

/** Deeper documents are made to overflow something. */
const DEEPEST = 200;
const words = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Walks over JSON in UTF-8 bytes without making values of it, so that no digit of a number is lost. Source: RFC 8259.
 * Every method throws an Error that names the place when the text is no JSON.
 */
export class JsonScanner {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next byte that is no blank; undefined at the end. */
  peek(): number | undefined {
    const { bytes } = this;
    let byte = bytes[this.at];
    while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = bytes[++this.at];
    return byte;
  }

  get isAtObject(): boolean {
    return this.peek() === OPEN_OBJECT;
  }

  get isAtArray(): boolean {
    return this.peek() === OPEN_ARRAY;
  }

  /** Calls back before each value of an object; it must pass over the value. */
  object(onKey: (keyStart: number, keyEnd: number) => void): void {
    this.#expect(OPEN_OBJECT, '{');
    if (this.#passes(CLOSE_OBJECT)) return;
    do {
      this.peek();
      const start = this.at;
      this.#skipString();
      const end = this.at;
      this.#expect(COLON, ':');
      this.peek();
      onKey(start, end);
    } while (this.#passes(COMMA));
    this.#expect(CLOSE_OBJECT, '}');
  }

  /** The elements of an array, one after the other; each must be passed over before the next is asked for. */
  *elements(): Generator<void, void, undefined> {
    this.#expect(OPEN_ARRAY, '[');
    if (this.#passes(CLOSE_ARRAY)) return;
    do {
      this.peek();
      yield;
    } while (this.#passes(COMMA));
    this.#expect(CLOSE_ARRAY, ']');
  }

  skipValue(depth = 0): void {
    if (depth > DEEPEST) throw this.#wrong('less depth');
    const first = this.peek();
    if (first === QUOTE) this.#skipString();
    else if (first === OPEN_OBJECT)
      this.object(() => {
        this.skipValue(depth + 1);
      });
    else if (first === OPEN_ARRAY) for (const _ of this.elements()) this.skipValue(depth + 1);
    else if (first === MINUS || isDigit(first)) this.#skipNumber();
    else this.#skipWord();
  }

  /** The text of a string from its opening quote to behind its closing one. */
  textOf(start: number, end: number): string {
    const { bytes } = this;
    for (let i = start + 1; i < end - 1; i++) {
      if (bytes[i] === BACKSLASH) return String(JSON.parse(decoder.decode(bytes.subarray(start, end))));
    }
    return decoder.decode(bytes.subarray(start + 1, end - 1));
  }

  #skipString(): void {
    const { bytes } = this;
    if (bytes[this.at] !== QUOTE) throw this.#wrong('a text');
    for (let i = this.at + 1; i < bytes.length; i++) {
      const byte = bytes[i] as number;
      if (byte === QUOTE) {
        this.at = i + 1;
        return;
      }
      if (byte === BACKSLASH) i++;
    }
    this.at = bytes.length;
    throw this.#wrong('the end of a text');
  }

  #skipNumber(): void {
    const { bytes } = this;
    if (bytes[this.at] === MINUS) this.at++;
    this.#skipDigits();
    if (bytes[this.at] === POINT) {
      this.at++;
      this.#skipDigits();
    }
    if (((bytes[this.at] ?? 0) | 32) !== 101) return;
    this.at++;
    if (bytes[this.at] === MINUS || bytes[this.at] === 43) this.at++;
    this.#skipDigits();
  }

  #skipDigits(): void {
    const start = this.at;
    while (isDigit(this.bytes[this.at])) this.at++;
    if (this.at === start) throw this.#wrong('a digit');
  }

  #skipWord(): void {
    const found = words.find((word) => word.every((byte, index) => this.bytes[this.at + index] === byte));
    if (found === undefined) throw this.#wrong('a value');
    this.at += found.length;
  }

  #passes(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at++;
    return true;
  }

  #expect(byte: number, name: string): void {
    if (!this.#passes(byte)) throw this.#wrong(name);
  }

  #wrong(wanted: string): Error {
    return new Error(`${wanted} is missing at byte ${String(this.at)}`);
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
