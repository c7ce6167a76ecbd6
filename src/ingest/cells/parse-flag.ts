const decoder = new TextDecoder();
const yes = new Set(['1', 'y', 'yes', 't', 'true', '是', '有', '√', '✓', 'x']);
const no = new Set(['0', 'n', 'no', 'f', 'false', '否', '无', '×']);

/** 1 for yes, 0 for no, in the spellings banks use; NaN for anything else. */
export function parseFlag(bytes: Uint8Array, start: number, end: number): number {
  const text = decoder.decode(bytes.subarray(start, end)).toLowerCase();
  return yes.has(text) ? 1 : no.has(text) ? 0 : NaN;
}
