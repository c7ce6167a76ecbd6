import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDecimal, plainFloat32, plainNumber, scaledInteger } from './plain-decimal';

describe('plain decimals', () => {
  it.each([
    ['1e3', '1000'],
    ['-1.25E+3', '-1250'],
    ['6.2220200000000001e18', '6222020000000000100'],
    ['1.5e-3', '0.0015'],
    ['-0e5', '0'],
    ['0.10', '0.10'],
    ['12', '12'],
    ['1e999999999', '1e999999999'],
  ])('%s is %s', (written, plain) => {
    expect(plainDecimal(written)).toBe(plain);
  });

  it('mean the number that was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('say nothing of what is no number', () => {
    expect([NaN, Infinity, -Infinity].map(plainNumber)).toEqual(['', '', '']);
  });

  it('of 32 bits have the digits that were meant', () => {
    expect([0.1, 1.1, 16777216, -2.5, NaN].map((value) => plainFloat32(Math.fround(value)))).toEqual([
      '0.1',
      '1.1',
      '16777216',
      '-2.5',
      '',
    ]);
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(Number(plainFloat32(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('put the point into integers of any length', () => {
    expect(scaledInteger(12345n, 2)).toBe('123.45');
    expect(scaledInteger(-5n, 2)).toBe('-0.05');
    expect(scaledInteger(12300n, 2)).toBe('123');
    expect(scaledInteger(1234567890123456789012n, 4)).toBe('123456789012345678.9012');
    expect(scaledInteger(7n, 0)).toBe('7');
    expect(scaledInteger(7n, -3)).toBe('7000');
  });
});
