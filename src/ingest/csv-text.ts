const needsQuotes = /[",\r\n]/;

/**
 * One record of RFC 4180, CRLF included. Values stay as they are; those with a comma, quote or line end are quoted. A
 * record of one empty value is written `""`, because an empty line is no record.
 */
export function csvRecord(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

/**
 * A table as RFC 4180 text, header first.
 * @example
 * toCsv(['id', 'note'], [['1', 'a "b"']]) // 'id,note\r\n1,"a ""b"""\r\n'
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  let text = csvRecord(header);
  for (const row of rows) text += csvRecord(row);
  return text;
}
