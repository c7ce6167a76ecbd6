import { encodeText, type TextEncoding } from '../encode';

/** What the author of a file meant: said beforehand by a person, never taken from a reading. */
export type Meant = {
  /** How it is written, as far as the author would say. */
  readonly dialect: {
    readonly encoding?: TextEncoding;
    readonly format?: string;
    readonly delimiter?: string;
    readonly quote?: string | null;
    readonly escape?: string | null;
    readonly decimal?: string;
    readonly hasHeader?: boolean;
    readonly headerRows?: number;
  };
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines that are no rows of the table, from 1, and why; blank lines are not named. */
  readonly leftOut: readonly (readonly [line: number, rule: string])[];
  /** What nobody could tell from the bytes alone. */
  readonly doubts?: readonly string[];
};

export type MessyFile = { readonly bytes: Uint8Array; readonly meant: Meant };

/** A file written as a text in an encoding, UTF-8 unless said. */
export function messy(text: string, meant: Meant, hasMark = false): MessyFile {
  return { bytes: encodeText(text, meant.dialect.encoding ?? 'utf-8', hasMark), meant };
}

/** Lines, each with the line end. */
export const lines = (rows: readonly string[], end = '\n'): string => rows.map((row) => row + end).join('');
