/** Whether a text looks like a table: at least two lines with the same separator. */
export function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  return ['\t', ',', ';', '|'].some((separator) =>
    lines.slice(0, 5).every((line) => line.includes(separator)),
  );
}

/** The ending under which a pasted text is listed. */
export function endingOf(text: string): string {
  return text.includes('\t') ? 'tsv' : 'csv';
}
