import { describe, expect, it } from 'vitest';
import type { DatasetInfo } from '../dataset/dataset-info';
import { defaultFilters } from './default-filters';

const infoFrom = (firstDay: string, defaults: DatasetInfo['defaults']) =>
  ({ firstDay, asOf: '2026-06-30', lastDay: '2026-06-30', defaults }) as unknown as DatasetInfo;
const twoYears = infoFrom('2024-07-01', { p: 'L12M', c: 'py' });

describe('defaultFilters', () => {
  it('takes those of the data', () => {
    expect(defaultFilters(twoYears, {})).toEqual({ p: 'L12M', c: 'py' });
    expect(defaultFilters(infoFrom('2026-01-01', { p: 'all', c: 'none' }), {})).toEqual({
      p: 'all',
      c: 'none',
    });
  });

  it('compares with the year before as long as the data reach back so far', () => {
    expect(defaultFilters(twoYears, { p: 'L3M' })).toEqual({ p: 'L3M', c: 'py' });
    expect(defaultFilters(twoYears, { p: '2025-07..2025-09' }).c).toBe('py');
  });

  it('compares with the period before where there is no year before, and with nothing where there is neither', () => {
    expect(defaultFilters(twoYears, { p: '2025-01..2025-03' }).c).toBe('pp');
    expect(defaultFilters(twoYears, { p: 'L24M' }).c).toBe('none');
    expect(defaultFilters(twoYears, { p: 'all' }).c).toBe('none');
  });
});
