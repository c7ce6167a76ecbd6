import { AppError } from '../base/errors';

/** What a table of SQLite may have, in which all that is read is kept. Source: “Limits In SQLite”, §2, sqlite.org. */
export const MOST_COLUMNS = 2000;

/** @throws `ingest.too-many-columns` {file, columns, limit} */
export function refuseWide(file: string, columns: number): void {
  if (columns <= MOST_COLUMNS) return;
  throw new AppError(
    'ingest.too-many-columns',
    `${file} has ${String(columns)} columns or more; up to ${String(MOST_COLUMNS)} can be read`,
    { file, columns, limit: MOST_COLUMNS },
  );
}

const delimiters = [',', '\t', ';', '|', '^', '\u0001'];

/** How many columns a first record has at least that goes on behind the end of a sample. */
export function columnsOfCutRecord(text: string): number {
  return 1 + Math.max(...delimiters.map((delimiter) => text.split(delimiter).length - 1));
}
