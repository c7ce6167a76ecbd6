import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOrgPath, orgPathOf, parseOrgPath } from './org-path';

describe('a path in the organisation', () => {
  it('is short and readable', () => {
    expect(formatOrgPath(orgPathOf('BR012', 'RM0345'))).toBe('br:BR012/rm:RM0345');
    expect(formatOrgPath({ branches: ['浦东', 'a,b'], managers: [], exclude: true })).toBe('~br:浦东,a%2Cb');
    expect(formatOrgPath(orgPathOf(null, 'RM1'))).toBe('rm:RM1');
  });

  it('comes back whatever the ids hold', () => {
    const ids = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.record({ branches: ids, managers: ids, exclude: fc.boolean() }),
        ({ branches, managers, exclude }) => {
          fc.pre(branches.length + managers.length > 0);
          const path = { branches, managers, exclude };
          expect(parseOrgPath(formatOrgPath(path))).toEqual(path);
        },
      ),
    );
  });

  it.each(['', '~', 'br:', 'br', 'x:1', 'br:1,,2', 'rm:1/br:2', 'br:1/br:2', 'br:%E4', 'br:1/'])(
    'is not %j',
    (text) => {
      expect(parseOrgPath(text)).toBeNull();
    },
  );
});
