import type { TextColumn } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import { rewriteTexts } from '../dataset/rewrite-texts';
import { readCodes, type CodeListName } from '../model/codes';

/**
 * A column of codes in the canonical words: by the value map first, then by the list of spellings. Values that neither
 * knows stay as written.
 *
 * @param settled what the file writes → code, as a person or a mapping file said
 * @returns the translated column and the values that stayed
 */
export function translateCodes(
  column: TextColumn,
  list: CodeListName | null,
  settled: Readonly<Record<string, string>>,
): { readonly column: TextColumn; readonly unknown: readonly string[] } {
  const written = dictionaryValues(column.dictionary);
  const read = list === null ? new Map<string, string>() : readCodes(list, written);
  const unknown: string[] = [];
  const translated = rewriteTexts(column, (text) => {
    const known = settled[text] ?? read.get(text);
    if (known === undefined && text !== '') unknown.push(text);
    return known ?? text;
  });
  return { column: translated, unknown };
}
