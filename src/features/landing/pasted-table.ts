const LINES = 20;

/**
 * Whether a text looks like a table: two lines at least with the same separator. Not all lines have it: spreadsheets copy
 * cells of several lines, titles and empty rows along.
 */
export function isTable(text: string): boolean {
  const lines = text.split(/\r\n?|\n/, LINES).filter((line) => line.trim() !== '');
  const most = Math.max(
    ...['\t', ',', ';', '|', '  '].map(
      (separator) => lines.filter((line) => line.trim().includes(separator)).length,
    ),
  );
  return most > 1 && most * 2 >= lines.length;
}

/** The ending under which a pasted text is listed. */
export function endingOf(text: string): string {
  return text.includes('\t') ? 'tsv' : 'csv';
}
