import type { Dialect } from '../../src/ingest/table';

/** Characters that every encoding of ours can write, with those that mean something to a reader. */
export const encodableLetters = Array.from('ab09 ,;|\t"\'\n\r.-:^\u0001中国银行鑭，\u3000');

/** GB18030 bytes of the few characters used here: no platform encoder writes it. */
const gb18030: Readonly<Record<string, readonly number[]>> = {
  中: [0xd6, 0xd0],
  国: [0xb9, 0xfa],
  银: [0xd2, 0xf8],
  行: [0xd0, 0xd0],
  鑭: [0xe8, 0x7c],
  '，': [0xa3, 0xac],
  '\u3000': [0xa1, 0xa1],
};

/** The bytes of a text made of {@link encodableLetters} and ASCII, perhaps behind a byte order mark. */
export function encodeText(text: string, encoding: Dialect['encoding'], hasMark = false): Uint8Array {
  if (encoding === 'gb18030') {
    return Uint8Array.from([...text].flatMap((letter) => [...(gb18030[letter] ?? [letter.charCodeAt(0)])]));
  }
  const marked = hasMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++)
    view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}
