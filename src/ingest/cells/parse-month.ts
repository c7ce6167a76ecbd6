/** Months since 1970-01 of `yyyymm`, `yyyy-mm`, `yyyy/mm`, `yyyy.mm`, `yyyy年mm月`; NaN if the cell is no month. */
export function parseMonth(bytes: Uint8Array, start: number, end: number): number {
  const match = monthText.exec(decoder.decode(bytes.subarray(start, end)));
  if (!match) return NaN;
  const [year, month] = [Number(match[1]), Number(match[2] ?? match[3])];
  return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 ? (year - 1970) * 12 + month - 1 : NaN;
}

const decoder = new TextDecoder();
const monthText = /^(\d{4})(?:[-/.年]?(\d{2})月?|[-/.年](\d)月?)$/;
