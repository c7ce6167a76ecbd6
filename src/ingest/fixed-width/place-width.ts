import type { Dialect, FixedPlaces } from '../table';

/** How many places a character takes on a line, by its code point. */
export type WidthOf = (code: number) => number;

/**
 * A place is a byte of an encoding for host systems, a character for most programs of today, and what it takes on the
 * screen in reports that were lined up by eye.
 */
export function widthIn(unit: FixedPlaces['unit']): WidthOf {
  if (unit === 'character') return () => 1;
  if (unit === 'screen') return (code) => (isWide(code) ? 2 : 1);
  if (unit === 'utf-8') return (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  const pairs = pairsOf(unit);
  const others = unit === 'gb18030' ? 4 : 1;
  return (code) => (code < 0x80 ? 1 : pairs.has(code) ? 2 : others);
}

/** The units that a text in an encoding may be measured in, the likeliest first. */
export function unitsOf(encoding: Dialect['encoding'], isAscii: boolean): readonly FixedPlaces['unit'][] {
  if (isAscii || encoding === 'windows-1252') return ['character'];
  if (encoding === 'utf-8') return ['screen', 'character', 'utf-8'];
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return ['screen', 'character'];
  return [encoding, 'character'];
}

/** Source: Unicode 16, EastAsianWidth.txt, the ranges of W and F that letters come from. */
function isWide(code: number): boolean {
  return (
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x1f300 && code <= 0x3fffd))
  );
}

const known = new Map<string, ReadonlySet<number>>();

/** The characters that an encoding writes in two bytes: all pairs, decoded once. */
function pairsOf(encoding: string): ReadonlySet<number> {
  const found = known.get(encoding);
  if (found) return found;
  const decoder = new TextDecoder(encoding);
  const pairs = new Set<number>();
  const bytes = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      bytes[0] = lead;
      bytes[1] = trail;
      const letters = [...decoder.decode(bytes)];
      const code = letters[0]?.codePointAt(0) ?? 0;
      if (letters.length === 1 && code !== 0xfffd) pairs.add(code);
    }
  }
  known.set(encoding, pairs);
  return pairs;
}
