import { describe, expect, it } from 'vitest';
import { exp, ln } from './exp-ln';
import { Random } from './random';

const relative = (actual: number, expected: number): number =>
  expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);

describe('exp', () => {
  it('agrees with the platform to 1e-13 relative over its whole range', () => {
    const random = new Random(1);
    let worst = 0;
    for (let i = 0; i < 200_000; i++) {
      const x = (random.uniform() - 0.5) * 1400;
      worst = Math.max(worst, relative(exp(x), Math.exp(x)));
    }
    for (let i = -1000; i <= 1000; i++) worst = Math.max(worst, relative(exp(i / 1000), Math.exp(i / 1000)));
    expect(worst).toBeLessThan(1e-13);
  });

  it('is exact at 0 and goes to 0 and Infinity at the ends', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(-746)).toBe(0);
    expect(exp(710)).toBe(Infinity);
    expect(exp(709.7)).toBeLessThan(Infinity);
    expect(relative(exp(709.7), Math.exp(709.7))).toBeLessThan(1e-13);
    expect(exp(NaN)).toBeNaN();
  });
});

describe('ln', () => {
  it('agrees with the platform to 1e-13 relative, near 1 too', () => {
    const random = new Random(2);
    let worst = 0;
    for (let i = 0; i < 200_000; i++) {
      const x = Math.exp((random.uniform() - 0.5) * 1400);
      worst = Math.max(worst, relative(ln(x), Math.log(x)));
      const near = 1 + (random.uniform() - 0.5) * 1e-6;
      worst = Math.max(worst, relative(ln(near), Math.log(near)));
    }
    expect(worst).toBeLessThan(1e-13);
  });

  it('handles 1, the square root of two, subnormals and what is not positive', () => {
    expect(ln(1)).toBe(0);
    expect(relative(ln(Math.SQRT2), Math.log(Math.SQRT2))).toBeLessThan(1e-15);
    expect(relative(ln(5e-324), Math.log(5e-324))).toBeLessThan(1e-13);
    expect(ln(0)).toBe(-Infinity);
    expect(ln(-1)).toBeNaN();
    expect(ln(Infinity)).toBe(Infinity);
  });

  it('undoes exp', () => {
    for (let x = -700; x <= 700; x += 0.37) expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(1e-12);
  });
});
