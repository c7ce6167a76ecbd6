import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from './best-grouping';

describe('adjustedRandIndex', () => {
  it('gives the value of the textbook example', () => {
    // Hubert & Arabie's formula by hand: pairs together in both 2, in one 4, in the other 7, of 15.
    const expected = (4 * 7) / 15;
    const index = adjustedRandIndex([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 1]);
    expect(index).toBeCloseTo((2 - expected) / (5.5 - expected), 12);
  });

  it('is 1 for the same groups under other names, and where both are one group', () => {
    expect(adjustedRandIndex([0, 0, 1, 2], [5, 5, 3, 1])).toBe(1);
    expect(adjustedRandIndex([1, 1, 1], [2, 2, 2])).toBe(1);
  });

  it('is about 0 for groups that have nothing to do with each other', () => {
    const one = Array.from({ length: 900 }, (_, i) => i % 3);
    const other = Array.from({ length: 900 }, (_, i) => Math.floor(i / 3) % 3);
    expect(Math.abs(adjustedRandIndex(one, other))).toBeLessThan(0.01);
  });
});
