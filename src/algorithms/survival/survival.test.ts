import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt } from './kaplan-meier';
import { logRank } from './log-rank';
import type { ObservedLives } from './observed-lives';
import { survivalQuantile } from './survival-quantile';

type Row = { readonly time: number; readonly event: number; readonly entry: number };

const row = fc.record({
  time: fc.integer({ min: 0, max: 12 }),
  event: fc.integer({ min: 0, max: 1 }),
  entry: fc.constantFrom(-3, 0, 0, 0, 1, 2, 5, 9, 12),
});

function livesOf(rows: readonly Row[]): ObservedLives {
  return {
    time: Float64Array.from(rows, ({ time }) => time),
    event: Uint8Array.from(rows, ({ event }) => event),
    entry: Float64Array.from(rows, ({ entry }) => entry),
  };
}

const isUsable = ({ time, entry }: Row): boolean => entry <= 0 || entry < time;
const isAtRisk = ({ time, entry }: Row, at: number): boolean => (entry <= 0 || entry < at) && at <= time;

function lives(time: readonly number[], event: readonly number[]): ObservedLives {
  return { time: Float64Array.from(time), event: Uint8Array.from(event), entry: null };
}

describe('a survival curve', () => {
  it('is the product of the shares that stay, counted row by row', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const usable = rows.filter(isUsable);
        const curve = kaplanMeier(livesOf(rows), { riskTimes: Float64Array.of(4, 0, 13) });
        expect([...curve.times]).toEqual([...new Set(usable.map(({ time }) => time))].sort((a, b) => a - b));
        let share = 1;
        curve.times.forEach((time, j) => {
          const atRisk = usable.filter((one) => isAtRisk(one, time)).length;
          const events = usable.filter((one) => one.time === time && one.event === 1).length;
          share *= 1 - events / atRisk;
          expect([curve.atRisk[j], curve.events[j]]).toEqual([atRisk, events]);
          expect(curve.survival[j]).toBeCloseTo(share, 12);
        });
        expect(curve.leftOut).toBe(rows.length - usable.length);
        expect([...curve.riskTable]).toEqual(
          [4, 0, 13].map((time) => usable.filter((one) => isAtRisk(one, time)).length),
        );
      }),
    );
  });

  it('falls only, within limits that hold it, from 0 to 1, never NaN', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom('log-log', 'log'), (rows, interval) => {
        const { survival, lower, upper, standardError } = kaplanMeier(livesOf(rows), { interval });
        survival.forEach((share, j) => {
          expect(share).toBeLessThanOrEqual(j === 0 ? 1 : (survival[j - 1] ?? NaN));
          expect(lower[j]).toBeGreaterThanOrEqual(0);
          expect(lower[j]).toBeLessThanOrEqual(share);
          expect(upper[j]).toBeGreaterThanOrEqual(share);
          expect(upper[j]).toBeLessThanOrEqual(1);
          expect(standardError[j]).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('does not depend on the order of the rows and leaves them as they were', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const given = livesOf(rows);
        const before = structuredClone(given);
        expect(kaplanMeier(given)).toEqual(kaplanMeier(livesOf(rows.toReversed())));
        expect(given).toEqual(before);
      }),
    );
  });

  it('without censoring is the share that is left', () => {
    const curve = kaplanMeier(lives([3, 1, 4, 1, 5], [1, 1, 1, 1, 1]));
    expect([0, 1, 2, 3, 4, 4.5, 5, 9].map((time) => survivalAt(curve, time))).toEqual([
      1,
      3 / 5,
      3 / 5,
      expect.closeTo(2 / 5, 12),
      expect.closeTo(1 / 5, 12),
      expect.closeTo(1 / 5, 12),
      0,
      0,
    ]);
  });

  it('lets late entries count only from when they were watched', () => {
    const late = kaplanMeier({
      time: Float64Array.of(2, 10, 10),
      event: Uint8Array.of(1, 0, 0),
      entry: Float64Array.of(0, 0, 5),
    });
    expect(survivalAt(late, 3)).toBe(0.5);
  });

  it('without an event stays 1 and has no median', () => {
    const curve = kaplanMeier(lives([5, 5, 7], [0, 0, 0]));
    expect([...curve.survival]).toEqual([1, 1]);
    expect([...curve.hasLimits]).toEqual([0, 0]);
    expect([...curve.lower]).toEqual([1, 1]);
    expect(survivalQuantile(curve)).toEqual({ time: null, lower: null, upper: null });
  });

  it('of nobody has no step', () => {
    const curve = kaplanMeier(lives([], []));
    expect(curve).toMatchObject({ lives: 0, totalEvents: 0, leftOut: 0, emptiedAt: null });
    expect([curve.times.length, survivalAt(curve, 3)]).toEqual([0, 1]);
  });

  it('of one customer falls to 0, without limits', () => {
    const curve = kaplanMeier(lives([5], [1]));
    expect([...curve.survival, ...curve.lower, ...curve.upper, ...curve.standardError]).toEqual([0, 0, 0, 0]);
    expect(survivalQuantile(curve)).toEqual({ time: 5, lower: null, upper: null });
    expect(curve.emptiedAt).toBeNull();
  });

  it('counts events of the same day, day 0 too', () => {
    expect([...kaplanMeier(lives([0, 0, 0, 0], [1, 1, 0, 1])).survival]).toEqual([0.25]);
    expect([...kaplanMeier(lives([3, 3], [1, 1])).survival]).toEqual([0]);
  });

  it('leaves out rows without a usable time, and counts them', () => {
    const curve = kaplanMeier({
      time: Float64Array.of(NaN, -1, Infinity, 4, 4, 6),
      event: Uint8Array.of(1, 1, 1, 1, 1, 0),
      entry: Float64Array.of(0, 0, 0, NaN, 4, 1),
    });
    expect(curve).toMatchObject({ lives: 1, totalEvents: 0, leftOut: 5 });
  });

  it('says when it is 0 only because nobody else was watched yet', () => {
    const curve = kaplanMeier({
      time: Float64Array.of(2, 9, 9),
      event: Uint8Array.of(1, 0, 1),
      entry: Float64Array.of(0, 5, 5),
    });
    expect(curve.emptiedAt).toBe(2);
    expect([...curve.survival]).toEqual([0, 0]);
  });
});

