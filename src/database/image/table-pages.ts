import type { PageCounter } from './page';
import { PAGE, varintLength, writePageHead, writeUint16, writeUint32, writeVarint } from './page';
import { BLOCK, payloadLengths, RecordBlock, type PayloadLengths } from './record-block';
import type { StoredColumn } from './stored-column';

/** A table to write: row i has rowid i. */
export type StoredTable = { readonly rowCount: number; readonly columns: readonly StoredColumn[] };

/** The file in the making: zeros, and the pages given out so far. */
export type Target = { readonly bytes: Uint8Array; readonly counter: PageCounter };

const HEAD = 8;
const INTERIOR_HEAD = 12;
/** Bytes of the file's own header at the top of page 1. */
export const FILE_HEAD = 100;
/** Longest record that a leaf page of a table holds whole. */
const MOST_LOCAL = PAGE - 35;
const LEAST_LOCAL = Math.floor(((PAGE - 12) * 32) / 255) - 23;
const OVERFLOW = PAGE - 4;

/** Bytes of a record that stay on the leaf page; the rest goes to overflow pages. */
function localLength(payload: number): number {
  if (payload <= MOST_LOCAL) return payload;
  const local = LEAST_LOCAL + ((payload - LEAST_LOCAL) % OVERFLOW);
  return local <= MOST_LOCAL ? local : LEAST_LOCAL;
}

/** Bytes of a row on its leaf page, with its place in the page's list of cells. */
function leafLength(payload: number, row: number): number {
  const local = localLength(payload);
  return varintLength(payload) + varintLength(row) + local + (local < payload ? 4 : 0) + 2;
}

/** A table with the lengths of its rows and the pages it will take, known before a byte is written. */
export type PlannedTable = StoredTable & {
  readonly lengths: PayloadLengths;
  readonly pages: number;
  /** The whole schema fits on page 1, below the file's header. */
  readonly isOnFirstPage: boolean;
};

/**
 * Counts the pages of a table.
 *
 * @param isSchema the root is page 1, which is there already
 */
export function planTable(table: StoredTable, isSchema = false): PlannedTable {
  const lengths = payloadLengths(table.columns, table.rowCount);
  let overflow = 0;
  const lastRows: number[] = [];
  let used = HEAD;
  let bytes = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const payload = typeof lengths === 'number' ? lengths : (lengths[row] as number);
    const length = leafLength(payload, row);
    if (used + length > PAGE) {
      lastRows.push(row - 1);
      used = HEAD;
    }
    used += length;
    bytes += length;
    if (payload > MOST_LOCAL) overflow += Math.ceil((payload - localLength(payload)) / OVERFLOW);
  }
  lastRows.push(table.rowCount - 1);
  const isOnFirstPage = isSchema && FILE_HEAD + HEAD + bytes <= PAGE;
  if (isOnFirstPage) return { ...table, lengths, pages: overflow, isOnFirstPage };
  let pages = overflow + lastRows.length;
  let level: readonly number[] = lastRows;
  while (level.length > 1) {
    level = interiorGroups(level).map(({ to }) => level[to - 1] ?? 0);
    pages += level.length;
  }
  // Page 1 is there already. It stands above a single leaf that has no room on it.
  return { ...table, lengths, pages: isSchema && lastRows.length > 1 ? pages - 1 : pages, isOnFirstPage };
}

/** Which children share an interior page: as many as fit, and never one alone. */
function interiorGroups(lastRows: readonly number[]): readonly { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  let from = 0;
  // Room is left for the file's header on page 1, wherever the page will be.
  let used = INTERIOR_HEAD + FILE_HEAD;
  for (let child = 0; child < lastRows.length; child++) {
    const length = 4 + varintLength(lastRows[child] ?? 0) + 2;
    if (used + length > PAGE) {
      groups.push({ from, to: child });
      from = child;
      used = INTERIOR_HEAD + FILE_HEAD;
    }
    used += length;
  }
  const alone = groups.at(-1);
  if (alone && from === lastRows.length - 1) {
    groups.pop();
    groups.push({ from: alone.from, to: alone.to - 1 });
    from = alone.to - 1;
  }
  groups.push({ from, to: lastRows.length });
  return groups;
}

/**
 * Writes the leaf, overflow and interior pages of a table in order of rowids.
 *
 * @returns the root page
 */
