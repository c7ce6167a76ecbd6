import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBitmap, setNull } from '../columns/column';
import { dictionaryOf } from '../columns/dictionary';
import { keyDimension, textDimension, type Dimension } from './dimension';
import { groupSigned } from './group-signed';
import { groupTotals } from './group-totals';
import { PairSet } from './pair-set';
import { rowsByKey, rowsOf } from './rows-by-key';
import { allRows, countSelected, type Selection } from './selection';

const size = 4;

type Row = { a: number | null; b: number | null; c: number | null; value: number; isIn: boolean };

const place = fc.option(fc.integer({ min: 0, max: size - 1 }), { nil: null });
const rowsArbitrary = fc.array(
  fc.record({
    a: place,
    b: place,
    c: place,
    value: fc.integer({ min: -1000, max: 1000 }),
    isIn: fc.boolean(),
  }),
  { maxLength: 60 },
);

function dimension(cells: readonly (number | null)[], base = 0): Dimension {
  const nulls = emptyBitmap(cells.length);
  const values = Int32Array.from(cells, (cell, row) => {
    if (cell === null) setNull(nulls, row);
    return cell === null ? 0 : cell + base;
  });
  return keyDimension({ kind: 'int32', values, nulls: cells.includes(null) ? nulls : null }, size, base);
}

const placeOf = (cell: number | null): number => cell ?? size;

function selected(rows: readonly Row[], first: number): { selection: Selection; chosen: readonly Row[] } {
  const mask = Uint8Array.from(rows, (row) => (row.isIn ? 1 : 0));
  return {
    selection: { first, last: rows.length, mask },
    chosen: rows.slice(first).filter((row) => row.isIn),
  };
}

describe('groups', () => {
  it('count and sum as a plain loop does, by one, two and three dimensions', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.integer({ min: 0, max: 5 }), (rows, first) => {
        const from = Math.min(first, rows.length);
        const { selection, chosen } = selected(rows, from);
        const a = dimension(rows.map((row) => row.a));
        const b = dimension(
          rows.map((row) => row.b),
          600,
        );
        const c = dimension(rows.map((row) => row.c));
        const values = Float64Array.from(rows, (row) => row.value);
        const naive = (group: (row: Row) => number, groups: number) => {
          const sums = new Array<number>(groups).fill(0);
          const counts = new Array<number>(groups).fill(0);
          for (const row of chosen) {
            sums[group(row)] = (sums[group(row)] ?? 0) + row.value;
            counts[group(row)] = (counts[group(row)] ?? 0) + 1;
          }
          return { counts, sums };
        };
        const plain = (totals: { counts: Int32Array; sums: Float64Array }) => ({
          counts: [...totals.counts],
          sums: [...totals.sums],
        });
        const all = size + 1;
        const one = (row: Row) => placeOf(row.a);
        const two = (row: Row) => one(row) * all + placeOf(row.b);
        const three = (row: Row) => two(row) * all + placeOf(row.c);
        expect(plain(groupTotals([a], values, selection))).toEqual(naive(one, all));
        expect(plain(groupTotals([a, b], values, selection))).toEqual(naive(two, all ** 2));
        expect(plain(groupTotals([a, b, c], values, selection))).toEqual(naive(three, all ** 3));
        expect(countSelected(selection)).toBe(chosen.length);
      }),
    );
  });

  it('sum positive and negative values apart', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { selection, chosen } = selected(rows, 0);
        const values = Float64Array.from(rows, (row) => row.value);
        const totals = groupSigned(
          dimension(
            rows.map((row) => row.b),
            600,
          ),
          values,
          selection,
        );
        for (let group = 0; group <= size; group++) {
          const members = chosen.filter((row) => placeOf(row.b) === group).map((row) => row.value);
          const sum = (part: readonly number[]) => part.reduce((total, value) => total + value, 0);
          expect(totals.counts[group]).toBe(members.length);
          expect(totals.positive[group]).toBe(sum(members.filter((value) => value > 0)));
          expect(totals.negative[group]).toBe(
            sum(members.filter((value) => value < 0).map((value) => -value)),
          );
        }
      }),
    );
  });

  it('count distinct members as sets do, unknown members left out', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { selection, chosen } = selected(rows, 0);
        const group = dimension(rows.map((row) => row.a));
        const member = dimension(rows.map((row) => row.b));
        const known = chosen.filter((row) => row.b !== null);
        const distinct = (isWanted: (place: number) => boolean) =>
          new Set(known.filter((row) => isWanted(placeOf(row.a))).map((row) => row.b)).size;
        const set = new PairSet(size + 1, size);
        set.add(group, member, selection);
        expect([...set.counts()]).toEqual(
          Array.from({ length: size + 1 }, (_, place) => distinct((one) => one === place)),
        );
        expect(set.countTogether((one) => one >= 2)).toBe(distinct((one) => one >= 2));
      }),
    );
  });

  it('list the rows of each key in order', () => {
    fc.assert(
      fc.property(fc.array(place), (cells) => {
        const index = rowsByKey(dimension(cells, 3));
        for (let key = 0; key <= size; key++) {
          const wanted = cells.flatMap((cell, row) => (placeOf(cell) === key ? [row] : []));
          expect([...rowsOf(index, key)]).toEqual(wanted);
        }
      }),
    );
  });

  it('of no rows are all empty', () => {
    const none = dimension([]);
    expect([...groupTotals([none], new Float64Array(0), allRows(0)).counts]).toEqual([0, 0, 0, 0, 0]);
    expect([...new PairSet(3, 0).counts()]).toEqual([0, 0, 0]);
  });

  it('only count when there are no values', () => {
    const totals = groupTotals([dimension([1, 1, null])], null, allRows(3));
    expect([...totals.counts]).toEqual([0, 2, 0, 0, 1]);
    expect([...totals.sums]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('the dimension of a text column', () => {
  const dictionary = dictionaryOf(['x', 'y']);

  it('shares the codes when nothing is null', () => {
    const codes = Uint32Array.of(1, 0, 1);
    const found = textDimension({ kind: 'text', codes, dictionary, nulls: null });
    expect(found.codes.buffer).toBe(codes.buffer);
    expect(found).toMatchObject({ size: 3, unknown: 2, base: 0 });
  });

  it('gives nulls a place of their own and leaves the column as it was', () => {
    const codes = Uint32Array.of(1, 0, 1);
    const nulls = emptyBitmap(3);
    setNull(nulls, 1);
    expect([...textDimension({ kind: 'text', codes, dictionary, nulls }).codes]).toEqual([1, 2, 1]);
    expect([...codes]).toEqual([1, 0, 1]);
  });
});
