import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, isoDay, parseIsoDay } from '../../base/calendar-day';
import type { DateFormat } from '../table';
import { dayParser, NO_DAY, NOT_A_DAY, parseTime, plainDay } from './parse-day';
import { parseFlag } from './parse-flag';
import { parseMonth } from './parse-month';

const cell = (text: string): [Uint8Array, number, number] => {
  const bytes = new TextEncoder().encode(`1${text}1`);
  return [bytes, 1, bytes.length - 1];
};
const day = (text: string, format: DateFormat): number => dayParser(format)(...cell(text));
const two = (value: number): string => String(value).padStart(2, '0');

type Written = Exclude<DateFormat, 'excel-1900' | 'excel-1904'>;

const print: Readonly<Record<Written, (year: number, month: number, day: number) => string>> = {
  yyyymmdd: (y, m, d) => `${String(y)}${two(m)}${two(d)}`,
  yymmdd: (y, m, d) => `${two(y % 100)}${two(m)}${two(d)}`,
  'yyyy-mm-dd': (y, m, d) => `${String(y)}-${two(m)}-${two(d)}`,
  'yyyy/mm/dd': (y, m, d) => `${String(y)}/${String(m)}/${String(d)}`,
  'dd/mm/yyyy': (y, m, d) => `${two(d)}/${two(m)}/${String(y)}`,
  'mm/dd/yyyy': (y, m, d) => `${String(m)}/${String(d)}/${String(y)}`,
  'dd.mm.yyyy': (y, m, d) => `${two(d)}.${two(m)}.${String(y)}`,
  yyyy年mm月dd日: (y, m, d) => `${String(y)}年${String(m)}月${String(d)}日`,
  'dd-mon-yy': (y, m, d) =>
    `${two(d)}-${new Date(Date.UTC(y, m - 1)).toUTCString().slice(8, 11)}-${two(y % 100)}`,
};

