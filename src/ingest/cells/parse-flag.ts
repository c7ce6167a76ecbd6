const decoder = new TextDecoder();
const ticks = new Set(['√', '✓', '✔', '☑', '●', 'x']);
const yes = new Set(['1', 'y', 'yes', 't', 'true', '是', '有', '红', '红字', '冲正', ...ticks]);
const no = new Set(['0', 'n', 'no', 'f', 'false', '否', '无', '蓝', '蓝字', '正常', '×']);

/** Yes or no in the spellings that banks use, red and blue ink among them; null for anything else. */
export function flagOf(text: string): boolean | null {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/** Whether a text is a mark that says yes where it stands, and no where it does not. */
export const isTick = (text: string): boolean => ticks.has(text.toLowerCase());

/** 1 for yes, 0 for no; NaN for anything else. */
export function parseFlag(bytes: Uint8Array, start: number, end: number): number {
  const flag = flagOf(decoder.decode(bytes.subarray(start, end)));
  return flag === null ? NaN : Number(flag);
}
