import { describe, expect, it } from 'vitest';
import { areCuts, rfmQuestion, tabOf, tiersQuestion } from './questions';

describe('the questions of Segments', () => {
  it('are the defaults when the link says nothing, or nonsense', () => {
    const plain = { frequency: 'days', money: '', months: 12, high: 'mean' };
    expect(rfmQuestion({})).toEqual(plain);
    expect(rfmQuestion({ frequency: 'hours', months: '-1' })).toEqual(plain);
    expect(tiersQuestion({ cuts: '0.9 0.8' })).toEqual({ scheme: 'abc', value: '', cuts: [], months: 12 });
    expect([tabOf([]), tabOf(['rfm']), tabOf(['builder'])]).toEqual(['tiers', 'rfm', 'tiers']);
  });

  it('are those of the link', () => {
    expect(rfmQuestion({ frequency: 'months', money: 'inflow' })).toMatchObject({
      frequency: 'months',
      money: 'inflow',
    });
    expect(tiersQuestion({ scheme: 'four', cuts: '0.1 0.2 0.3' })).toMatchObject({
      scheme: 'four',
      cuts: [0.1, 0.2, 0.3],
    });
  });

  it.each([
    [[0.8, 0.95], true],
    [[0.8], false],
    [[0.8, 0.8], false],
    [[0, 0.5], false],
    [[0.5, 1], false],
    [[NaN, 0.5], false],
  ])('take %j for two cuts: %s', (cuts, isGood) => {
    expect(areCuts(cuts, 2)).toBe(isGood);
  });
});
