import { describe, expect, it } from 'vitest';
import { isotonic } from './isotonic';

describe('isotonic', () => {
  it('leaves what rises, and pools what falls', () => {
    expect(isotonic([0.1, 0.2, 0.3], [1, 1, 1])).toEqual([0.1, 0.2, 0.3]);
    const [first, second, third] = isotonic([0.1, 0.4, 0.2], [1, 1, 1]);
    expect(first).toBe(0.1);
    expect(second).toBeCloseTo(0.3, 12);
    expect(third).toBe(second);
  });

  it('weighs, and pools backwards as far as needed', () => {
    const pooled = isotonic([0.2, 0.3, 0], [1, 1, 8]);
    for (const value of pooled) expect(value).toBeCloseTo(0.05, 12);
  });

  it('keeps the weighted sum', () => {
    const [shares, weights] = [
      [0.5, 0.1, 0.9, 0.3, 0.4, 0.8],
      [3, 1, 4, 1, 5, 9],
    ];
    const sum = (values: readonly number[]) =>
      values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
    expect(sum(isotonic(shares, weights))).toBeCloseTo(sum(shares), 12);
  });

  it('fills places without weight from their neighbours', () => {
    expect(isotonic([NaN, 0.1, NaN, 0.3], [0, 1, 0, 1])).toEqual([0.1, 0.1, 0.1, 0.3]);
    expect(isotonic([0.1], [0])).toEqual([NaN]);
    expect(isotonic([], [])).toEqual([]);
  });
});
