import { dayOf, daysInMonth } from '../../base/calendar-day';
import type { DateFormat } from '../table';

/** No day: the cell is not a date of the format. */
export const NOT_A_DAY = -0x80000000;
/** A date that stands for "none": all zeros, 1900-01-01, 9999-12-31. */
export const NO_DAY = NOT_A_DAY + 1;

const DASH = 45;
const COLON = 58;

export type DayParser = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * The parser of a format: bytes of a cell → days since 1970-01-01, {@link NOT_A_DAY} or {@link NO_DAY}. A time of day
 * behind the date (blank or `T`, `hh:mm`, seconds, fraction, zone) is passed over. Years of two digits are 1969–2068;
 * years outside 1800–2200 are taken for something else than a date.
 */
export function dayParser(format: DateFormat): DayParser {
  return parsers[format];
}

const parsers: Readonly<Record<DateFormat, DayParser>> = {
  yyyymmdd: (bytes, start, end) =>
    compact(bytes, start, end, 8, digitsAt(bytes, start, 4), digitsAt(bytes, start + 4, 2), start + 6),
  yymmdd: (bytes, start, end) =>
    compact(
      bytes,
      start,
      end,
      6,
      fullYear(digitsAt(bytes, start, 2)),
      digitsAt(bytes, start + 2, 2),
      start + 4,
    ),
  'yyyy-mm-dd': (bytes, start, end) => {
    // The common shape first: exactly ten bytes.
    if (end - start === 10 && bytes[start + 4] === DASH && bytes[start + 7] === DASH) {
      return checked(digitsAt(bytes, start, 4), digitsAt(bytes, start + 5, 2), digitsAt(bytes, start + 8, 2));
    }
    return separated(bytes, start, end, DASH, DASH, 'ymd');
  },
  'yyyy/mm/dd': (bytes, start, end) => separated(bytes, start, end, 47, 46, 'ymd'),
  'dd/mm/yyyy': (bytes, start, end) => separated(bytes, start, end, 47, DASH, 'dmy'),
  'mm/dd/yyyy': (bytes, start, end) => separated(bytes, start, end, 47, DASH, 'mdy'),
  'dd.mm.yyyy': (bytes, start, end) => separated(bytes, start, end, 46, 46, 'dmy'),
  yyyy年mm月dd日: (bytes, start, end) => chinese(bytes, start, end),
  'dd-mon-yy': (bytes, start, end) => named(bytes, start, end),
  'excel-1900': (bytes, start, end) => serial(bytes, start, end, EXCEL_1900),
  'excel-1904': (bytes, start, end) => serial(bytes, start, end, EXCEL_1904),
};

/** All formats that a person may choose. */
export const dateFormats = Object.keys(parsers) as DateFormat[];

/** Formats that tell year, month and day apart whatever the others in the column are. */
export const plainFormats: readonly DateFormat[] = [
  'yyyymmdd',
  'yyyy-mm-dd',
  'yyyy/mm/dd',
  'yyyy年mm月dd日',
  'dd-mon-yy',
];

/** Formats that are told by the cells, the surest first: what a column is tried with. */
export const writtenFormats: readonly DateFormat[] = dateFormats.filter(
  (format) => !format.startsWith('excel'),
);

/** A cell of a column in another format than the rest, where it cannot mean but one day. */
export function plainDay(bytes: Uint8Array, start: number, end: number): number {
  for (const format of plainFormats) {
    const day = parsers[format](bytes, start, end);
    if (day !== NOT_A_DAY) return day;
  }
  return NOT_A_DAY;
}

function digitsAt(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function fullYear(two: number): number {
  if (two < 0) return -1;
  return two >= 69 ? 1900 + two : 2000 + two;
}

const cumulative = Int32Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334);

function checked(year: number, month: number, day: number): number {
  if (year < 0 || month < 0 || day < 0) return NOT_A_DAY;
  if (month === 0 && day === 0 && year === 0) return NO_DAY;
  if (month === 1 && day === 1 && year === 1900) return NO_DAY;
  if (month < 1 || month > 12 || day < 1 || day > 31) return NOT_A_DAY;
  if (day > 28 && day > daysInMonth(year, month)) return NOT_A_DAY;
  if (year < 1800 || year > 2200) return year === 9999 && month === 12 && day === 31 ? NO_DAY : NOT_A_DAY;
  if (year >= 1901 && year <= 2099) {
    // Every fourth year is a leap year in this range.
    const before = (year - 1970) * 365 + ((year - 1969) >> 2);
    const leap = month > 2 && (year & 3) === 0 ? 1 : 0;
    return before + (cumulative[month] as number) + leap + day - 1;
  }
  return dayOf(year, month, day);
}

function compact(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: number,
  year: number,
  month: number,
  dayAt: number,
): number {
  const length = end - start;
  if (length < width) return length > 0 && isZeros(bytes, start, end) ? NO_DAY : NOT_A_DAY;
  if (length > width) {
    // Digits right behind the date are a time only as yyyymmddhhmmss: a longer number is a number.
    const isDigit = (bytes[start + width] as number) >= 48 && (bytes[start + width] as number) <= 57;
    if (isDigit && (width !== 8 || length !== 14)) return NOT_A_DAY;
    if (!isTimeOfDay(bytes, start + width, end)) return NOT_A_DAY;
  }
  if (length === width && isZeros(bytes, start, end)) return NO_DAY;
  return checked(year, month, digitsAt(bytes, dayAt, 2));
}

function isZeros(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== 48) return false;
  return true;
}

