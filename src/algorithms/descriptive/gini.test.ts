import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giniOf } from './gini';

describe('the Gini coefficient', () => {
  it('is 0 when all have the same and 1 − 1/n when one has everything', () => {
    expect(giniOf(Float64Array.of(3, 3, 3))).toBeCloseTo(0, 12);
    expect(giniOf(Float64Array.of(0, 0, 0, 8))).toBe(0.75);
  });

  it('is not defined without value, without customers, or with debts', () => {
    expect(giniOf(new Float64Array(0))).toBeNull();
    expect(giniOf(Float64Array.of(0, 0))).toBeNull();
    expect(giniOf(Float64Array.of(-1, 2))).toBeNull();
  });

  it('is half the mean difference of all pairs over the mean', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (numbers) => {
        const sum = numbers.reduce((total, value) => total + value, 0);
        fc.pre(sum > 0);
        const differences = numbers.flatMap((a) => numbers.map((b) => Math.abs(a - b)));
        const mean = differences.reduce((total, value) => total + value, 0) / numbers.length ** 2;
        expect(giniOf(Float64Array.from(numbers).sort())).toBeCloseTo(mean / (2 * (sum / numbers.length)), 9);
      }),
    );
  });
});
