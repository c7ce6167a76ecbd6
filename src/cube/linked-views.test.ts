import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../base/control';
import { emptyBitmap, setNull } from '../columns/column';
import { keyDimension, type Dimension } from './dimension';
import { brushStep, linkedTotals, rangeFilter, startBrush, type LinkedViews } from './linked-views';
import type { PlaceFilter } from './shown-rows';

type Row = { readonly cells: readonly (number | null)[]; readonly value: number; readonly isIn: boolean };
type Case = {
  readonly sizes: readonly number[];
  readonly rows: readonly Row[];
  readonly filters: readonly (readonly boolean[] | null)[];
  readonly first: number;
};

const caseArbitrary: fc.Arbitrary<Case> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const cells = sizes.map((size) =>
      fc.option(fc.integer({ min: 0, max: size - 1 }), { nil: null, freq: 4 }),
    );
    return fc.record({
      sizes: fc.constant(sizes),
      rows: fc.array(
        fc.record({
          cells: fc.tuple(...cells),
          value: fc.integer({ min: -1e12, max: 1e12 }),
          isIn: fc.boolean(),
        }),
        { maxLength: 40 },
      ),
      filters: fc.tuple(
        ...sizes.map((size) =>
          fc.option(fc.array(fc.boolean(), { minLength: size + 1, maxLength: size + 1 }), { nil: null }),
        ),
      ),
      first: fc.integer({ min: 0, max: 4 }),
    });
  });

function dimensionOf(rows: readonly Row[], view: number, size: number): Dimension {
  const base = view * 100;
  const nulls = emptyBitmap(rows.length);
  const values = Int32Array.from(rows, ({ cells }, row) => {
    const cell = cells[view] ?? null;
    if (cell !== null) return cell + base;
    setNull(nulls, row);
    return 0;
  });
  return keyDimension(
    { kind: 'int32', values, nulls: rows.some(({ cells }) => cells[view] == null) ? nulls : null },
    size,
    base,
  );
}

function viewsOf({ sizes, rows, first }: Case): LinkedViews {
  return {
    dimensions: sizes.map((size, view) => dimensionOf(rows, view, size)),
    values: Float64Array.from(rows, ({ value }) => value),
    selection: {
      first: Math.min(first, rows.length),
      last: rows.length,
      mask: Uint8Array.from(rows, ({ isIn }) => (isIn ? 1 : 0)),
    },
  };
}

const filtersOf = ({ filters }: Case): PlaceFilter[] =>
  filters.map((kept) => kept && Uint8Array.from(kept, (one) => (one ? 1 : 0)));

/** Each view counted anew, row by row, without its own filter. */
function recount({ sizes, rows, first }: Case, filters: readonly PlaceFilter[]) {
  const placeOf = (row: Row, view: number): number => row.cells[view] ?? sizes[view] ?? NaN;
  return sizes.map((size, view) => {
    const totals = { counts: new Int32Array(size + 1), sums: new Float64Array(size + 1) };
    for (const row of rows.slice(first).filter(({ isIn }) => isIn)) {
      const passes = filters.every(
        (filter, other) => other === view || filter === null || filter[placeOf(row, other)] === 1,
      );
      if (!passes) continue;
      const place = placeOf(row, view);
      totals.counts[place] = (totals.counts[place] ?? 0) + 1;
      totals.sums[place] = (totals.sums[place] ?? 0) + row.value;
    }
    return totals;
  });
}

describe('linked views', () => {
  it('show what a plain recount shows, each without its own filter', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary, async (one) => {
        const filters = filtersOf(one);
        expect(await linkedTotals(viewsOf(one), filters, silentControl)).toEqual(recount(one, filters));
      }),
    );
  });

  it('show the same at every step of a brush over any view', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary, async (one) => {
        const views = viewsOf(one);
        const filters = filtersOf(one);
        const before = structuredClone(filters);
        for (const [active, dimension] of views.dimensions.entries()) {
          const tables = await startBrush(views, filters, active, silentControl);
          for (let first = 0; first < dimension.size; first++) {
            for (let last = first; last <= dimension.size; last++) {
              const range = rangeFilter(dimension, first, last);
              const brushed = filters.with(active, range);
              expect(brushStep(tables, first, last)).toEqual(recount(one, brushed));
            }
          }
        }
        expect(filters).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('cross the border between two slices, and yield there', async () => {
    const rows = 150_000;
    const ten = (shift: number): Dimension => ({
      codes: Int32Array.from({ length: rows }, (_, row) => (row + shift) % 10),
      base: 0,
      size: 11,
      unknown: 10,
    });
    let yields = 0;
    const control = {
      ...silentControl,
      shouldYield: () => true,
      yield: () => {
        yields++;
        return Promise.resolve();
      },
    };
    const views = {
      dimensions: [ten(0), ten(3)],
      values: null,
      selection: { first: 0, last: rows, mask: null },
    };
    const tables = await startBrush(views, [null, null], 0, control);
    const [, other] = brushStep(tables, 0, 2);
    expect([...(other?.counts ?? [])]).toEqual([0, 0, 0, rows / 10, rows / 10, 0, 0, 0, 0, 0, 0]);
    expect(yields).toBe(3);
  });

  it('stop when told to, and refuse tables that would not fit', async () => {
    const wide: Dimension = { codes: new Int32Array(1), base: 0, size: 5000, unknown: 4999 };
    const views = {
      dimensions: [wide, wide],
      values: null,
      selection: { first: 0, last: 1, mask: null },
    };
    await expect(startBrush(views, [null, null], 0, silentControl)).rejects.toMatchObject({
      code: 'task.bad-parameters',
    });
    const stopped = {
      ...silentControl,
      shouldYield: () => true,
      yield: () => Promise.reject(new Error('stopped')),
    };
    await expect(linkedTotals(views, [null, null], stopped)).rejects.toThrow('stopped');
  });
});
