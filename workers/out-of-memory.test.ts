import { describe, expect, it } from 'vitest';
import { AppError } from '../src/base/errors';
import { refuseForMemory } from './out-of-memory';

const refused = (error: Error): Promise<unknown> =>
  refuseForMemory(Promise.reject(error)).catch((caught: unknown) => caught);

describe('refuseForMemory', () => {
  it('passes on what was made', async () => {
    expect(await refuseForMemory(Promise.resolve(3))).toBe(3);
  });

  it.each([
    'Array buffer allocation failed',
    'Invalid typed array length: 8000000000',
    'Invalid array length',
    'out of memory',
  ])('knows "%s" for a lack of memory', async (message) => {
    const cause = new RangeError(message);
    expect(await refused(cause)).toMatchObject({ code: 'ingest.out-of-memory', message, cause });
  });

  it('finds the lack of memory behind an error of reading', async () => {
    const cause = new RangeError('Array buffer allocation failed');
    const error = new AppError('ingest.unreadable', 'a.csv could not be read', { file: 'a.csv' }, { cause });
    expect(await refused(error)).toMatchObject({ code: 'ingest.out-of-memory' });
  });

  it('leaves other errors as they are', async () => {
    const others = [
      new AppError('ingest.empty-file', 'a.csv is empty', { file: 'a.csv' }),
      new RangeError('Maximum call stack size exceeded'),
      new TypeError('out of memory is only its text'),
    ];
    for (const error of others) expect(await refused(error)).toBe(error);
  });
});
