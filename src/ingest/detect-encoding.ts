import { AppError } from '../base/errors';
import { notText } from './file-signature';
import type { Dialect } from './table';

type Encoding = Dialect['encoding'];

const COMMON_SHARE = 0.6;

/**
 * Finds the encoding of a text from a few slices of it, the first from the start of the file. Order: byte order mark →
 * zero bytes at every second place (UTF-16; it would pass as UTF-8) → strict UTF-8 → GB18030 if it decodes well.
 *
 * GBK decodes almost anything, so that "well" also asks for common characters: 60% of the two-byte characters from the
 * punctuation and the 3,755 frequent characters (level 1) of GB2312. They make nine tenths of Chinese text; Big5 hits
 * them with two in five, Western encodings hardly ever.
 *
 * @throws `ingest.unsupported-format` when zero bytes say that this is no text; `ingest.garbled-text` when nothing fits
 */
export function detectEncoding(fileName: string, slices: readonly Uint8Array[]): Encoding {
  const head = slices[0] ?? new Uint8Array(0);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';

  const zeros = slices.map(countZeros);
  const even = zeros.reduce((sum, zero) => sum + zero.even, 0);
  const odd = zeros.reduce((sum, zero) => sum + zero.odd, 0);
  const pairs = slices.reduce((sum, slice) => sum + slice.length, 0) / 2;
  // Digits, delimiters and line ends make a good part of any table; in UTF-16 each of them has one zero byte.
  if (odd > pairs * 0.2 && even <= pairs * 0.005) return 'utf-16le';
  if (even > pairs * 0.2 && odd <= pairs * 0.005) return 'utf-16be';
  if (even + odd > 0) throw notText(fileName);

  const lines = slices.map((slice, index) => (index === 0 ? slice : fromLineStart(slice)));
  if (lines.every(isUtf8)) return 'utf-8';
  const garbledRows = refuseUnlikelyGb18030(lines);
  if (garbledRows === null) return 'gb18030';
  throw new AppError(
    'ingest.garbled-text',
    `The text of ${fileName} looks garbled in ${String(garbledRows.garbled)} of ${String(garbledRows.rows)} sampled rows`,
    { file: fileName, rows: garbledRows.garbled, sampled: garbledRows.rows, encoding: 'gb18030' },
  );
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd };
}

/** A later slice from behind its first line end, so that it begins with a whole character; empty without one. */
function fromLineStart(slice: Uint8Array): Uint8Array {
  const start = slice.findIndex((byte) => byte === 10 || byte === 13);
  return start < 0 ? slice.subarray(0, 0) : slice.subarray(start + 1);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream` leaves a character that the slice cuts at its end.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Null if the slices read well as GB18030, else how many of their lines are garbled: those with characters that GB18030
 * has not, or, where the characters are too odd to be Chinese, all that are not ASCII.
 */
function refuseUnlikelyGb18030(slices: readonly Uint8Array[]): { garbled: number; rows: number } | null {
  let characters = 0;
  let replaced = 0;
  let rows = 0;
  let garbled = 0;
  let foreign = 0;
  let pairs = 0;
  let common = 0;
  for (const slice of slices) {
    const text = new TextDecoder('gb18030').decode(slice, { stream: true });
    characters += text.length;
    for (const line of text.split(/\r\n?|\n/)) {
      if (line === '') continue;
      rows++;
      const before = replaced;
      for (const character of line) {
        // Private use: positions that GB18030 assigns to no character.
        if (character === '\ufffd' || (character >= '\ue000' && character <= '\uf8ff')) replaced++;
      }
      if (replaced > before) garbled++;
      if (/[\u0080-\uffff]/.test(line)) foreign++;
    }
    for (let i = 0; i + 1 < slice.length; i++) {
      const lead = slice[i] as number;
      if (lead < 0x81) continue;
      const trail = slice[i + 1] as number;
      if (trail >= 0x30 && trail <= 0x39) {
        i += 3;
        continue;
      }
      pairs++;
      const isCommonRow = (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);
      if (isCommonRow && trail >= 0xa1) common++;
      i++;
    }
  }
  if (common < pairs * COMMON_SHARE) return { garbled: foreign, rows };
  return replaced > characters * 0.01 ? { garbled, rows } : null;
}
