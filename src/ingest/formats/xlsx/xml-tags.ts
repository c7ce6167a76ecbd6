const LESS = 60;
const QUOTE = 34;
const APOSTROPHE = 39;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;
const EXCLAMATION = 33;
const QUESTION = 63;

/** No tag and no text of an office document is longer. */
const LONGEST_TAG = 1 << 20;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references resolved. No others exist without a DTD, and a DTD is refused. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/**
 * Walks over the tags of an XML document that lies in pieces of UTF-8, without a tree: what tag comes next and what text
 * stood before it. Each piece is decoded when it is reached. Source: XML 1.0, §2.4–3.1,
 * as far as office documents use it: no DTD, hence no entities to expand.
 */
export class XmlTags {
  readonly #pieces: readonly Uint8Array[];
  readonly #decoder = new TextDecoder('utf-8');
  #piece = 0;
  #text = '';
  #at = 0;
  /** Text since the tag before, with CDATA sections as text; only while {@link keepsText}. */
  text = '';
  keepsText = true;
  /** Without its prefix. */
  name = '';
  isOpening = false;
  /** Ends what it opens: `<c/>`. */
  isEmpty = false;
  #attributes = '';

  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces;
  }

  /** Bytes of the pieces that were decoded so far. */
  bytesRead = 0;

  /** Moves to the next tag; false at the end. */
  next(): boolean {
    this.text = '';
    for (;;) {
      const start = this.#find('<', 0);
      if (start < 0) return false;
      if (this.keepsText && start > 0) this.text += unescapeXml(this.#take(start));
      else this.#at += start;
      const second = this.#code(1);
      if (second === EXCLAMATION) this.#passDeclaration();
      else if (second === QUESTION) this.#take(this.#end('?>'));
      else {
        this.#readTag();
        return true;
      }
    }
  }

  attribute(name: string): string | null {
    const attributes = this.#attributes;
    for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
      const before = attributes.charCodeAt(at - 1);
      // Prefixes are passed over: `r:id` is found as `id`.
      if (!(before === 32 || before === 58 || before === 10 || before === 13 || before === 9)) continue;
      const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(attributes.slice(at + name.length));
      if (found !== null) return unescapeXml(found[1] ?? found[2] ?? '');
    }
    return null;
  }

  #readTag(): void {
    let end = 1;
    let quote = 0;
    for (; ; end++) {
      const code = this.#code(end);
      if (Number.isNaN(code)) throw new Error('the document ends within a tag');
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === QUOTE || code === APOSTROPHE) quote = code;
      else if (code === GREATER) break;
      else if (code === LESS) throw new Error('a tag stands inside a tag');
      if (end > LONGEST_TAG) throw new Error('a tag is too long');
    }
    this.isOpening = this.#code(1) !== SLASH;
    this.isEmpty = this.isOpening && this.#code(end - 1) === SLASH;
    const tag = this.#take(end + 1);
    const to = this.isEmpty ? end - 1 : end;
    let nameStart = this.isOpening ? 1 : 2;
    let nameEnd = nameStart;
    for (; nameEnd < to; nameEnd++) {
      const code = tag.charCodeAt(nameEnd);
      if (code <= 32) break;
      if (code === COLON) nameStart = nameEnd + 1;
    }
    this.name = tag.slice(nameStart, nameEnd);
    this.#attributes = tag.slice(nameEnd, to);
  }

  #passDeclaration(): void {
    if (this.#startsWith('<!--')) this.#take(this.#end('-->'));
    else if (this.#startsWith('<![CDATA[')) {
      const section = this.#take(this.#end(']]>'));
      if (this.keepsText) this.text += section.slice('<![CDATA['.length, -']]>'.length);
    } else throw new Error('the document has a DTD');
  }

  /** The next characters, passed over. */
  #take(length: number): string {
    const from = this.#at;
    this.#at += length;
    return this.#text.slice(from, this.#at);
  }

  #startsWith(text: string): boolean {
    this.#code(text.length - 1);
    return this.#text.startsWith(text, this.#at);
  }

  /** How far it is from here to behind a mark. */
  #end(mark: string): number {
    const found = this.#find(mark, 0);
    if (found < 0) throw new Error(`${mark} is missing`);
    return found + mark.length;
  }

  /** The character so many places ahead; NaN behind the end. */
  #code(ahead: number): number {
    while (this.#at + ahead >= this.#text.length && this.#more());
    return this.#text.charCodeAt(this.#at + ahead);
  }

  /** How far ahead a text stands; -1 when it does not. */
  #find(text: string, ahead: number): number {
    for (let from = ahead; ;) {
      const found = this.#text.indexOf(text, this.#at + from);
      if (found >= 0) return found - this.#at;
      from = Math.max(0, this.#text.length - this.#at - text.length + 1);
      if (!this.#more()) return -1;
    }
  }

  /** Puts the next piece behind what is left of the text; false when there is none. */
  #more(): boolean {
    const piece = this.#pieces[this.#piece];
    if (piece === undefined) return false;
    this.#piece++;
    this.bytesRead += piece.length;
    const isLast = this.#piece === this.#pieces.length;
    this.#text = this.#text.slice(this.#at) + this.#decoder.decode(piece, { stream: !isLast });
    this.#at = 0;
    return true;
  }
}
