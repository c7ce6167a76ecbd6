import { describe, expect, it } from 'vitest';
import { AppError, shortCodes, toAppError } from './errors';

describe('AppError', () => {
  it('keeps code, details and cause', () => {
    const cause = new Error('disk');
    const error = new AppError('ingest.empty-file', 'trans.csv is empty', { file: 'trans.csv' }, { cause });
    expect(error).toMatchObject({ code: 'ingest.empty-file', details: { file: 'trans.csv' }, cause });
    expect(toAppError(error)).toBe(error);
  });

  it('wraps anything else as internal, strings thrown by sql.js too', () => {
    expect(toAppError('no such table: x')).toMatchObject({
      code: 'internal.unexpected',
      message: 'no such table: x',
      cause: 'no such table: x',
    });
  });

  it('gives every code a short code of the form letter, dash, two digits', () => {
    for (const short of Object.values(shortCodes)) expect(short).toMatch(/^[A-Z]-\d\d$/);
  });
});
