import type { Dictionary } from './dictionary';
import { DictionaryBuilder } from './dictionary-builder';

/**
 * For each code of a dictionary the code of the same value in another one, -1 where it is not there. Compares bytes: no
 * text is made.
 *
 * Both hold distinct values. The smaller one is put into a table, the larger one looked up in it. O(values of both)
 */
export function codesIn(from: Dictionary, into: Dictionary): Int32Array {
  if (into.size <= from.size) return DictionaryBuilder.of(into).codesOf(from);
  const codes = new Int32Array(from.size).fill(-1);
  DictionaryBuilder.of(from)
    .codesOf(into)
    .forEach((found, code) => {
      if (found >= 0) codes[found] = code;
    });
  return codes;
}

/** Adds the value of another dictionary; returns its code here. */
export function addValue(builder: DictionaryBuilder, { bytes, offsets }: Dictionary, code: number): number {
  return builder.add(bytes, offsets[code] as number, offsets[code + 1] as number);
}
