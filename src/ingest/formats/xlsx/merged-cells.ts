import { XmlTags } from './xml-tags';

/** Rows from 1, columns from 0. */
export type Merge = { readonly column: number; readonly firstRow: number; readonly lastRow: number };

const SHEET_DATA_END = new TextEncoder().encode('sheetData>');

/** Cells of one column that are merged over several rows. They are listed behind the cells of the sheet. */
export function readMerges(pieces: readonly Uint8Array[]): readonly Merge[] {
  const merges: Merge[] = [];
  const tags = new XmlTags(behindCells(pieces));
  tags.keepsText = false;
  while (tags.next()) {
    if (tags.name === 'mergeCells' && !tags.isOpening) break;
    if (tags.name !== 'mergeCell' || !tags.isOpening) continue;
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(
      tags.attribute('ref') ?? '',
    );
    const [, from = '', first = '', to = '', last = ''] = found ?? [];
    if (from !== to || from === '' || first === last) continue;
    let column = 0;
    for (const letter of from) column = column * 26 + letter.charCodeAt(0) - 64;
    merges.push({ column: column - 1, firstRow: Number(first), lastRow: Number(last) });
  }
  return merges;
}

/** What stands behind the end of the cells. */
function behindCells(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index] as Uint8Array;
    const next = pieces[index + 1];
    // The mark may lie across the end of the piece.
    const seam = next?.subarray(0, SHEET_DATA_END.length - 1) ?? new Uint8Array(0);
    const looked = new Uint8Array(piece.length + seam.length);
    looked.set(piece);
    looked.set(seam, piece.length);
    const at = lastIndexOf(looked, SHEET_DATA_END);
    if (at >= 0) {
      const end = at + SHEET_DATA_END.length;
      if (end <= piece.length) return [piece.subarray(end), ...pieces.slice(index + 1)];
      return [pieces[index + 1]?.subarray(end - piece.length) ?? seam, ...pieces.slice(index + 2)];
    }
  }
  return [];
}

function lastIndexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted;
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

/**
 * Gives the value of a merged cell to all rows that it spans and that hold something else, as a person reads it. Cells
 * that are merged sideways keep their value in the first: that is how titles stand.
 */
export class MergedCells {
  readonly #starting = new Map<number, Merge[]>();
  readonly #open = new Map<number, { readonly lastRow: number; readonly text: string }>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      const others = this.#starting.get(merge.firstRow);
      if (others) others.push(merge);
      else this.#starting.set(merge.firstRow, [merge]);
    }
  }

  fill(row: number, cells: readonly string[]): readonly string[] {
    const holdsSomething = cells.some((cell) => cell !== '');
    let filled: string[] | null = null;
    for (const [column, { lastRow, text }] of this.#open) {
      if (row > lastRow) this.#open.delete(column);
      else if (holdsSomething && (cells[column] ?? '') === '') {
        filled ??= [...cells];
        while (filled.length < column) filled.push('');
        filled[column] = text;
      }
    }
    for (const { column, lastRow } of this.#starting.get(row) ?? []) {
      const text = cells[column] ?? '';
      if (text !== '') this.#open.set(column, { lastRow, text });
    }
    return filled ?? cells;
  }
}
