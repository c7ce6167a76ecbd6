import type { Dialect } from './table';

export type EncodingScore = {
  readonly encoding: Dialect['encoding'];
  /** Share (0–1) of the characters beyond ASCII that are usual in texts of this encoding, less what it cannot read. */
  readonly score: number;
};

/** What the bytes at `at` are in an encoding: their length, and how usual the character is (0–1); −1 if it has none. */
type Reader = (bytes: Uint8Array, at: number) => { readonly length: number; readonly usual: number };

const NONE = -1;

/** Below this score a text is not in this encoding. */
export const LIKELY = 0.6;

/** What one unreadable character takes off, as usual ones. */
const PENALTY = 10;

/**
 * Says how well slices of a text read in each encoding that is not Unicode, best first. Each reads almost any bytes, so
 * that what counts is how usual the characters are:
 * - GB18030: punctuation and the 3,755 frequent characters (level 1) of GB2312;
 * - Big5: punctuation and its 5,401 frequent characters (level 1);
 * - Shift_JIS: kana, punctuation, level 1 of JIS X 0208; half-width katakana count half, because GB2312 looks like them;
 * - Windows-1252: single letters among ASCII letters, and the usual signs.
 *
 * @param slices each beginning with a whole character
 */
export function scoreEncodings(slices: readonly Uint8Array[]): readonly EncodingScore[] {
  const readers: readonly (readonly [Dialect['encoding'], Reader])[] = [
    ['gb18030', readGb18030],
    ['big5', readBig5],
    ['shift_jis', readShiftJis],
    ['windows-1252', readWestern],
  ];
  return readers
    .map(([encoding, reader]) => ({ encoding, score: scoreOf(slices, reader) }))
    .sort((a, b) => b.score - a.score);
}

function scoreOf(slices: readonly Uint8Array[], reader: Reader): number {
  let characters = 0;
  let usual = 0;
  let unreadable = 0;
  for (const bytes of slices) {
    for (let i = 0; i < bytes.length;) {
      if ((bytes[i] as number) < 0x80) {
        i++;
        continue;
      }
      const found = reader(bytes, i);
      // The slice may cut its last character.
      if (i + found.length > bytes.length) break;
      characters++;
      if (found.usual < 0) unreadable++;
      else usual += found.usual;
      i += found.length;
    }
  }
  if (characters === 0) return 0;
  return Math.max(0, (usual - PENALTY * unreadable) / characters);
}

const isIn = (value: number, from: number, to: number): boolean => value >= from && value <= to;

const readGb18030: Reader = (bytes, at) => {
  const lead = bytes[at] as number;
  const trail = bytes[at + 1] ?? 0;
  if (!isIn(lead, 0x81, 0xfe)) return { length: 1, usual: NONE };
  if (isIn(trail, 0x30, 0x39)) return { length: 4, usual: 0 };
  if (at + 1 < bytes.length && (!isIn(trail, 0x40, 0xfe) || trail === 0x7f))
    return { length: 1, usual: NONE };
  // User-defined rows: GB18030 assigns them to no character.
  if (trail >= 0xa1 && (isIn(lead, 0xaa, 0xaf) || lead >= 0xf8)) return { length: 2, usual: NONE };
  const isUsual = trail >= 0xa1 && (isIn(lead, 0xa1, 0xa3) || isIn(lead, 0xb0, 0xd7));
  return { length: 2, usual: isUsual ? 1 : 0 };
};

const readBig5: Reader = (bytes, at) => {
  const lead = bytes[at] as number;
  const trail = bytes[at + 1] ?? 0;
  if (!isIn(lead, 0x81, 0xfe)) return { length: 1, usual: NONE };
  const isTrail = isIn(trail, 0x40, 0x7e) || isIn(trail, 0xa1, 0xfe);
  if (at + 1 < bytes.length && !isTrail) return { length: 1, usual: NONE };
  const isUsual = isIn(lead, 0xa1, 0xc5) || (lead === 0xc6 && trail <= 0x7e);
  return { length: 2, usual: isUsual ? 1 : 0 };
};

const readShiftJis: Reader = (bytes, at) => {
  const lead = bytes[at] as number;
  const trail = bytes[at + 1] ?? 0;
  if (isIn(lead, 0xa1, 0xdf)) return { length: 1, usual: 0.5 };
  if (!isIn(lead, 0x81, 0x9f) && !isIn(lead, 0xe0, 0xfc)) return { length: 1, usual: NONE };
  const isTrail = isIn(trail, 0x40, 0xfc) && trail !== 0x7f;
  if (at + 1 < bytes.length && !isTrail) return { length: 1, usual: NONE };
  const isUsual =
    (lead === 0x81 && trail <= 0xac) ||
    (lead === 0x82 && isIn(trail, 0x4f, 0xf1)) ||
    (lead === 0x83 && trail <= 0x96) ||
    (lead === 0x88 && trail >= 0x9f) ||
    isIn(lead, 0x89, 0x97);
  return { length: 2, usual: isUsual ? 1 : 0 };
};

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (isIn(byte, 0x41, 0x5a) || isIn(byte, 0x61, 0x7a));

/** €, quotes, dashes, dots; £, §, ©, «, ®, °, ², ³, ´, µ, ·, º, ª, » */
const westernSigns: ReadonlySet<number> = new Set([
  0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xaa, 0xab, 0xae,
  0xb0, 0xb2, 0xb3, 0xb4, 0xb5, 0xb7, 0xba, 0xbb,
]);
const unassigned: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const readWestern: Reader = (bytes, at) => {
  const byte = bytes[at] as number;
  if (unassigned.has(byte)) return { length: 1, usual: NONE };
  const isAlone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
  const isLetter =
    (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) ||
    [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte);
  if (isLetter) {
    const isInWord = isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1]);
    return { length: 1, usual: isInWord && isAlone ? 1 : isInWord ? 0.6 : isAlone ? 0.3 : 0 };
  }
  return { length: 1, usual: westernSigns.has(byte) && isAlone ? 0.8 : 0 };
};
