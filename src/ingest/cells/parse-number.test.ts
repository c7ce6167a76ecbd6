import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOf, moneyScale, parseMoney } from './parse-money';
import { parseNumber, spellNumber } from './parse-number';
import { parseRate } from './parse-rate';

const cell = (text: string): [Uint8Array, number, number] => {
  const bytes = new TextEncoder().encode(`x${text}y`);
  return [bytes, 1, bytes.length - 1];
};
const number = (text: string): number => parseNumber(...cell(text));

describe('parseNumber', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['-12.5', -12.5],
    ['.5', 0.5],
    ['5.', 5],
    ['007', 7],
    ['+3', 3],
    ['1,234.50', 1234.5],
    ['1,234,567', 1234567],
    ['(1,234.50)', -1234.5],
    ['1,234.50-', -1234.5],
    ['−3', -3],
    ['￥5.20', 5.2],
    ['¥-5', -5],
    ['$1,000', 1000],
    ['12元', 12],
    ['3.5万', 35000],
    ['2亿', 200000000],
    ['１２３．４', 123.4],
    ['1.5E+3', 1500],
    ['6.22e18', 6.22e18],
    [' 7 ', 7],
    ['12345678901234567890', 12345678901234567000],
  ])('reads %s', (text, expected) => {
    expect(number(text)).toBe(expected);
  });

  it.each([
    '',
    '-',
    '.',
    'abc',
    '1,23',
    '1,2345',
    '12a',
    '1.2.3',
    '3%',
    'NaN',
    'Infinity',
    '0x10',
    '2024-01-31',
    '--',
  ])('does not read %s', (text) => {
    expect(number(text)).toBeNaN();
  });

  it('reads what the language prints, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(number(String(value))).toBe(value + 0);
      }),
    );
  });
});

describe('parseMoney', () => {
  const yuan = moneyScale(100);
  const money = (text: string, scale = yuan): number => parseMoney(...cell(text), scale);

  it.each<[string, number]>([
    ['0', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    ['-0.01', -1],
    ['12.3400', 1234],
    ['1,234.50-', -123450],
    ['(0.05)', -5],
    ['￥99.99', 9999],
    ['90071992547409.91', 9007199254740991],
    ['0.29', 29],
    ['1.1万', 1100000],
  ])('reads %s as whole minor units', (text, expected) => {
    expect(money(text)).toBe(expected);
  });

  it('takes two dashes for zero', () => {
    expect(money('--')).toBe(0);
  });

  it.each(['', 'abc', '1.005', '90071992547409.92', '5%', '-'])('does not read %s', (text) => {
    expect(money(text)).toBeNaN();
  });

  it('says why', () => {
    expect(moneyOf('1.005', yuan)).toBe('cell.too-many-decimals');
    expect(moneyOf('abc', yuan)).toBe('cell.not-a-number');
  });

  it('reads fen, 万元 and odd units', () => {
    expect(money('1234', moneyScale(1))).toBe(1234);
    expect(money('1.5', moneyScale(1))).toBeNaN();
    expect(money('1.234567', moneyScale(1_000_000))).toBe(1234567);
    expect(money('0.25', moneyScale(8))).toBe(2);
    expect(money('0.3', moneyScale(8))).toBeNaN();
  });

  it('is exact for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.boolean(), (minor, grouped) => {
        const digits = String(Math.abs(minor)).padStart(3, '0');
        const whole = digits.slice(0, -2);
        const text = `${minor < 0 ? '-' : ''}${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${digits.slice(-2)}`;
        expect(money(text)).toBe(minor + 0);
      }),
    );
  });
});

describe('parseRate', () => {
  const rate = (text: string, per = 1): number => parseRate(...cell(text), per);
  it.each<[string, number, number]>([
    ['3.25%', 1, 0.0325],
    ['3.25%', 100, 0.0325],
    ['3.25', 100, 0.0325],
    ['0.0325', 1, 0.0325],
    ['325bp', 1, 0.0325],
    ['5‰', 1, 0.005],
    ['-0.5%', 1, -0.005],
  ])('reads %s (written per %d)', (text, per, expected) => {
    expect(rate(text, per)).toBe(expected);
  });
  it('does not read a word', () => {
    expect(rate('high')).toBeNaN();
  });
});

describe('spellNumber', () => {
  it('keeps digits as text', () => {
    expect(spellNumber('-1,234,567,890,123,456,789.10')).toEqual({
      isNegative: true,
      digits: '123456789012345678910',
      decimals: 2,
      per: 1,
    });
  });
});
