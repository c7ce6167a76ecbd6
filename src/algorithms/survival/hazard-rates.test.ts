import { describe, expect, it } from 'vitest';
import { hazardRates } from './hazard-rates';

describe('hazardRates', () => {
  it('are events per time under watch', () => {
    const lives = { time: Float64Array.of(1, 2), event: Uint8Array.of(1, 0), entry: null };
    expect(hazardRates(lives, Float64Array.of(0, 2)).rates[0]).toBeCloseTo(1 / 3, 12);
  });

  it('count an event at the end of a band in it, and time only from the entry on', () => {
    const lives = {
      time: Float64Array.of(5, 8, 20),
      event: Uint8Array.of(1, 1, 0),
      entry: Float64Array.of(0, 6, 2),
    };
    const { events, exposure } = hazardRates(lives, Float64Array.of(0, 5, 10));
    expect([...events]).toEqual([1, 1]);
    expect([...exposure]).toEqual([5 + 3, 2 + 5]);
  });

  it('leave out lives without a usable time, and give 0 where nobody was watched', () => {
    const lives = {
      time: Float64Array.of(NaN, -1, 3),
      event: Uint8Array.of(1, 1, 1),
      entry: Float64Array.of(0, 0, 3),
    };
    const { events, exposure, rates } = hazardRates(lives, Float64Array.of(0, 5));
    expect([events[0], exposure[0], rates[0]]).toEqual([0, 0, 0]);
    expect(hazardRates(lives, new Float64Array(0)).rates).toHaveLength(0);
  });

  it('find a constant hazard again', () => {
    const time = Float64Array.from({ length: 20_000 }, (_, i) => -Math.log((i + 0.5) / 20_000) / 0.1);
    const lives = { time, event: new Uint8Array(20_000).fill(1), entry: null };
    for (const rate of hazardRates(lives, Float64Array.of(0, 5, 10, 20)).rates)
      expect(rate).toBeCloseTo(0.1, 3);
  });
});
