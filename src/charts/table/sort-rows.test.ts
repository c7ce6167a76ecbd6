import { describe, expect, it } from 'vitest';
import { nextSort } from '../../components/data-table/data-column';
import { tableExamples } from './examples';
import { sortedRows } from './sort-rows';

const names = (key: string, isDescending: boolean) =>
  sortedRows(tableExamples.ranked, { key, isDescending }).map(({ cells }) => cells[0]);

describe('sortedRows', () => {
  it('keeps the order of the chart until a header is chosen', () => {
    expect(sortedRows(tableExamples.ranked, null)).toBe(tableExamples.ranked.rows);
  });

  it('sorts numbers and changes by value, texts by name', () => {
    expect(names('customers', false)).toEqual(['Minhang', 'Huangpu', "Jing'an", 'Xuhui', 'Pudong']);
    expect(names('change', true)[0]).toBe('Pudong');
    expect(names('branch', false)[0]).toBe('Huangpu');
  });

  it('keeps the unknown at the end in both directions', () => {
    for (const isDescending of [true, false]) {
      const rows = sortedRows(tableExamples.unknown, { key: 'contribution', isDescending });
      expect(rows.at(-1)?.cells[0]).toBe('Pudong');
    }
  });
});

describe('nextSort', () => {
  it('begins with the largest number or the first text, then turns around', () => {
    expect(nextSort(null, 'a', true)).toEqual({ key: 'a', isDescending: true });
    expect(nextSort(null, 'a', false)).toEqual({ key: 'a', isDescending: false });
    expect(nextSort({ key: 'a', isDescending: true }, 'a', true)).toEqual({ key: 'a', isDescending: false });
  });
});
