import { describe, expect, it } from 'vitest';
import { codesIn } from './codes-in';
import { dictionaryOf } from './dictionary';

describe('codes of one dictionary in another', () => {
  it('finds equal values and says −1 for those that are not there', () => {
    const into = dictionaryOf(['b', 'a', '', '客户', 'C0000001']);
    const from = dictionaryOf(['C0000001', 'x', '客户', '', 'x1', 'a']);
    expect([...codesIn(from, into)]).toEqual([4, -1, 3, 2, -1, 1]);
  });

  it('finds the same whichever is the larger one', () => {
    const many = dictionaryOf(Array.from({ length: 5000 }, (_, value) => `C${value * 7}`));
    const few = dictionaryOf(['x', 'C700', '', 'C7', 'C1']);
    expect([...codesIn(few, many)]).toEqual([-1, 100, -1, 1, -1]);
    const found = codesIn(many, few);
    expect([found[100], found[1], found.filter((code) => code >= 0).length]).toEqual([1, 3, 2]);
  });

  it('finds nothing in an empty one, and everything in itself', () => {
    const some = dictionaryOf(['1', '2', '10']);
    expect([...codesIn(some, dictionaryOf([]))]).toEqual([-1, -1, -1]);
    expect([...codesIn(dictionaryOf([]), some)]).toEqual([]);
    expect([...codesIn(some, some)]).toEqual([0, 1, 2]);
  });
});
