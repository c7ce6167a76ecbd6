import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileOf } from './rank';
import { topRows } from './top-rows';

describe('the top rows', () => {
  it('are those that a stable sort puts first, unknown values left out', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(NaN, -Infinity)));
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 12 }), (numbers, count) => {
        const wanted = numbers
          .flatMap((value, row) => (value === value ? [row] : []))
          .sort((a, b) => {
            const [left, right] = [numbers[a] as number, numbers[b] as number];
            return left === right ? a - b : left > right ? -1 : 1;
          })
          .slice(0, count);
        expect([...topRows(numbers, count)]).toEqual(wanted);
      }),
    );
  });

  it('of nothing are none', () => {
    expect([...topRows([], 3)]).toEqual([]);
    expect([...topRows([NaN], 3)]).toEqual([]);
    expect([...topRows([1, 2], 0)]).toEqual([]);
  });
});

describe('a percentile', () => {
  it('counts those below, and half of those equal', () => {
    expect(percentileOf([1, 2, 2, 5], null, 2)).toBe(0.5);
    expect(percentileOf([1, 2, 2, 5], null, 9)).toBe(1);
    expect(percentileOf([7], null, 7)).toBe(0.5);
  });

  it('leaves out what is unknown or not selected', () => {
    expect(percentileOf([1, NaN, 3, 100], Uint8Array.of(1, 1, 1, 0), 3)).toBe(0.75);
    expect(percentileOf([NaN], null, 3)).toBeNull();
  });
});
