import { describe, expect, it } from 'vitest';
import { excludeValue, isInOrg, orgMode, toggleOrg, toggleValue, withMode } from './toggle-choice';

describe('choices of values', () => {
  it('take a value in and out', () => {
    const one = toggleValue(undefined, 'fund');
    expect(one).toEqual({ values: ['fund'], exclude: false });
    expect(toggleValue(one, 'wealth')?.values).toEqual(['fund', 'wealth']);
    expect(toggleValue(one, 'fund')).toBeUndefined();
  });

  it('exclude with Alt, and change sides as a whole', () => {
    expect(excludeValue({ values: ['fund'], exclude: false }, 'wealth')).toEqual({
      values: ['wealth'],
      exclude: true,
    });
    expect(excludeValue({ values: ['fund'], exclude: true }, 'wealth')?.values).toEqual(['fund', 'wealth']);
    expect(withMode({ values: ['fund'], exclude: false }, true)?.exclude).toBe(true);
  });
});

describe('choices in the organisation', () => {
  it('hold several branches', () => {
    expect(toggleOrg('br:B1', 'br:B2')).toBe('br:B1,B2');
    expect(toggleOrg('br:B1', 'br:B1')).toBeUndefined();
  });

  it('hold a manager with its branch, several of other branches without', () => {
    expect(toggleOrg('br:B2', 'br:B1/rm:R1')).toBe('br:B1/rm:R1');
    expect(toggleOrg('br:B1/rm:R1', 'br:B1/rm:R2')).toBe('br:B1/rm:R1,R2');
    expect(toggleOrg('br:B1/rm:R1', 'br:B2/rm:R3')).toBe('rm:R1,R3');
  });

  it('drop the managers when a branch is chosen', () => {
    expect(toggleOrg('br:B1/rm:R1', 'br:B2')).toBe('br:B2');
    expect(toggleOrg('br:B1/rm:R1', 'br:B1')).toBe('br:B1');
  });

  it('know what is chosen and change sides', () => {
    expect([isInOrg('br:B1/rm:R1', 'br:B1'), isInOrg('br:B1/rm:R1', 'br:B1/rm:R1')]).toEqual([false, true]);
    expect(orgMode('br:B1', true)).toBe('~br:B1');
    expect(toggleOrg('~br:B1', 'br:B2')).toBe('~br:B1,B2');
  });
});
