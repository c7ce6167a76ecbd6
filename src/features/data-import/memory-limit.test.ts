import { expect, it } from 'vitest';
import { memoryLimit } from './memory-limit';

it('is a quarter of the memory, or 1.5 GB where nobody knows', () => {
  expect([memoryLimit(8), memoryLimit(0.5), memoryLimit(undefined)]).toEqual([2 ** 31, 2 ** 27, 1.5e9]);
});
