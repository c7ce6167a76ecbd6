/**
 * The distinct values of a text column as one run of UTF-8 bytes: value `code` is `bytes[offsets[code] … offsets[code+1])`.
 * It crosses threads by transfer and goes into the database image without decoding. Codes are in order of first
 * appearance.
 */
export type Dictionary = { readonly bytes: Uint8Array; readonly offsets: Uint32Array; readonly size: number };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function dictionaryValue(dictionary: Dictionary, code: number): string {
  return decoder.decode(dictionary.bytes.subarray(dictionary.offsets[code], dictionary.offsets[code + 1]));
}

/** All values in code order. Meant for small dictionaries: codes, names, labels. */
export function dictionaryValues(dictionary: Dictionary): string[] {
  const values: string[] = [];
  for (let code = 0; code < dictionary.size; code++) values.push(dictionaryValue(dictionary, code));
  return values;
}

export function dictionaryOf(values: readonly string[]): Dictionary {
  const parts = values.map((value) => encoder.encode(value));
  const offsets = new Uint32Array(values.length + 1);
  parts.forEach((part, index) => (offsets[index + 1] = (offsets[index] ?? 0) + part.length));
  const bytes = new Uint8Array(offsets[values.length] ?? 0);
  parts.forEach((part, index) => bytes.set(part, offsets[index] ?? 0));
  return { bytes, offsets, size: values.length };
}
