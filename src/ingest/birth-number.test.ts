import { describe, expect, it } from 'vitest';
import { isoDay } from '../base/calendar-day';
import { readBirthNumber } from './birth-number';

describe('readBirthNumber', () => {
  it.each([
    ['706213', '1970-12-13', 'female'],
    ['450204', '1945-02-04', 'male'],
    ['736128/5163', '1973-11-28', 'female'],
    ['0501011234', '2005-01-01', 'male'],
    ['530101123', '1953-01-01', 'male'],
  ])('reads %s as %s, %s', (text, day, gender) => {
    const birth = readBirthNumber(text);
    expect(birth && { day: isoDay(birth.day), gender: birth.gender }).toEqual({ day, gender });
  });

  it.each(['', '701301', '70621', 'abcdef', '700230'])('reads nothing in %j', (text) => {
    expect(readBirthNumber(text)).toBeNull();
  });
});
