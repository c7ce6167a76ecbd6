import { describe, expect, it } from 'vitest';
import { unknownValues } from './unknown-values';

const include = (...values: string[]) => ({ values, exclude: false });

describe('unknownValues', () => {
  it('names what the engine did not find and keeps the rest', () => {
    const state = {
      seg: { tier: include('A') },
      f: { gender: include('F', 'X'), city: include('上海') },
      sel: { OV2: { field: 'branch', values: ['BR9'] }, OV6: { field: 'channel', values: ['atm'] } },
    };
    const warnings = [
      { code: 'filter.unknown-field' as const, values: { field: 'tier' } },
      { code: 'filter.unknown-values' as const, values: { field: 'gender', values: 'X', count: 1 } },
      { code: 'filter.unknown-values' as const, values: { field: 'branch', values: 'BR9', count: 1 } },
    ];
    expect(unknownValues(state, warnings)).toEqual({
      parts: [
        { field: 'tier', value: 'A' },
        { field: 'gender', value: 'X' },
        { field: 'branch', value: 'BR9' },
      ],
      patch: {
        seg: {},
        f: { gender: include('F'), city: include('上海') },
        sel: { OV6: { field: 'channel', values: ['atm'] } },
      },
    });
  });

  it('changes nothing when the engine found everything', () => {
    expect(unknownValues({ f: { gender: include('F') } }, [])).toEqual({ parts: [], patch: {} });
  });
});
