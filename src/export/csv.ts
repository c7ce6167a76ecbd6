export type CsvCell = string | number | null;

/** Excel on a Chinese or Western computer reads the text right only with a byte order mark. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** Spreadsheets run text that begins like a formula; a leading apostrophe makes it text again (OWASP, CSV injection). */
const startsFormula = /^[=+\-@\t\r]/;
const isNumeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i;

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = startsFormula.test(cell) && !isNumeric.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * RFC 4180 with byte order mark and CRLF. Numbers are written plainly (no grouping, a point), unknown is an empty cell,
 * ids are text as they are, leading zeros and all.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  let text = byteOrderMark + header.map(cellText).join(',') + lineEnd;
  for (const row of rows) text += row.map(cellText).join(',') + lineEnd;
  return text;
}
