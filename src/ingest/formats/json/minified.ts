const QUOTE = 34;
const BACKSLASH = 92;

/** JSON text without the blanks between its parts. */
export function minified(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const kept = new Uint8Array(end - start);
  let length = 0;
  let isInText = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (isInText) {
      if (byte === QUOTE) isInText = false;
      else if (byte === BACKSLASH) kept[length++] = bytes[i++] as number;
    } else if (byte === QUOTE) isInText = true;
    else if (byte === 32 || byte === 9 || byte === 10 || byte === 13) continue;
    kept[length++] = bytes[i] as number;
  }
  return kept.subarray(0, length);
}
