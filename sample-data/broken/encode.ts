export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'windows-1252';

/** 0x80–0x9F of windows-1252, where some decoders give the controls of Latin-1 (nodejs/node#56542). */
const westernSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const tables = new Map<TextEncoding, ReadonlyMap<string, readonly number[]>>();

/**
 * The bytes of a text in an encoding that no platform encoder writes: what the platform decoder reads back as the same
 * text. Of GB18030 the two-byte part is looked up, the supplementary planes are computed (GB 18030-2005, four bytes from
 * 90308130).
 * @throws RangeError for a character that the encoding has not
 */
export function encodeText(text: string, encoding: TextEncoding, hasMark = false): Uint8Array {
  const marked = hasMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const units = new Uint8Array(marked.length * 2);
    const view = new DataView(units.buffer);
    for (let i = 0; i < marked.length; i++)
      view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
    return units;
  }
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const found = code < 128 ? [code] : table.get(letter);
    if (found !== undefined) bytes.push(...found);
    else if (encoding === 'gb18030' && code >= 0x10000) bytes.push(...fourBytes(code));
    else throw new RangeError(`${encoding} cannot write ${letter}`);
  }
  return Uint8Array.from(bytes);
}

function tableOf(encoding: TextEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes);
    } catch (error) {
      // A place that the encoding leaves empty.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  if (encoding === 'windows-1252') {
    Array.from(westernSigns).forEach((letter, index) => table.set(letter, [0x80 + index]));
    for (let byte = 0xa0; byte <= 0xff; byte++) table.set(String.fromCharCode(byte), [byte]);
    tables.set(encoding, table);
    return table;
  }
  for (let lead = 0x80; lead <= 0xff; lead++) {
    add(lead);
    for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}

function fourBytes(code: number): number[] {
  const index = code - 0x10000 + 189_000;
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
