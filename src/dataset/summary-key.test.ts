import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { stableJson, summaryKey } from './summary-key';

describe('summaryKey', () => {
  it('does not depend on the order of keys or on absent values', () => {
    const a = summaryKey('overview.summary', { filters: { p: 'L12M', c: 'py' }, limit: undefined });
    const b = summaryKey('overview.summary', { filters: { c: 'py', p: 'L12M' } });
    expect(a).toBe(b);
    expect(a).toBe('overview.summary {"filters":{"c":"py","p":"L12M"}}');
    expect(summaryKey('overview.summary', { filters: { p: 'L6M' } })).not.toBe(a);
  });

  it('is JSON that reads back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
