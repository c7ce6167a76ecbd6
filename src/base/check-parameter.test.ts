import { describe, expect, it } from 'vitest';
import { checkOneOf, checkText, checkWhole } from './check-parameter';

describe('checking a parameter', () => {
  it('gives back what is allowed', () => {
    expect(checkOneOf('grain', 'm', ['m', 'q'])).toBe('m');
    expect(checkWhole('top', 10, 1, 10)).toBe(10);
    expect(checkText('search', '')).toBe('');
  });

  it.each([
    () => checkOneOf('grain', 'w', ['m', 'q']),
    () => checkOneOf('grain', undefined, ['m', 'q']),
    () => checkWhole('top', 0, 1, 10),
    () => checkWhole('top', 1.5, 1, 10),
    () => checkWhole('top', NaN, 1, 10),
    () => checkWhole('top', '5', 1, 10),
    () => checkText('search', null),
  ])('refuses everything else (%#) and names the parameter', (check) => {
    expect(check).toThrow(expect.objectContaining({ code: 'task.bad-parameters' }));
  });

  it('says what would have been allowed', () => {
    const details = { parameter: 'top', value: '99', least: 1, most: 10 };
    expect(() => checkWhole('top', 99, 1, 10)).toThrow(expect.objectContaining({ details }));
  });
});
