import type { TextColumn } from '../columns/column';
import { dictionaryOf, dictionaryValues } from '../columns/dictionary';

/** The column with each distinct value written anew; values that become equal share one code. O(rows + distinct values) */
export function rewriteTexts(column: TextColumn, rewrite: (text: string) => string): TextColumn {
  const codes = new Map<string, number>();
  const newCode = Uint32Array.from(dictionaryValues(column.dictionary), (text) => {
    const value = rewrite(text);
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
  return {
    kind: 'text',
    codes: column.codes.map((code) => newCode[code] as number),
    dictionary: dictionaryOf([...codes.keys()]),
    nulls: column.nulls,
  };
}
