import { describe, expect, it } from 'vitest';
import { findDecimalMark, withPoint } from './decimal-mark';

const find = (...cells: readonly string[]) => findDecimalMark(cells.map((cell) => [cell]));

describe('findDecimalMark', () => {
  it.each<[string[], string, boolean]>([
    [['1.250,75', '7,25'], ',', true],
    [['1,250.75', '7.25'], '.', true],
    [['0,125'], ',', true],
    [['1.234.567'], ',', true],
    [['€ 5', '12,5 '], ',', true],
    [['2024-01-31', 'a,b', '31.01.2024', ''], '.', true],
    [['1,234', '5'], '.', false],
    [['1,25', '1.25'], '.', false],
  ])('%s: %s', (cells, mark, isSure) => {
    expect(find(...cells)).toEqual({ mark, isSure });
  });
});

describe('withPoint', () => {
  it('changes places of point and comma where the comma stands before decimals', () => {
    expect(withPoint('1.250,75', ',')).toBe('1,250.75');
    expect(withPoint('1,250.75', '.')).toBe('1,250.75');
  });
});
