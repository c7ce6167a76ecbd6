import { describe, expect, it } from 'vitest';
import { dayOf } from '../base/calendar-day';
import { consecutiveMonths, lastCompleteDay, monthsOfDays, spanOf } from './months';

const span = (first: number, last: number) => ({ first, last });

describe('lastCompleteDay', () => {
  it('is the end of the data when they reach the end of a month', () => {
    expect(lastCompleteDay(span(dayOf(2024, 1, 5), dayOf(2024, 2, 29)), null)).toBe(dayOf(2024, 2, 29));
  });

  it('is the end of the month before when they do not', () => {
    expect(lastCompleteDay(span(dayOf(2024, 1, 5), dayOf(2024, 3, 30)), null)).toBe(dayOf(2024, 2, 29));
  });

  it('is unknown within one unfinished month', () => {
    expect(lastCompleteDay(span(dayOf(2024, 1, 5), dayOf(2024, 1, 30)), null)).toBeNull();
    expect(lastCompleteDay(null, null)).toBeNull();
  });

  it('follows a month whose balances are given', () => {
    expect(lastCompleteDay(span(dayOf(2024, 1, 5), dayOf(2024, 3, 29)), (2024 - 1970) * 12 + 2)).toBe(
      dayOf(2024, 3, 31),
    );
  });
});

describe('consecutiveMonths', () => {
  it('are a range in whatever order', () => {
    const month = (year: number, place: number) => (year - 1970) * 12 + place - 1;
    expect(consecutiveMonths(['2026-01', '2025-11', '2025-12'])).toEqual({
      first: month(2025, 11),
      last: month(2026, 1),
    });
    expect(consecutiveMonths(['2026-01'])).toEqual({ first: month(2026, 1), last: month(2026, 1) });
  });

  it.each([[[]], [['2026-01', '2026-03']], [['2026-01', '2026-01']], [['2026-01', 'soon']], [['soon']]])(
    'are none among %j',
    (texts: readonly string[]) => {
      expect(consecutiveMonths(texts)).toBeNull();
    },
  );
});

describe('monthsOfDays', () => {
  it('gives each day its month, also before 1970, and keeps nulls', () => {
    const days = Int32Array.of(dayOf(1969, 12, 31), 0, dayOf(2024, 2, 29), 0);
    const nulls = Uint8Array.of(0b1000);
    const months = monthsOfDays({ kind: 'int32', values: days, nulls });
    expect([...months.values.subarray(0, 3)]).toEqual([-1, 0, 649]);
    expect(months.nulls).toBe(nulls);
  });

  it('knows no span where all days are unknown', () => {
    expect(spanOf({ kind: 'int32', values: Int32Array.of(5), nulls: Uint8Array.of(1) })).toBeNull();
  });
});
