import { AppError } from '../src/base/errors';

let bytesOf: ReadonlyMap<string, number> | null = null;

/** Characters of two bytes by what the platform reads them as: no platform writes GB18030. */
function twoByteCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, (lead << 8) | trail);
    }
  }
  return codes;
}

/**
 * Text as GB18030, as far as one and two bytes reach.
 *
 * @throws internal.unexpected for a character of four bytes
 */
export function encodeGb18030(text: string): Uint8Array {
  bytesOf ??= twoByteCodes();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = bytesOf.get(character);
    if (pair === undefined) {
      throw new AppError('internal.unexpected', `${character} has no two bytes in GB18030`);
    }
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return bytes.slice(0, length);
}
