import { piecesSource, type ByteSource } from '../byte-source';
import type { Dialect } from '../table';

/** Formats that hold tables instead of lines of text. */
export type TableFormat = 'json' | 'xlsx' | 'parquet' | 'arrow' | 'sqlite';

/** Where a table that was written down as text came from. */
export type TableOrigin = {
  readonly format: TableFormat;
  /** Its name within the file; null where the file holds one table or has no name for it. */
  readonly table: string | null;
  /**
   * `named`: the first record names the columns. `grid`: the cells of a sheet as they stand there, titles and all; which
   * record is the header has to be found.
   */
  readonly layout: 'named' | 'grid';
  readonly columnCount: number;
};

/**
 * A table written down as text: UTF-8, commas, quotes where needed, empty for null. All that comes after reading (the
 * first look, types, rejects, reports) is the same for every format.
 */
export type TextTable = {
  readonly origin: TableOrigin;
  readonly rowCount: number;
  /** The text in order; all pieces but the first and the last have the same length. */
  readonly pieces: readonly Uint8Array[];
};

/** How the text of a table is cut. A record may be short: columns that come up later are empty in it. */
export const textCut = {
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  shortRows: 'pad',
} as const satisfies Partial<Dialect>;

export const textSource = (name: string, { origin, pieces }: TextTable): ByteSource => ({
  ...piecesSource(name, pieces),
  table: origin,
});
