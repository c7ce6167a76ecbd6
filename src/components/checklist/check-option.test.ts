import { describe, expect, it } from 'vitest';
import { checkRows } from './check-option';

const options = [
  { key: 'BR1', label: 'Pudong', customers: 0 },
  { key: 'BR2', label: 'Xuhui', customers: 12 },
  { key: 'BR3', label: 'Minhang', customers: 3 },
];
const labels = (text: string) =>
  checkRows(options, text).map((row) => (row.kind === 'option' ? row.option.label : row.label));

describe('checkRows', () => {
  it('puts options without customers last', () => {
    expect(labels('')).toEqual(['Xuhui', 'Minhang', 'Pudong']);
  });

  it('finds by name or id, whatever the case', () => {
    expect(labels('HUI')).toEqual(['Xuhui']);
    expect(labels('br3')).toEqual(['Minhang']);
    expect(labels('nothing')).toEqual([]);
  });

  it('keeps groups together under their names', () => {
    const grouped = checkRows(
      [
        { key: 'a', label: 'Current', group: 'Deposits' },
        { key: 'b', label: 'Mortgage', group: 'Loans' },
        { key: 'c', label: 'Savings', group: 'Deposits' },
      ],
      '',
    );
    expect(grouped.map((row) => (row.kind === 'group' ? row.label : row.option.key))).toEqual([
      'Deposits',
      'a',
      'c',
      'Loans',
      'b',
    ]);
  });
});