describe('dayParser', () => {
  it.each(Object.keys(print) as Written[])(
    'reads every day of 1969–2068 as %s, alone and with a time',
    (format) => {
      const times = fc.constantFrom(
        '',
        ' 00:00:00',
        ' 23:59',
        ' 09:30:00.123',
        'T09:30:00Z',
        'T09:30:00+08:00',
      );
      fc.assert(
        fc.property(fc.integer({ min: -365, max: 36_158 }), times, (value, time) => {
          const { year, month, day: ofMonth } = civilOf(value);
          expect(day(print[format](year, month, ofMonth) + time, format)).toBe(value);
        }),
      );
    },
  );

  it('reads the serial numbers of Excel, counted from 1900 or from 1904', () => {
    // ECMA-376 part 1, 18.17.4.1: 2 January 1900 is 2, 1 March 1900 is 61; from 1904 the first day is 0.
    expect(isoDay(day('61', 'excel-1900'))).toBe('1900-03-01');
    expect(isoDay(day('45322', 'excel-1900'))).toBe('2024-01-31');
    expect(isoDay(day('45322.75', 'excel-1900'))).toBe('2024-01-31');
    expect(isoDay(day('43860', 'excel-1904'))).toBe('2024-01-31');
    expect(day('0', 'excel-1900')).toBe(NO_DAY);
    expect(day('2024-01-31', 'excel-1900')).toBe(NOT_A_DAY);
  });

  it('reads names of months in any case, and no other words', () => {
    for (const text of ['31-JAN-24', '31 Jan 2024', '31/january/2024', '31JAN2024', '31-Jan-2024 09:30'])
      expect(isoDay(day(text, 'dd-mon-yy'))).toBe('2024-01-31');
    for (const text of ['31-FEB-24', '31-JAM-24', '31-JAN-2', 'JAN-24'])
      expect(day(text, 'dd-mon-yy')).toBe(NOT_A_DAY);
  });

  it('reads a cell of another format where it cannot mean but one day', () => {
    for (const text of ['20240131', '2024-01-31', '2024/1/31', '2024.1.31', '2024年1月31日', '31-Jan-24'])
      expect(isoDay(plainDay(...cell(text)))).toBe('2024-01-31');
    expect(plainDay(...cell('31/01/2024'))).toBe(NOT_A_DAY);
  });

  it('reads years outside the fast range too', () => {
    for (const iso of ['1800-03-01', '1900-02-28', '1900-12-31', '2100-02-28', '2100-03-01', '2200-12-31']) {
      expect(day(iso, 'yyyy-mm-dd')).toBe(parseIsoDay(iso));
    }
  });

  it.each<[string, DateFormat]>([
    ['2023-02-29', 'yyyy-mm-dd'],
    ['2024-13-01', 'yyyy-mm-dd'],
    ['2024-1-1x', 'yyyy-mm-dd'],
    ['2024-01/01', 'yyyy-mm-dd'],
    ['24-01-01', 'yyyy-mm-dd'],
    ['1900-02-29', 'yyyy-mm-dd'],
    ['20240230', 'yyyymmdd'],
    ['2024023', 'yyyymmdd'],
    ['202402301', 'yyyymmdd'],
    ['9301010930', 'yymmdd'],
    ['706213', 'yymmdd'],
    ['31/04/2024', 'dd/mm/yyyy'],
    ['31/01/2024', 'mm/dd/yyyy'],
    ['2024年13月1日', 'yyyy年mm月dd日'],
    ['2024-01-01 25:00', 'yyyy-mm-dd'],
    ['abc', 'yyyy-mm-dd'],
  ])('does not read %s as %s', (text, format) => {
    expect(day(text, format)).toBe(NOT_A_DAY);
  });

  it('takes zeros, 1900-01-01 and 9999-12-31 for none', () => {
    expect(day('19000101', 'yyyymmdd')).toBe(NO_DAY);
    expect(day('00000000', 'yyyymmdd')).toBe(NO_DAY);
    expect(day('0', 'yyyymmdd')).toBe(NO_DAY);
    expect(day('99991231', 'yyyymmdd')).toBe(NO_DAY);
    expect(day('0000-00-00', 'yyyy-mm-dd')).toBe(NO_DAY);
    expect(day('9999-12-31', 'yyyy-mm-dd')).toBe(NO_DAY);
  });

  it('reads years of two digits as 1969–2068', () => {
    expect(isoDay(day('690101', 'yymmdd'))).toBe('1969-01-01');
    expect(isoDay(day('681231', 'yymmdd'))).toBe('2068-12-31');
    expect(isoDay(day('31/12/98', 'dd/mm/yyyy'))).toBe('1998-12-31');
    expect(isoDay(day('20240131093000', 'yyyymmdd'))).toBe('2024-01-31');
  });
});

describe('parseTime', () => {
  it.each<[string, number]>([
    ['00:00', 0],
    ['9:05', 32_700],
    ['23:59:59', 86_399],
    ['09:30:00.25', 34_200],
    ['093000', 34_200],
    ['93000', 34_200],
    ['0930', 34_200],
  ])('reads %s', (text, seconds) => {
    expect(parseTime(...cell(text))).toBe(seconds);
  });
  it.each(['', '25:00', '12:60', '1', '12:', 'noon', '1234567'])('does not read %s', (text) => {
    expect(parseTime(...cell(text))).toBeNaN();
  });
});

describe('parseMonth', () => {
  it.each(['202401', '2024-01', '2024/1', '2024.01', '2024年1月', '2024年01月'])('reads %s', (text) => {
    expect(parseMonth(...cell(text))).toBe(54 * 12);
  });
  it.each(['202413', '24-01', '2024', '20240101'])('does not read %s', (text) => {
    expect(parseMonth(...cell(text))).toBeNaN();
  });
});

describe('parseFlag', () => {
  it('reads yes and no as banks write them', () => {
    for (const text of ['1', 'Y', 'yes', 'TRUE', '是', '√']) expect(parseFlag(...cell(text))).toBe(1);
    for (const text of ['0', 'n', 'No', 'false', '否']) expect(parseFlag(...cell(text))).toBe(0);
    expect(parseFlag(...cell('perhaps'))).toBeNaN();
  });
});