describe('the log-rank test', () => {
  const groups = 3;
  const grouped = fc.array(fc.tuple(row, fc.integer({ min: 0, max: groups - 1 })), { maxLength: 40 });

  it('shares the events out among the groups, and never gives NaN', () => {
    fc.assert(
      fc.property(grouped, (rows) => {
        const group = rows.map(([, one]) => one);
        const result = logRank(livesOf(rows.map(([one]) => one)), group, groups);
        const sum = (part: 'observed' | 'expected') =>
          result.groups.reduce((total, one) => total + one[part], 0);
        expect(sum('expected')).toBeCloseTo(sum('observed'), 9);
        if (result.test === null) {
          expect(result.reason).not.toBeNull();
          return;
        }
        const { chiSquared, degreesOfFreedom, pValue } = result.test;
        expect(chiSquared).toBeGreaterThanOrEqual(0);
        expect(degreesOfFreedom).toBeLessThan(groups);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on which group comes first', () => {
    fc.assert(
      fc.property(grouped, (rows) => {
        const given = livesOf(rows.map(([one]) => one));
        const found = logRank(given, rows.map(([, one]) => one), groups); // prettier-ignore
        const turned = logRank(given, rows.map(([, one]) => groups - 1 - one), groups); // prettier-ignore
        expect(turned.test?.degreesOfFreedom).toBe(found.test?.degreesOfFreedom);
        expect(turned.test?.chiSquared ?? 0).toBeCloseTo(found.test?.chiSquared ?? 0, 7);
      }),
    );
  });

  it('finds no difference between a group and its copy', () => {
    const { test } = logRank(lives([1, 2, 3, 1, 2, 3], [1, 0, 1, 1, 0, 1]), [0, 0, 0, 1, 1, 1], 2);
    expect(test).toMatchObject({ degreesOfFreedom: 1, pValue: 1 });
    expect(test?.chiSquared).toBeCloseTo(0, 12);
  });

  it('says why there is nothing to compare', () => {
    expect(logRank(lives([1, 2], [1, 1]), [0, 0], 2).reason).toBe('fewer-than-two-groups');
    expect(logRank(lives([1, 2], [0, 0]), [0, 1], 2).reason).toBe('no-events');
    expect(logRank(lives([1, 2], [0, 1]), [0, 1], 2).reason).toBe('never-at-risk-together');
  });
});
