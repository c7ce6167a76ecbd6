const encoder = new TextEncoder();

const escapeByte = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * Percent-encoding of everything but ASCII letters, digits, `-`, `.` and `_`: no separator of any notation is left, so
 * that encoded values can be joined with plain separators. Half a surrogate pair becomes U+FFFD.
 */
export function percentEncode(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]/gu, (character) =>
    Array.from(encoder.encode(character), escapeByte).join(''),
  );
}

/** Percent-encoding of `%` and the given ASCII characters only; everything else stays readable. */
export function escapeCharacters(text: string, characters: string): string {
  return Array.from(text, (character) =>
    character === '%' || characters.includes(character) ? escapeByte(character.charCodeAt(0)) : character,
  ).join('');
}

/** The text that was encoded, or null when the escapes are not whole UTF-8. */
export function percentDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
