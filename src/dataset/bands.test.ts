import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, placesInBands } from './bands';
import { parseNumberRange } from './choices';

describe('bands', () => {
  it('of ages are decades', () => {
    const ages = Float64Array.from({ length: 101 }, (_, age) => age);
    expect(bandsOf(ages.subarray(18, 81), true).keys).toEqual([
      '-29',
      '30-39',
      '40-49',
      '50-59',
      '60-69',
      '70-',
    ]);
  });

  it('of equal values are that value, of none nothing', () => {
    expect(bandsOf(Float64Array.of(7, 7), true)).toEqual({ bounds: [], keys: ['7'] });
    expect(bandsOf(Float64Array.of(NaN), false)).toEqual({ bounds: [], keys: [] });
  });

  it('of values that are nearly all equal reach over the others', () => {
    const values = new Float64Array(100);
    values[99] = 60;
    expect(bandsOf(values, true).keys).toEqual(['-9', '10-19', '20-29', '30-39', '40-49', '50-59', '60-']);
  });

  it('hold each value in the range that their name says, and in no other', () => {
    const whole = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 50 });
    const broken = fc.array(
      fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100),
      {
        minLength: 2,
        maxLength: 50,
      },
    );
    const check = (isWhole: boolean) => (numbers: number[]) => {
      const values = Float64Array.from(numbers);
      const bands = bandsOf(values, isWhole);
      if (bands.bounds.length === 0) return;
      const places = placesInBands(values, bands);
      values.forEach((value, row) => {
        const holders = bands.keys.flatMap((key, place) => {
          const range = parseNumberRange(key);
          if (range === null) throw new Error(`${key} is no range`);
          const isIn = value >= range.from && (isWhole ? value <= range.to : value < range.to);
          return isIn ? [place] : [];
        });
        expect(holders, String(value)).toEqual([places[row]]);
      });
    };
    fc.assert(fc.property(whole, check(true)));
    fc.assert(fc.property(broken, check(false)));
  });
});

describe('a range of numbers', () => {
  it.each([
    ['30-45', 30, 45],
    ['60-', 60, Infinity],
    ['-30', -Infinity, 30],
    ['-30-', -30, Infinity],
    ['-20--10', -20, -10],
    ['-5-5', -5, 5],
    ['12.5', 12.5, 12.5],
    ['0.5-1.25', 0.5, 1.25],
  ])('%s reaches from %d to %d', (text, from, to) => {
    expect(parseNumberRange(text)).toEqual({ from, to });
  });

  it.each(['', '-', 'x', '5-3', '1-2-3-4', '1e3'])('%s is none', (text) => {
    expect(parseNumberRange(text)).toBeNull();
  });
});
