import type { TextColumn } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import { rewriteTexts } from '../dataset/rewrite-texts';

const BLANK = 32;
const blankInName = /(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu;

/** Names without the blanks that stretch them: a blank of full width in 张三 goes. The column itself where there are none. */
export function withoutBlanksInNames(column: TextColumn): TextColumn {
  const { bytes } = column.dictionary;
  return holdsBlankBehindHan(bytes) ? rewriteTexts(column, (text) => text.replace(blankInName, '')) : column;
}

/** Whether a blank, of half or full width, stands behind a character that is no ASCII; looks at bytes, not values. */
function holdsBlankBehindHan(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(BLANK, 1); at >= 0; at = bytes.indexOf(BLANK, at + 1)) {
    if ((bytes[at - 1] as number) >= 0x80) return true;
  }
  for (let at = bytes.indexOf(0xe3); at >= 0; at = bytes.indexOf(0xe3, at + 1)) {
    if (bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80) return true;
  }
  return false;
}

/** Ids of digits with the zeros that they lost at their front. */
export const withDigits = (column: TextColumn, digits: number): TextColumn =>
  rewriteTexts(column, (text) => (/^\d+$/.test(text) ? text.padStart(digits, '0') : text));

/** More values than this are no codes with names. */
const mostCodes = 1000;
const codeAndName = /^(?=\S*\d)[0-9A-Za-z]{1,6}\s*[-|:：]\s*(?=\p{L}\p{L})/u;

/** Codes that stand before their names in every value (`01-钻石`) go; the column itself where they do not. */
export function withoutCodesBeforeNames(column: TextColumn): TextColumn {
  if (column.dictionary.size > mostCodes) return column;
  const values = dictionaryValues(column.dictionary).filter((value) => value !== '');
  const names = new Set(values.map((value) => value.replace(codeAndName, '')));
  const isEach = values.length > 0 && values.every((value) => codeAndName.test(value));
  return isEach && names.size === values.length
    ? rewriteTexts(column, (text) => text.replace(codeAndName, ''))
    : column;
}
