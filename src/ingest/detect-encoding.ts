import { AppError } from '../base/errors';
import { LIKELY, scoreEncodings } from './encoding-scores';
import { notText } from './file-signature';
import type { Dialect } from './table';

type Encoding = Dialect['encoding'];

/** Another encoding that reads the text so nearly as well that a person should look. */
const CLOSE = 0.1;

/** So many well-formed characters of UTF-8 for one broken byte say that the byte is damaged. */
const WELL_FORMED_PER_BROKEN = 10;

export type EncodingGuess = { readonly encoding: Encoding; readonly rival: Encoding | null };

/**
 * Finds the encoding of a text from a few slices of it, the first from the start of the file. Order: byte order mark →
 * zero bytes at every second place (UTF-16; it would pass as UTF-8) → strict UTF-8 → UTF-8 with a few damaged bytes →
 * GB18030, Big5, Shift_JIS or Windows-1252 by the characters that result ({@link scoreEncodings}).
 *
 * @throws `ingest.unsupported-format` when zero bytes say that this is no text; `ingest.garbled-text` when nothing fits
 */
export function detectEncoding(fileName: string, slices: readonly Uint8Array[]): EncodingGuess {
  const head = slices[0] ?? new Uint8Array(0);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return sure('utf-8');
  if (head[0] === 0xff && head[1] === 0xfe) return sure('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return sure('utf-16be');

  const zeros = slices.map(countZeros);
  const even = zeros.reduce((sum, zero) => sum + zero.even, 0);
  const odd = zeros.reduce((sum, zero) => sum + zero.odd, 0);
  const pairs = slices.reduce((sum, slice) => sum + slice.length, 0) / 2;
  // Digits, delimiters and line ends make a good part of any table; in UTF-16 each of them has one zero byte.
  if (odd > pairs * 0.2 && even <= pairs * 0.005) return sure('utf-16le');
  if (even > pairs * 0.2 && odd <= pairs * 0.005) return sure('utf-16be');
  if (even + odd > 0) throw notText(fileName);

  const lines = slices.map((slice, index) => (index === 0 ? slice : fromLineStart(slice)));
  if (lines.every(isUtf8) || lines.every(isNearlyUtf8)) return sure('utf-8');
  const [best, second] = scoreEncodings(lines);
  if (best !== undefined && best.score >= LIKELY) {
    const isClose = second !== undefined && second.score >= LIKELY && second.score >= best.score - CLOSE;
    // Chinese files are the usual ones here: another encoding has to read clearly better.
    const isChinese = isClose && second.encoding === 'gb18030';
    const [chosen, rival] = isChinese ? [second, best] : [best, second];
    return { encoding: chosen.encoding, rival: isClose && rival !== undefined ? rival.encoding : null };
  }
  const { garbled, rows } = countForeign(lines);
  throw new AppError(
    'ingest.garbled-text',
    `The text of ${fileName} looks garbled in ${String(garbled)} of ${String(rows)} sampled rows`,
    { file: fileName, rows: garbled, sampled: rows, encoding: 'gb18030' },
  );
}

const sure = (encoding: Encoding): EncodingGuess => ({ encoding, rival: null });

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

function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  let broken = 0;
  let foreign = 0;
  for (const character of text) {
    if (character === '\ufffd') broken++;
    else if (character > '\u007f') foreign++;
  }
  return foreign >= broken * WELL_FORMED_PER_BROKEN;
}

/** How many lines have more than ASCII: what is garbled when no encoding fits. */
function countForeign(slices: readonly Uint8Array[]): { garbled: number; rows: number } {
  const lines = slices.flatMap((slice) => new TextDecoder('latin1').decode(slice).split(/\r\n?|\n/));
  const filled = lines.filter((line) => line !== '');
  return { garbled: filled.filter((line) => /[\u0080-\uffff]/.test(line)).length, rows: filled.length };
}
