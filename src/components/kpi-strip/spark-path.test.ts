import { describe, expect, it } from 'vitest';
import { sparkPath } from './spark-path';

describe('sparkPath', () => {
  it('runs from low at the bottom to high at the top and ends in its last point', () => {
    expect(sparkPath([1, 2, 3], 56, 22)).toEqual({ path: 'M0 19L27 11L54 3', last: [54, 3] });
  });

  it('breaks at a gap', () => {
    expect(sparkPath([1, null, 3], 56, 22)?.path.match(/M/g)).toHaveLength(2);
  });

  it('is level when nothing changed, and absent with fewer than two values', () => {
    expect(sparkPath([5, 5], 56, 22)?.path).toBe('M0 11L54 11');
    expect(sparkPath([5, null], 56, 22)).toBeNull();
  });
});
