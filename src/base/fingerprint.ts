/**
 * Sixteen hexadecimal digits that tell sets of texts apart (two FNV-1a hashes of 32 bits): a name, not a protection.
 */
export function fingerprint(texts: readonly string[]): string {
  const hash = (seed: number): string => {
    let value = seed;
    for (const text of [...texts, '']) {
      for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
      value = Math.imul(value ^ 0x1f, 0x01000193);
    }
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x5bd1e995);
}
