import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  civilOf,
  dayOf,
  firstDayOfMonth,
  isoDay,
  isoMonth,
  isValidDate,
  lastDayOfMonth,
  monthOfDay,
  parseIsoDay,
  parseIsoMonth,
} from './calendar-day';

describe('calendar days', () => {
  it('agrees with the platform calendar from 1600 to 2400', () => {
    fc.assert(
      fc.property(fc.integer({ min: -135140, max: 157053 }), (day) => {
        const date = new Date(day * 86_400_000);
        const civil = civilOf(day);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayOf(civil.year, civil.month, civil.day)).toBe(day);
        expect(isoDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(parseIsoDay(isoDay(day))).toBe(day);
        expect(isoMonth(monthOfDay(day))).toBe(date.toISOString().slice(0, 7));
      }),
    );
  });

  it('knows leap years and refuses days that do not exist', () => {
    expect(isValidDate(2024, 2, 29)).toBe(true);
    expect(isValidDate(1900, 2, 29)).toBe(false);
    expect(isValidDate(2026, 13, 1)).toBe(false);
    expect(parseIsoDay('2026-02-30')).toBeNull();
    expect(parseIsoDay('20260228')).toBeNull();
    expect(parseIsoMonth('2026-13')).toBeNull();
  });

  it('gives the ends of a month, before 1970 too', () => {
    expect(isoDay(firstDayOfMonth(-1))).toBe('1969-12-01');
    expect(isoDay(lastDayOfMonth(-1))).toBe('1969-12-31');
    expect(isoDay(lastDayOfMonth(parseIsoMonth('2024-02') ?? 0))).toBe('2024-02-29');
    expect(isoMonth(-1)).toBe('1969-12');
  });
});
