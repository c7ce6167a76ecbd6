import { dayParser, NO_DAY, plainFormats, writtenFormats } from './cells/parse-day';
import { parseNumber } from './cells/parse-number';
import { trimEnd, trimStart } from './cells/trim-cell';
import { withPoint, type DecimalMark } from './decimal-mark';
import type { ColumnProfile, DateFormat } from './table';

const encoder = new TextEncoder();
const EXAMPLES = 5;
/** Below this share of dates a column is no date column in any format, and no choice is asked for. */
const LIKELY_DATE = 0.5;
/** 1954-10-03 and 2119-01-10, counted from 1900. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

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
  let plainDates = 0;
  let serials = 0;
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
      if (value >= FIRST_SERIAL && value < LAST_SERIAL && /^\d{5}(?:\.\d+)?$/.test(text)) serials += count;
    }
    const formats = dateShapes(bytes);
    for (const format of formats) dateCounts.set(format, (dateCounts.get(format) ?? 0) + count);
    if (formats.some((format) => plainFormats.includes(format))) plainDates += count;
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
    serial: share(serials),
    date: bestDate(dateCounts, plainDates, filled),
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
  return writtenFormats.filter((format) => dayParser(format)(cell, start, end) >= NO_DAY);
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

/** Spellings that tell year, month and day apart may stand in one column: their share counts together. */
function bestDate(
  counts: ReadonlyMap<DateFormat, number>,
  plainDates: number,
  filled: number,
): ColumnProfile['date'] {
  const best = Math.max(0, ...counts.values());
  if (best === 0) return { share: 0, format: null };
  const formats = writtenFormats.filter((format) => counts.get(format) === best);
  const share = best / filled;
  const isUnclear = formats.includes('dd/mm/yyyy') && formats.includes('mm/dd/yyyy');
  if (isUnclear && share >= LIKELY_DATE)
    return { share, format: null, ambiguous: ['dd/mm/yyyy', 'mm/dd/yyyy'] };
  const format = formats[0] ?? null;
  const isPlain = format !== null && plainFormats.includes(format);
  return { share: isPlain ? plainDates / filled : share, format };
}
