import { encodeText as encode, type TextEncoding } from '../../sample-data/broken/encode';

/** Characters of which every encoding of ours can write most, with those that mean something to a reader. */
export const encodableLetters = Array.from('ab09 ,;|\t"\'\\!~\n\r.-:^\u0001中国银行鑭許功ソé，\u3000');

/** The bytes of a text, perhaps behind a byte order mark where the encoding has one. */
export function encodeText(text: string, encoding: TextEncoding, hasMark = false): Uint8Array {
  return encode(text, encoding, hasMark && encoding.startsWith('utf-'));
}

/** The text with an x for each character that the encoding cannot write. */
export function encodable(text: string, encoding: TextEncoding): string {
  return Array.from(text, (letter) => (canWrite(letter, encoding) ? letter : 'x')).join('');
}

function canWrite(letter: string, encoding: TextEncoding): boolean {
  try {
    encode(letter, encoding);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
