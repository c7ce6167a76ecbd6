import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve';
import { wilsonInterval } from './wilson-interval';

describe('areaUnderCurve', () => {
  it('is 1 when every case scores higher, 0 when lower, one half for equal scores', () => {
    expect(areaUnderCurve(Float64Array.of(1, 2, 3), Uint8Array.of(0, 1, 1))).toBe(1);
    expect(areaUnderCurve(Float64Array.of(1, 2, 3), Uint8Array.of(1, 0, 0))).toBe(0);
    expect(areaUnderCurve(Float64Array.of(2, 2, 2), Uint8Array.of(1, 0, 1))).toBe(0.5);
  });

  it('is the share of pairs that are in order', () => {
    const scores = Float64Array.from([5, 1, 4, 4, 2, 3, 4, 0]);
    const isCase = Uint8Array.from([1, 0, 1, 0, 1, 0, 0, 0]);
    let [won, pairs] = [0, 0];
    scores.forEach((a, i) => {
      scores.forEach((b, j) => {
        if (isCase[i] !== 1 || isCase[j] === 1) return;
        pairs++;
        won += a > b ? 1 : a === b ? 0.5 : 0;
      });
    });
    expect(areaUnderCurve(scores, isCase)).toBeCloseTo(won / pairs, 12);
  });

  it('is not known without cases or without others', () => {
    expect(areaUnderCurve(Float64Array.of(1), Uint8Array.of(1))).toBeNull();
    expect(areaUnderCurve(new Float64Array(0), new Uint8Array(0))).toBeNull();
  });
});

describe('wilsonInterval', () => {
  it('has the limits that Newcombe 1998, table I, gives', () => {
    for (const [hits, n, lower, upper] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const [low, high] = wilsonInterval(hits, n);
      expect(low).toBeCloseTo(lower, 4);
      expect(high).toBeCloseTo(upper, 4);
    }
  });

  it('is everything when nothing was seen', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});