/** Three groups of digits between separators `a` or `b`, in the given order, then perhaps a time. */
function separated(
  bytes: Uint8Array,
  start: number,
  end: number,
  a: number,
  b: number,
  order: 'ymd' | 'dmy' | 'mdy',
): number {
  let i = start;
  let group = 0;
  let first = 0;
  let second = 0;
  let value = 0;
  let width = 0;
  let separator = -1;
  for (; i <= end; i++) {
    const c = i < end ? (bytes[i] as number) : -1;
    if (c >= 48 && c <= 57) {
      value = value * 10 + c - 48;
      width++;
      if (width > 4) return NOT_A_DAY;
      continue;
    }
    const isYear = order === 'ymd' ? group === 0 : group === 2;
    if (isYear ? width !== 4 && (order === 'ymd' || width !== 2) : width < 1 || width > 2) return NOT_A_DAY;
    if (group === 2) break;
    if (separator < 0 ? c !== a && c !== b : c !== separator) return NOT_A_DAY;
    separator = c;
    if (group === 0) first = value;
    else second = value;
    value = 0;
    width = 0;
    group++;
  }
  if (i < end && !isTimeOfDay(bytes, i, end)) return NOT_A_DAY;
  if (order === 'ymd') return checked(first, second, value);
  const year = width === 2 ? fullYear(value) : value;
  return order === 'dmy' ? checked(year, second, first) : checked(year, first, second);
}

/** `2024年1月31日`: the three marks are E5B9B4, E69C88, E697A5 (日) or E58FB7 (号). */
function chinese(bytes: Uint8Array, start: number, end: number): number {
  const parts = [0, 0, 0];
  let i = start;
  for (let group = 0; group < 3; group++) {
    const from = i;
    let value = 0;
    while (i < end && (bytes[i] as number) >= 48 && (bytes[i] as number) <= 57) {
      value = value * 10 + (bytes[i] as number) - 48;
      i++;
    }
    const width = i - from;
    if (width < 1 || width > (group === 0 ? 4 : 2) || (group === 0 && width !== 4)) return NOT_A_DAY;
    const mark = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const isMark =
      i + 3 <= end &&
      (group === 0
        ? mark === 0xe5b9b4
        : group === 1
          ? mark === 0xe69c88
          : mark === 0xe697a5 || mark === 0xe58fb7);
    if (!isMark) return NOT_A_DAY;
    parts[group] = value;
    i += 3;
  }
  if (i < end && !isTimeOfDay(bytes, i, end)) return NOT_A_DAY;
  return checked(parts[0] as number, parts[1] as number, parts[2] as number);
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const withMonthName = /^(\d{1,2})[-/. ]?([A-Za-z]{3,9})[-/., ]*(\d{4}|\d{2})(?=$|[ T])/;

/** `31-JAN-24`, `31 January 2024`. */
function named(bytes: Uint8Array, start: number, end: number): number {
  const match = withMonthName.exec(decoder.decode(bytes.subarray(start, end)));
  if (!match) return NOT_A_DAY;
  const [all, day, name = '', year = ''] = match;
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return NOT_A_DAY;
  if (start + all.length < end && !isTimeOfDay(bytes, start + all.length, end)) return NOT_A_DAY;
  return checked(year.length === 2 ? fullYear(Number(year)) : Number(year), month, Number(day));
}

/** Day 0 of the serial numbers of Excel; those from 1900 count a 29 February 1900 that never was. */
const EXCEL_1900 = dayOf(1899, 12, 30);
const EXCEL_1904 = dayOf(1904, 1, 1);
const serialNumber = /^(\d{1,5})(?:\.\d+)?$/;

function serial(bytes: Uint8Array, start: number, end: number, dayZero: number): number {
  const match = serialNumber.exec(decoder.decode(bytes.subarray(start, end)));
  const days = Number(match?.[1] ?? 0);
  return days === 0 ? (match ? NO_DAY : NOT_A_DAY) : dayZero + days;
}

/** Whether bytes behind a date are a time of day: ` 00:00:00`, `T09:30Z`, `.000`, `+08:00`, `093000`. */
function isTimeOfDay(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start;
  if (bytes[i] === 32 || bytes[i] === 84) i++;
  while (i < end && bytes[i] === 32) i++;
  return i === end ? bytes[start] === 32 : !Number.isNaN(parseTime(bytes, i, end));
}

/**
 * Seconds since midnight of `hh:mm`, `hh:mm:ss` (fraction and zone passed over), `hhmmss`, `hmmss`, `hhmm`; NaN if the
 * bytes are no time of day.
 */
export function parseTime(bytes: Uint8Array, start: number, end: number): number {
  let colons = 0;
  let i = start;
  const parts = [0, 0, 0];
  let width = 0;
  for (; i < end; i++) {
    const c = bytes[i] as number;
    if (c >= 48 && c <= 57) {
      parts[colons] = (parts[colons] as number) * 10 + c - 48;
      width++;
      if (width > 6) return NaN;
    } else if (c === COLON && colons < 2 && width >= 1 && width <= 2) {
      colons++;
      width = 0;
    } else break;
  }
  if (width === 0) return NaN;
  let [hour, minute, second] = parts as [number, number, number];
  if (colons === 0) {
    if (width < 3) return NaN;
    const compactTime = width <= 4 ? hour * 100 : hour;
    hour = Math.floor(compactTime / 10_000);
    minute = Math.floor(compactTime / 100) % 100;
    second = compactTime % 100;
  } else if (width !== 2) return NaN;
  if (i < end && !isFractionOrZone(bytes, i, end)) return NaN;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return NaN;
  return hour * 3600 + minute * 60 + second;
}

const fractionOrZone = /^(?:[.,]\d{1,9})?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const decoder = new TextDecoder();

function isFractionOrZone(bytes: Uint8Array, start: number, end: number): boolean {
  return fractionOrZone.test(decoder.decode(bytes.subarray(start, end)));
}
