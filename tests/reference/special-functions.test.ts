import { describe, expect, it } from 'vitest';
import { gaussHypergeometric } from '../../src/algorithms/special/hypergeometric';
import { upperIncompleteGamma } from '../../src/algorithms/special/incomplete-gamma';
import { lnGamma } from '../../src/algorithms/special/ln-gamma';
import golden from './special-functions.json';

/** Difference as a share of the wanted value, or of 1 where that is larger: ln Γ goes through 0. */
function distance(found: number | null, wanted: number): number {
  return found === null ? Infinity : Math.abs(found - wanted) / Math.max(1, Math.abs(wanted));
}

describe('special functions agree with 40 digits to 1e-12', () => {
  it.each(golden.lnGamma.rows)('ln gamma of %f', (x = NaN, wanted = NaN) => {
    expect(distance(lnGamma(x), wanted)).toBeLessThan(1e-13);
  });

  it.each(golden.gaussHypergeometric.rows)(
    'F(%f, %f; %f; %f)',
    (a = NaN, b = NaN, c = NaN, z = NaN, wanted = NaN) => {
      expect(distance(gaussHypergeometric(a, b, c, z), wanted)).toBeLessThan(1e-12);
    },
  );

  it.each(golden.upperIncompleteGamma.rows)('Q(%f, %f)', (a = NaN, x = NaN, wanted = NaN) => {
    expect(Math.abs(upperIncompleteGamma(a, x) / wanted - 1)).toBeLessThan(1e-11);
  });
});
