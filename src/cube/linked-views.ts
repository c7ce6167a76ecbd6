import type { Control } from '../base/control';
import { AppError } from '../base/errors';
import type { Dimension } from './dimension';
import type { Selection } from './selection';
import { ShownRows, type PlaceFilter } from './shown-rows';

/**
 * Several views of the same rows, at most 200, linked: what is chosen in one filters all the others, never itself. A view
 * shows rows and sums by the places of its dimension.
 */
export type LinkedViews = {
  readonly dimensions: readonly Dimension[];
  /** One whole number per row, 0 where unknown (money in minor units): sums stay exact to 2^53. null = count only. */
  readonly values: Float64Array | null;
  /** Rows that take part at all. */
  readonly selection: Selection;
};

/** What a view shows: rows and sums of each place of its dimension. */
export type ViewTotals = { readonly counts: Int32Array; readonly sums: Float64Array };

/**
 * Tables from which every brush over one view is a subtraction: for each other view the totals of all rows whose active
 * place is below b, for b = 0 … size, under all filters but its own and the active one.
 */
export type BrushTables = {
  readonly active: number;
  /** Of each view; the active one has a single block, which a brush does not change. */
  readonly blocks: readonly ViewTotals[];
  readonly sizes: readonly number[];
};

/** Rows between two looks at the clock. */
const SLICE = 65_536;
/** Cells of one table, 12 bytes each: 50 MB. */
const MOST_CELLS = 1 << 22;

/** The filter that keeps places `first` … `last` − 1. Unknown values have the last place and no bin. */
export function rangeFilter(dimension: Dimension, first: number, last: number): Uint8Array {
  return new Uint8Array(dimension.size).fill(1, first, last);
}

/**
 * What every view shows under the filters of all others.
 *
 * @param filters one per view, see {@link PlaceFilter}
 * @throws task.cancelled
 * O(rows · views)
 */
export async function linkedTotals(
  views: LinkedViews,
  filters: readonly PlaceFilter[],
  control: Control,
): Promise<readonly ViewTotals[]> {
  return count(views, filters, null, control);
}

/**
 * Prepares a brush over the places of one view. The filter that this view may have does not count: the brush takes its
 * place.
 *
 * @param active number of the view under the hand
 * @throws task.bad-parameters when a table would have more than 4 million cells
 * @throws task.cancelled
 *
 * Source: Moritz, Howe & Heer 2019, "Falcon: Balancing Interactive Latency and Resolution Sensitivity for Scalable
 * Linked Visualizations", CHI, §4.2. O(rows · views + cells)
 */
export async function startBrush(
  views: LinkedViews,
  filters: readonly PlaceFilter[],
  active: number,
  control: Control,
): Promise<BrushTables> {
  const others = filters.map((filter, view) => (view === active ? null : filter));
  const blocks = await count(views, others, active, control);
  const sizes = views.dimensions.map(({ size }) => size);
  blocks.forEach((block, view) => {
    if (view !== active) addUp(block, sizes[view] as number);
  });
  return { active, blocks, sizes };
}

/**
 * What every view shows while places `first` … `last` − 1 of the active one are chosen; `first` = `last` chooses nothing.
 * The same as {@link linkedTotals} under that range. O(cells of the views), whatever the number of rows
 */
export function brushStep(tables: BrushTables, first: number, last: number): readonly ViewTotals[] {
  const { active, blocks, sizes } = tables;
  return blocks.map((block, view) => {
    if (view === active) return block;
    return rangeTotals(block, sizes[view] as number, first, last);
  });
}

/** Numbers of any list: tables that travelled as plain data are read as they are. */
export type TotalsTable = { readonly counts: ArrayLike<number>; readonly sums: ArrayLike<number> };

/** The totals of places `first` … `last` − 1 by the table of a view of `size` places. */
export function rangeTotals(
  { counts, sums }: TotalsTable,
  size: number,
  first: number,
  last: number,
): ViewTotals {
  return {
    counts: difference(counts, new Int32Array(size), first * size, last * size),
    sums: difference(sums, new Float64Array(size), first * size, last * size),
  };
}