export function writeTable(table: PlannedTable, target: Target, isSchema = false): number {
  const leaves = writeLeaves(table, target);
  let { pages, lastRows } = leaves;
  while (pages.length > 1 || (isSchema && pages[0] !== 1)) {
    const [children, rows] = [pages, lastRows];
    const groups = interiorGroups(rows);
    const isRoot = groups.length === 1;
    pages = groups.map(({ from, to }) => {
      const page = isSchema && isRoot ? 1 : target.counter.next();
      writeInterior(target.bytes, page, children.slice(from, to), rows.slice(from, to));
      return page;
    });
    lastRows = groups.map(({ to }) => rows[to - 1] ?? 0);
  }
  return pages[0] ?? 1;
}

type Level = { pages: number[]; lastRows: number[] };

function writeLeaves(table: PlannedTable, target: Target): Level {
  const { rowCount, columns, lengths } = table;
  const { bytes, counter } = target;
  const level: Level = { pages: [], lastRows: [] };
  const block = new RecordBlock();
  const starts = new Uint16Array(PAGE / 4);
  // The cells of a page are gathered here from its head on, then moved to its end.
  const page = new Uint8Array(PAGE);
  let used = HEAD;
  let cells = 0;
  let filled = 0;
  const flush = (lastRow: number): void => {
    const number = table.isOnFirstPage ? 1 : counter.next();
    const at = (number - 1) * PAGE;
    const start = number === 1 ? FILE_HEAD : 0;
    const content = PAGE - filled;
    writePageHead(bytes, { at, start, kind: 13, cells, content });
    for (let cell = 0, to = at + start + HEAD; cell < cells; cell++, to += 2) {
      writeUint16(bytes, to, content + (starts[cell] as number));
    }
    bytes.set(page.subarray(0, filled), at + content);
    level.pages.push(number);
    level.lastRows.push(lastRow);
    [used, cells, filled] = [HEAD, 0, 0];
  };
  for (let from = 0; from < rowCount; from += BLOCK) {
    const to = Math.min(from + BLOCK, rowCount);
    block.fill(columns, lengths, from, to);
    // Cells that follow each other are copied in one piece.
    let pending = 0;
    let done = block.starts[0] as number;
    const copy = (end: number): void => {
      page.set(block.bytes.subarray(done, end), filled - pending);
      pending = 0;
      done = end;
    };
    for (let row = from; row < to; row++) {
      const payload = typeof lengths === 'number' ? lengths : (lengths[row] as number);
      const length = leafLength(payload, row);
      const start = block.starts[row - from] as number;
      if (used + length > PAGE) {
        copy(start);
        flush(row - 1);
      }
      used += length;
      starts[cells++] = filled;
      if (payload <= MOST_LOCAL) {
        filled += length - 2;
        pending += length - 2;
        continue;
      }
      copy(start);
      const record = block.records[row - from] as number;
      const kept = record + localLength(payload);
      const end = block.starts[row - from + 1] as number;
      page.set(block.bytes.subarray(start, kept), filled);
      filled += kept - start;
      writeUint32(page, filled, writeOverflow(block.bytes.subarray(kept, end), target));
      filled += 4;
      done = end;
    }
    copy(block.starts[to - from] as number);
  }
  flush(rowCount - 1);
  return level;
}

/** A chain of overflow pages; returns the first. */
function writeOverflow(rest: Uint8Array, { bytes, counter }: Target): number {
  const first = counter.next();
  let page = first;
  for (let from = 0; from < rest.length; from += OVERFLOW) {
    const at = (page - 1) * PAGE;
    bytes.set(rest.subarray(from, from + OVERFLOW), at + 4);
    if (from + OVERFLOW >= rest.length) break;
    page = counter.next();
    writeUint32(bytes, at, page);
  }
  return first;
}

function writeInterior(
  bytes: Uint8Array,
  page: number,
  children: readonly number[],
  lastRows: readonly number[],
): void {
  const at = (page - 1) * PAGE;
  const start = page === 1 ? FILE_HEAD : 0;
  const cells = children.length - 1;
  let content = PAGE;
  for (let cell = 0; cell < cells; cell++) {
    const row = lastRows[cell] ?? 0;
    content -= 4 + varintLength(row);
    writeUint32(bytes, at + content, children[cell] ?? 0);
    writeVarint(bytes, at + content + 4, row);
    writeUint16(bytes, at + start + INTERIOR_HEAD + 2 * cell, content);
  }
  writePageHead(bytes, { at, start, kind: 5, cells, content, right: children.at(-1) ?? 0 });
}
