import { isNull } from '../../columns/column';
import { orderOfKeys } from '../../base/sort';
import { PAGE, writePageHead, writeUint16, writeUint32 } from './page';
import type { Target } from './table-pages';

/** Rows in the order of a key column; rows without a key take no part. */
export type StoredIndex = {
  readonly keys: Int32Array;
  readonly nulls: Uint8Array | null;
  /** Least and largest key decide how many bytes a key takes. */
  readonly keyWidth: 1 | 2 | 3 | 4;
  readonly rowWidth: 1 | 2 | 3 | 4;
  readonly count: number;
  /** Rows in order of key, then of row. */
  readonly order: Uint32Array;
};

const HEAD = 8;
const INTERIOR_HEAD = 12;

const widthOf = (most: number): 1 | 2 | 3 | 4 => {
  if (most < 2 ** 7) return 1;
  if (most < 2 ** 15) return 2;
  return most < 2 ** 23 ? 3 : 4;
};

/** Sorts the rows of a column of keys (0 and more). */
export function sortIndex(keys: Int32Array, nulls: Uint8Array | null): StoredIndex {
  let known = keys;
  let rows: Uint32Array | null = null;
  if (nulls !== null) {
    rows = new Uint32Array(keys.length);
    known = new Int32Array(keys.length);
    let count = 0;
    for (let row = 0; row < keys.length; row++) {
      if (isNull(nulls, row)) continue;
      known[count] = keys[row] as number;
      rows[count++] = row;
    }
    known = known.subarray(0, count);
  }
  const order = orderOfKeys(known);
  if (rows !== null) for (let i = 0; i < order.length; i++) order[i] = rows[order[i] as number] as number;
  let most = 0;
  for (let i = 0; i < known.length; i++) most = Math.max(most, known[i] as number);
  return {
    keys,
    nulls,
    keyWidth: widthOf(most),
    rowWidth: widthOf(keys.length),
    count: order.length,
    order,
  };
}

/** How the entries fall on pages: every entry once, between two children one entry of their parent. */
type Plan = { readonly cell: number; readonly leaf: number; readonly interior: number };

function planOf({ keyWidth, rowWidth }: StoredIndex): Plan {
  // Record: header of three bytes, key, row. Before it its length, on interior pages also the child.
  const cell = 1 + 3 + keyWidth + rowWidth;
  return {
    cell,
    leaf: Math.floor((PAGE - HEAD) / (cell + 2)),
    interior: Math.floor((PAGE - INTERIOR_HEAD) / (cell + 6)),
  };
}

/** Entries on each page of a level that holds `count` of them; one entry between two pages goes up. */
function pagesOfLevel(count: number, most: number): readonly number[] {
  const pages = Math.max(1, Math.ceil((count + 1) / (most + 1)));
  const kept = count - (pages - 1);
  const least = Math.floor(kept / pages);
  const more = kept - least * pages;
  return Array.from({ length: pages }, (_, page) => (page < more ? least + 1 : least));
}

/** Pages that the index takes. */
export function indexPages(index: StoredIndex): number {
  const plan = planOf(index);
  let level = pagesOfLevel(index.count, plan.leaf);
  let pages = level.length;
  while (level.length > 1) {
    level = pagesOfLevel(level.length - 1, plan.interior);
    pages += level.length;
  }
  return pages;
}

/** Writes the index bottom up; returns its root page. */
export function writeIndex(index: StoredIndex, target: Target): number {
  const plan = planOf(index);
  const { keys, order } = index;
  const { bytes, counter } = target;

  const writeCell = (at: number, row: number): void => {
    const key = keys[row] as number;
    let to = at;
    bytes[to++] = plan.cell - 1;
    bytes[to++] = 3;
    bytes[to++] = index.keyWidth;
    bytes[to++] = index.rowWidth;
    if (index.keyWidth > 3) bytes[to++] = key >> 24;
    if (index.keyWidth > 2) bytes[to++] = key >> 16;
    if (index.keyWidth > 1) bytes[to++] = key >> 8;
    bytes[to++] = key;
    if (index.rowWidth > 3) bytes[to++] = row >> 24;
    if (index.rowWidth > 2) bytes[to++] = row >> 16;
    if (index.rowWidth > 1) bytes[to++] = row >> 8;
    bytes[to] = row;
  };

  let children: number[] = [];
  let between: number[] = [];
  let entry = 0;
  for (const cells of pagesOfLevel(index.count, plan.leaf)) {
    if (children.length > 0) between.push(order[entry++] as number);
    const page = counter.next();
    const at = (page - 1) * PAGE;
    const content = PAGE - cells * plan.cell;
    writePageHead(bytes, { at, kind: 10, cells, content });
    for (let cell = 0; cell < cells; cell++) {
      writeUint16(bytes, at + HEAD + 2 * cell, content + cell * plan.cell);
      writeCell(at + content + cell * plan.cell, order[entry++] as number);
    }
    children.push(page);
  }
  while (children.length > 1) {
    const [below, entries] = [children, between];
    [children, between] = [[], []];
    let next = 0;
    for (const cells of pagesOfLevel(entries.length, plan.interior)) {
      if (children.length > 0) between.push(entries[next++] as number);
      const page = counter.next();
      const at = (page - 1) * PAGE;
      const length = plan.cell + 4;
      const content = PAGE - cells * length;
      for (let cell = 0; cell < cells; cell++, next++) {
        writeUint16(bytes, at + INTERIOR_HEAD + 2 * cell, content + cell * length);
        writeUint32(bytes, at + content + cell * length, below[next] as number);
        writeCell(at + content + cell * length + 4, entries[next] as number);
      }
      writePageHead(bytes, { at, kind: 2, cells, content, right: below[next] as number });
      children.push(page);
    }
  }
  return children[0] ?? 0;
}
