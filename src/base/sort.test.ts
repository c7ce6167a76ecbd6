import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { orderDescending, orderOfKeys } from './sort';

describe('orderOfKeys', () => {
  it('is the stable ascending order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 0x7fffffff }), { maxLength: 200 }),
        fc.nat({ max: 200 }),
        (list, n) => {
          const count = Math.min(n, list.length);
          const expected = list
            .slice(0, count)
            .map((key, row) => ({ key, row }))
            .sort((a, b) => a.key - b.key || a.row - b.row)
            .map(({ row }) => row);
          expect([...orderOfKeys(Int32Array.from(list), count)]).toEqual(expected);
        },
      ),
    );
  });
});

describe('orderDescending', () => {
  it('puts large first, keeps ties in place, NaN last', () => {
    expect([...orderDescending([1, NaN, 3, 1, -Infinity, 3])]).toEqual([2, 5, 0, 3, 4, 1]);
    expect([...orderDescending([])]).toEqual([]);
  });
});
