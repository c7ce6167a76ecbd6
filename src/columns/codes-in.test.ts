import { describe, expect, it } from 'vitest';
import { codesIn } from './codes-in';
import { dictionaryOf } from './dictionary';

describe('codes of one dictionary in another', () => {
  it('finds equal values and says −1 for those that are not there', () => {
    const into = dictionaryOf(['b', 'a', '', '客户', 'C0000001']);
    const from = dictionaryOf(['C0000001', 'x', '客户', '', 'x1', 'a']);
    expect([...codesIn(from, into)]).toEqual([4, -1, 3, 2, -1, 1]);
  });

  it('finds nothing in an empty one, and everything in itself', () => {
    const some = dictionaryOf(['1', '2', '10']);
    expect([...codesIn(some, dictionaryOf([]))]).toEqual([-1, -1, -1]);
    expect([...codesIn(dictionaryOf([]), some)]).toEqual([]);
    expect([...codesIn(some, some)]).toEqual([0, 1, 2]);
  });
});
