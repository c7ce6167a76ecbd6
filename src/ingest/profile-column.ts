import { dateFormats, dayParser, NO_DAY } from './cells/parse-day';
import { parseNumber } from './cells/parse-number';
import { trimEnd, trimStart } from './cells/trim-cell';
import { withPoint, type DecimalMark } from './decimal-mark';
import type { ColumnProfile, DateFormat } from './table';

const encoder = new TextEncoder();
const EXAMPLES = 5;
/** Below this share of dates a column is no date column in any format, and no choice is asked for. */
const LIKELY_DATE = 0.5;

/**
 * Describes the values of one column over a sample, with the parsers of the full read. Empty and blank cells are not
 * filled. When day-first and month-first fit equally well, `date.format` is null and `date.ambiguous` names both.
 */
export function profileColumn(
  name: string,
  cells: readonly string[],
  decimal: DecimalMark = '.',
): ColumnProfile {
  const distinct = countDistinct(cells);
  const dateCounts = new Map<DateFormat, number>();
  let filled = 0;
  let numeric = 0;
  let integer = 0;
  let hasLeadingZeros = false;
  let hasNegative = false;
  let maxLength = 0;
  for (const [text, count] of distinct) {
    filled += count;
    maxLength = Math.max(maxLength, text.length);
    const bytes = encoder.encode(text);
    const value = decimal === '.' ? parseNumber(bytes, 0, bytes.length) : numberOf(withPoint(text, decimal));
    if (!Number.isNaN(value)) {
      numeric += count;
      if (Number.isInteger(value) && !text.includes(decimal)) integer += count;
      if (value < 0) hasNegative = true;
      if (/^0\d/.test(text)) hasLeadingZeros = true;
    }
    for (const format of dateShapes(bytes)) {
      dateCounts.set(format, (dateCounts.get(format) ?? 0) + count);
    }
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    name,
    filled,
    distinct: distinct.size,
    uniqueness: share(distinct.size),
    hasLeadingZeros,
    maxLength,
    hasNegative,
    numeric: share(numeric),
    integer: share(integer),
    date: bestDate(dateCounts, filled),
    examples: [...distinct.keys()].slice(0, EXAMPLES),
  };
}

function numberOf(text: string): number {
  const bytes = encoder.encode(text);
  return parseNumber(bytes, 0, bytes.length);
}

/** How often each value comes, without the blanks at its ends; in order of first appearance. */
function countDistinct(cells: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** The formats in which a cell is a date. */
export function dateShapes(cell: Uint8Array): DateFormat[] {
  const start = trimStart(cell, 0, cell.length);
  const end = trimEnd(cell, start, cell.length);
  // Six characters at least, and a digit at one end: most texts are dismissed here.
  if (end - start < 6 || !(isDigit(cell[start]) || isDigit(cell[end - 1]))) return [];
  return dateFormats.filter((format) => dayParser(format)(cell, start, end) >= NO_DAY);
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

function bestDate(counts: ReadonlyMap<DateFormat, number>, filled: number): ColumnProfile['date'] {
  const best = Math.max(0, ...counts.values());
  if (best === 0) return { share: 0, format: null };
  const formats = dateFormats.filter((format) => counts.get(format) === best);
  const share = best / filled;
  const isUnclear = formats.includes('dd/mm/yyyy') && formats.includes('mm/dd/yyyy');
  if (isUnclear && share >= LIKELY_DATE)
    return { share, format: null, ambiguous: ['dd/mm/yyyy', 'mm/dd/yyyy'] };
  return { share, format: formats[0] ?? null };
}
