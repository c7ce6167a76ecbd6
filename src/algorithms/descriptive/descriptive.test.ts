import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationCurve } from './concentration-curve';
import { quantileScores, scoreOf } from './quantile-scores';
import { tiersByRank, tiersByShareOfValue } from './value-tiers';

const valueArbitrary = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -0, 0) },
);
const valuesArbitrary = fc.array(valueArbitrary, { maxLength: 50 });
const isKnown = (value: number): boolean => !Number.isNaN(value);

describe('quantile scores', () => {
  it('are fifths when nobody ties', () => {
    const values = Array.from({ length: 20 }, (_, i) => i * i);
    const { scores, cuts } = quantileScores(values);
    expect([1, 2, 3, 4, 5].map((score) => scores.filter((one) => one === score).length)).toEqual([
      4, 4, 4, 4, 4,
    ]);
    expect([...cuts]).toEqual([16, 64, 144, 256]);
  });

  it('give each row the score of its middle rank', () => {
    fc.assert(
      fc.property(valuesArbitrary, fc.integer({ min: 1, max: 10 }), (values, bins) => {
        const before = [...values];
        const { scores, cuts, known } = quantileScores(values, bins);
        const all = values.filter(isKnown);
        expect(values).toEqual(before);
        expect(known).toBe(all.length);
        values.forEach((value, row) => {
          if (!isKnown(value)) {
            expect(scores[row]).toBe(0);
            return;
          }
          const below = all.filter((one) => one < value).length;
          const equal = all.filter((one) => one === value).length;
          const rank = below + (equal + 1) / 2;
          expect(scores[row]).toBe(Math.min(bins, 1 + Math.floor((bins * (rank - 0.5)) / all.length)));
          expect(scoreOf(cuts, value)).toBe(scores[row]);
        });
      }),
    );
  });

  it('give equal customers the middle score, and nobody none', () => {
    expect([...quantileScores([7, 7, 7]).scores]).toEqual([3, 3, 3]);
    expect([...quantileScores([7]).scores]).toEqual([3]);
    expect(quantileScores([])).toMatchObject({ known: 0 });
  });

  it('keep many zeros together', () => {
    expect([...quantileScores([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]).scores]).toEqual([
      3, 3, 3, 3, 3, 3, 3, 3, 5, 5,
    ]);
  });
});

describe('value tiers', () => {
  it('give the one who crosses the line to the upper class', () => {
    expect([...tiersByShareOfValue([50, 29, 2, 15, 4], [0.8, 0.95]).tiers]).toEqual([1, 1, 3, 1, 2]);
  });

  it('end exactly on the line when a customer does', () => {
    expect([...tiersByShareOfValue([80, 15, 5], [0.8, 0.95]).tiers]).toEqual([1, 2, 3]);
    expect([...tiersByRank([9, 8, 7, 6], [0.25, 0.5]).tiers]).toEqual([1, 2, 3, 3]);
  });

  it.each([
    ['share of value', tiersByShareOfValue],
    ['rank', tiersByRank],
  ] as const)(
    'by %s put everybody known into one class, equals together, better ones higher',
    (_, tiersBy) => {
      fc.assert(
        fc.property(valuesArbitrary, (values) => {
          const { tiers, classes, known, total } = tiersBy(values, [0.2, 0.5, 0.9]);
          const all = values.filter(isKnown);
          expect(classes).toHaveLength(4);
          expect(classes.reduce((sum, one) => sum + one.customers, 0)).toBe(known);
          expect(known).toBe(all.length);
          expect(classes.reduce((sum, one) => sum + one.value, 0)).toBe(total);
          expect(total).toBe(all.reduce((sum, one) => sum + one, 0));
          values.forEach((value, row) => {
            expect(tiers[row] === 0).toBe(!isKnown(value));
            values.forEach((other, otherRow) => {
              if (value > other) expect(tiers[row]).toBeLessThanOrEqual(tiers[otherRow] ?? NaN);
              if (value === other) expect(tiers[row]).toBe(tiers[otherRow]);
            });
          });
          classes.forEach(({ customers, value }, at) => {
            const members = values.filter((_value, row) => tiers[row] === at + 1);
            expect(members).toHaveLength(customers);
            expect(members.reduce((sum, one) => sum + one, 0)).toBe(value);
          });
        }),
      );
    },
  );

  it('hold at least the share that they are named for, and not without their last value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (values) => {
        const { tiers } = tiersByShareOfValue(values, [0.8]);
        const total = values.reduce((sum, one) => sum + one, 0);
        const best = values.filter((_, row) => tiers[row] === 1);
        const least = Math.min(...best);
        const sum = (some: readonly number[]) => some.reduce((part, one) => part + one, 0);
        expect(sum(best)).toBeGreaterThanOrEqual(0.8 * total);
        expect(sum(best.filter((one) => one > least))).toBeLessThan(0.8 * total);
      }),
    );
  });

  it('have nobody to choose when there is no value', () => {
    expect([...tiersByShareOfValue([0, -5, 0], [0.8, 0.95]).tiers]).toEqual([3, 3, 3]);
    expect(tiersByShareOfValue([], [0.8])).toMatchObject({
      total: 0,
      classes: [{ threshold: null }, { threshold: null }],
    });
    expect([...tiersByShareOfValue([7, 7], [0.8, 0.95]).tiers]).toEqual([1, 1]);
  });
});

describe('the concentration curve', () => {
  it('adds up the values from the largest down, and ends at the total', () => {
    fc.assert(
      fc.property(valuesArbitrary, fc.integer({ min: 1, max: 12 }), (values, points) => {
        const { customers, value, known, total, peak } = concentrationCurve(values, points);
        const sorted = values.filter(isKnown).sort((a, b) => b - a);
        const upTo = (count: number) => sorted.slice(0, count).reduce((sum, one) => sum + one, 0);
        expect([customers[0], customers.at(-1), value.at(-1)]).toEqual([0, known, total]);
        customers.forEach((count, i) => expect(value[i]).toBe(upTo(count)));
        const highest = Math.max(...Array.from({ length: known + 1 }, (_, count) => upTo(count)));
        expect(peak?.value ?? 0).toBe(highest);
        expect(upTo(peak?.customers ?? 0)).toBe(highest);
      }),
    );
  });
});
