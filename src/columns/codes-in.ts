import type { Dictionary } from './dictionary';
import { DictionaryBuilder } from './dictionary-builder';

/**
 * For each code of a dictionary the code of the same value in another one, -1 where it is not there. Compares bytes: no
 * text is made.
 *
 * @param into holds distinct values. O(values of both)
 */
export function codesIn(from: Dictionary, into: Dictionary): Int32Array {
  const builder = new DictionaryBuilder();
  for (let code = 0; code < into.size; code++) addValue(builder, into, code);
  const codes = new Int32Array(from.size);
  for (let code = 0; code < from.size; code++) {
    const found = addValue(builder, from, code);
    codes[code] = found < into.size ? found : -1;
  }
  return codes;
}

/** Adds the value of another dictionary; returns its code here. */
export function addValue(builder: DictionaryBuilder, { bytes, offsets }: Dictionary, code: number): number {
  return builder.add(bytes, offsets[code] as number, offsets[code + 1] as number);
}
