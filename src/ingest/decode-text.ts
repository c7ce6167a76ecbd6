import type { Dialect } from './table';

/** A text of the file's encoding; what cannot be read becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Dialect['encoding']): string {
  const decoder = new TextDecoder(encoding);
  // In one go, Node 20 reads windows-1252 as Latin-1 (nodejs/node#56542); as a stream it does not.
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
