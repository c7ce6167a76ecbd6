import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { majorOf, minorOf, plainDecimal, roundToStep } from './money';

describe('money', () => {
  it('writes plain decimals that read back to the same minor units', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 46), max: 2 ** 46 }), (minor) => {
        expect(minorOf(Number(plainDecimal(minor, 100)), 100)).toBe(minor);
        expect(minorOf(majorOf(minor, 100), 100)).toBe(minor);
      }),
    );
    expect(plainDecimal(-5, 100)).toBe('-0.05');
    expect(plainDecimal(123, 1)).toBe('123');
    expect(plainDecimal(1234, 1000)).toBe('1.234');
  });

  it('rounds halves away from zero on both sides', () => {
    expect([minorOf(0.125, 100), minorOf(-0.125, 100)]).toEqual([13, -13]);
    expect([roundToStep(1500, 1000), roundToStep(-1500, 1000), roundToStep(1499, 1000)]).toEqual([
      2000, -2000, 1000,
    ]);
  });
});
