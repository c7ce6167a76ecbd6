/** Whether a byte may begin or end a blank: ASCII blanks, and bytes of U+00A0 and U+3000. */
const maybeBlank = new Uint8Array(256);
for (let code = 0; code <= 32; code++) maybeBlank[code] = 1;
for (const code of [0xc2, 0xa0, 0xe3, 0x80]) maybeBlank[code] = 1;

/** Whether a blank may begin or end with the byte. */
export const mayBeBlank = (byte: number): boolean => maybeBlank[byte] === 1;

/** Quick test, rarely true in vain: whether {@link trimStart} or {@link trimEnd} may move a bound. */
export function mayNeedTrim(bytes: Uint8Array, start: number, end: number): boolean {
  return maybeBlank[bytes[start] as number] === 1 || maybeBlank[bytes[end - 1] as number] === 1;
}

/** Where the cell begins without blanks (ASCII, no-break, ideographic). */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const c = bytes[i] as number;
    if (c <= 32) i++;
    else if (c === 0xc2 && bytes[i + 1] === 0xa0 && i + 2 <= end) i += 2;
    else if (c === 0xe3 && bytes[i + 1] === 0x80 && bytes[i + 2] === 0x80 && i + 3 <= end) i += 3;
    else break;
  }
  return i;
}

export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = end;
  while (i > start) {
    const c = bytes[i - 1] as number;
    if (c <= 32) i--;
    else if (c === 0xa0 && bytes[i - 2] === 0xc2 && i - 2 >= start) i -= 2;
    else if (c === 0x80 && bytes[i - 2] === 0x80 && bytes[i - 3] === 0xe3 && i - 3 >= start) i -= 3;
    else break;
  }
  return i;
}
