import { isValidDate } from '../../src/base/calendar-day';
import type { ColumnProfile, DateFormat, Inspection } from '../../src/ingest/table';

const patterns: readonly (readonly [DateFormat, RegExp, (part: number[]) => number[]])[] = [
  ['yyyymmdd', /^(\d{4})(\d\d)(\d\d)$/, ([y = 0, m = 0, d = 0]) => [y, m, d]],
  ['yymmdd', /^(\d\d)(\d\d)(\d\d)(?: 00:00:00)?$/, ([y = 0, m = 0, d = 0]) => [1900 + y, m, d]],
  ['yyyy-mm-dd', /^(\d{4})-(\d\d?)-(\d\d?)$/, ([y = 0, m = 0, d = 0]) => [y, m, d]],
  ['yyyy/mm/dd', /^(\d{4})\/(\d\d?)\/(\d\d?)$/, ([y = 0, m = 0, d = 0]) => [y, m, d]],
  ['yyyy年mm月dd日', /^(\d{4})年(\d\d?)月(\d\d?)日$/, ([y = 0, m = 0, d = 0]) => [y, m, d]],
];

function profileOf(name: string, cells: readonly string[]): ColumnProfile {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const distinct = new Set(filled);
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const dates = patterns.map(([format, pattern, order]) => {
    const isDate = (cell: string) => {
      const match = pattern.exec(cell);
      if (!match) return false;
      const [year = 0, month = 0, day = 0] = order(match.slice(1).map(Number));
      return year >= 1900 && isValidDate(year, month, day);
    };
    return { share: share(isDate), format };
  });
  const best = dates.reduce((a, b) => (b.share > a.share ? b : a));
  return {
    name,
    filled: filled.length,
    distinct: distinct.size,
    uniqueness: filled.length === 0 ? 0 : distinct.size / filled.length,
    hasLeadingZeros: filled.some((cell) => /^0\d/.test(cell)),
    maxLength: Math.max(0, ...filled.map((cell) => cell.length)),
    hasNegative: filled.some((cell) => cell.startsWith('-')),
    numeric: share((cell) => /^-?[\d,]+(\.\d+)?$/.test(cell)),
    serial: share((cell) => /^[2-7]\d{4}$/.test(cell)),
    integer: share((cell) => /^-?\d+$/.test(cell)),
    date: best.share > 0 ? best : { share: 0, format: null },
    examples: [...distinct].slice(0, 5),
  };
}

/** What a look at a small table finds, for tests of the mapping that need no file. */
export function inspectionOf(
  fileName: string,
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): Inspection {
  const sample = rows.slice(0, 1000);
  const names = header ?? (rows[0] ?? []).map((_, index) => `column${index + 1}`);
  return {
    fileName,
    byteLength: 0,
    dialect: {
      format: 'delimited',
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      skippedLines: 0,
      hasHeader: header !== null,
    },
    confidence: 1,
    doubts: [],
    header: names,
    sample,
    profiles: names.map((name, index) =>
      profileOf(
        name,
        sample.map((row) => row[index] ?? ''),
      ),
    ),
    estimatedRows: rows.length,
  };
}