function difference<T extends Int32Array | Float64Array>(
  table: ArrayLike<number>,
  into: T,
  from: number,
  to: number,
): T {
  for (let place = 0; place < into.length; place++) {
    into[place] = (table[to + place] as number) - (table[from + place] as number);
  }
  return into;
}

/** Block b + 1 holds the rows at active place b; afterwards those at all places below. */
function addUp({ counts, sums }: ViewTotals, size: number): void {
  for (let cell = size; cell < counts.length; cell++) {
    counts[cell] = (counts[cell] as number) + (counts[cell - size] as number);
    sums[cell] = (sums[cell] as number) + (sums[cell - size] as number);
  }
}

async function count(
  views: LinkedViews,
  filters: readonly PlaceFilter[],
  active: number | null,
  control: Control,
): Promise<readonly ViewTotals[]> {
  const { dimensions, selection } = views;
  const activeDimension = active === null ? null : (dimensions[active] ?? null);
  const tables = dimensions.map(({ size }, view) => {
    const blocks = activeDimension === null || view === active ? 1 : activeDimension.size + 1;
    return emptyTable(size * blocks);
  });
  const { first, last } = selection;
  const isOpen = selection.mask === null && filters.every((filter) => filter === null);
  const shown = isOpen
    ? null
    : new ShownRows(dimensions, selection.mask, filters, Math.min(SLICE, Math.max(0, last - first)));
  for (let from = first; from < last; from += SLICE) {
    if (control.shouldYield()) await control.yield(from - first, last - first);
    const to = Math.min(last, from + SLICE);
    shown?.read(from, to);
    dimensions.forEach((dimension, view) => {
      const split = view === active ? null : activeDimension;
      const table = tables[view] as ViewTotals;
      if (shown === null) addSlice(dimension, split, views.values, from, to, table);
      else {
        addRows(dimension, split, views.values, shown.everywhere(), table);
        addRows(dimension, split, views.values, shown.onlyIn(view), table);
      }
    });
  }
  return tables;
}

function emptyTable(cells: number): ViewTotals {
  if (cells > MOST_CELLS) {
    throw new AppError('task.bad-parameters', `A brush over ${cells} cells is too fine`, {
      parameter: 'bins',
      value: cells,
      most: MOST_CELLS,
    });
  }
  return { counts: new Int32Array(cells), sums: new Float64Array(cells) };
}

/** Adds rows `from` … `to` − 1; with `split` to the block after their active place. */
function addSlice(
  { codes, base, size }: Dimension,
  split: Dimension | null,
  values: Float64Array | null,
  from: number,
  to: number,
  { counts, sums }: ViewTotals,
): void {
  const splitCodes = split === null ? null : split.codes;
  const offset = split === null ? base : base + (split.base - 1) * size;
  for (let row = from; row < to; row++) {
    const block = splitCodes === null ? 0 : (splitCodes[row] as number) * size;
    const cell = block + (codes[row] as number) - offset;
    counts[cell] = (counts[cell] as number) + 1;
    if (values !== null) sums[cell] = (sums[cell] as number) + (values[row] as number);
  }
}

/** The same for a list of rows. */
function addRows(
  { codes, base, size }: Dimension,
  split: Dimension | null,
  values: Float64Array | null,
  rows: Int32Array,
  { counts, sums }: ViewTotals,
): void {
  const splitCodes = split === null ? null : split.codes;
  const offset = split === null ? base : base + (split.base - 1) * size;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const block = splitCodes === null ? 0 : (splitCodes[row] as number) * size;
    const cell = block + (codes[row] as number) - offset;
    counts[cell] = (counts[cell] as number) + 1;
    if (values !== null) sums[cell] = (sums[cell] as number) + (values[row] as number);
  }
}
