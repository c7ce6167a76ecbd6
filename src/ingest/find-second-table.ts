import type { ByteSource } from './byte-source';
import { decodeText } from './decode-text';
import { findFooter, isOfAnotherKind } from './find-footer';
import { sampleRows } from './sample-rows';
import type { Cut } from './sniff-delimiter';
import type { Dialect } from './table';

const SLICE_BYTES = 1 << 16;
const BLOCK_BYTES = 1 << 22;
const FEWEST_ROWS = 4;

type Rows = readonly (readonly string[])[];

/**
 * How many lines at the end of a large file are another table, when its last slice is one: rows of another width, or of
 * other kinds in their columns. Where it begins is found by halves, a slice at a time; its lines are then counted. 0 where
 * the last slice belongs to the table, or no blank line and header part the two.
 *
 * @param head rows of the table, of its width
 */
export async function findSecondTable(
  source: ByteSource,
  cut: Cut & Pick<Dialect, 'encoding'>,
  head: Rows,
  columnCount: number,
): Promise<number> {
  const { encoding } = cut;
  // Line ends are looked for as bytes.
  if (encoding.startsWith('utf-16') || columnCount < 2 || head.length < FEWEST_ROWS) return 0;
  const rowsAt = async (
    at: number,
    length: number,
  ): Promise<{ readonly text: Uint8Array; readonly rows: Rows }> => {
    const bytes = await source.slice(at, Math.min(source.byteLength, at + length));
    const text = new TextEncoder().encode(decodeText(bytes.subarray(bytes.indexOf(10) + 1), encoding));
    return { text, rows: sampleRows(text, cut, { isWhole: false, maxRows: Infinity }).rows };
  };
  const isOther = async (at: number): Promise<boolean> => {
    const { rows } = await rowsAt(at, SLICE_BYTES);
    const fitting = rows.filter((row) => row.length === columnCount);
    if (rows.length < FEWEST_ROWS) return false;
    return fitting.length * 2 < rows.length || isOfAnotherKind(head, fitting, columnCount);
  };
  let [own, other] = [0, source.byteLength - SLICE_BYTES];
  if (!(await isOther(other))) return 0;
  while (other - own > SLICE_BYTES / 2) {
    const middle = Math.floor((own + other) / 2);
    if (await isOther(middle)) other = middle;
    else own = middle;
  }
  const { text } = await rowsAt(own, 3 * SLICE_BYTES);
  const found = sampleRows(text, cut, { isWhole: false, maxRows: Infinity });
  const gaps = found.lines.map((line, index) => index > 0 && line > (found.lines[index - 1] ?? 0) + 1);
  const { rows, isTable } = findFooter(found.rows, gaps, columnCount);
  const firstLine = found.lines[found.rows.length - rows];
  if (!isTable || firstLine === undefined) return 0;
  const skipped = (await source.slice(own, Math.min(source.byteLength, own + SLICE_BYTES))).indexOf(10) + 1;
  return await linesFrom(source, own + skipped, firstLine - 1);
}

/** Lines up to the end of the file, without the first so many; blank ones at the end do not count. */
async function linesFrom(source: ByteSource, start: number, without: number): Promise<number> {
  let ends = 0;
  let counted = 0;
  let isFilled = false;
  for (let at = start; at < source.byteLength; at += BLOCK_BYTES) {
    const bytes = await source.slice(at, Math.min(source.byteLength, at + BLOCK_BYTES));
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number;
      if (byte === 10) ends++;
      if (byte > 32) {
        counted = ends + 1;
        isFilled = true;
      }
    }
  }
  return isFilled ? Math.max(0, counted - without) : 0;
}
