import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoDay, lastDayOfMonth, monthOfDay, parseIsoDay } from '../base/calendar-day';
import { resolvePeriod, shiftSpan, textOfSpan, type PeriodQuestion, type Span } from './period';

const day = (text: string): number => parseIsoDay(text) ?? NaN;
const data = { asOf: day('2026-06-30'), firstDay: day('2024-07-03'), lastDay: day('2026-06-30') };

const resolve = (
  p: string | undefined,
  c?: PeriodQuestion['c'],
  asOf?: string,
  of: PeriodQuestion['data'] = data,
) => resolvePeriod({ p, c, asOf: asOf === undefined ? null : day(asOf), data: of });

const spans = (found: { span: Span | null; comparison: Span | null }) =>
  [found.span, found.comparison].map((span) => span && `${isoDay(span.from)}..${isoDay(span.to)}`);

const codes = (found: { warnings: readonly { code: string }[] }) => found.warnings.map((one) => one.code);

describe('a period', () => {
  it.each([
    ['MTD', '2026-06-01..2026-06-30'],
    ['QTD', '2026-04-01..2026-06-30'],
    ['YTD', '2026-01-01..2026-06-30'],
    ['L3M', '2026-04-01..2026-06-30'],
    ['L6M', '2026-01-01..2026-06-30'],
    ['L12M', '2025-07-01..2026-06-30'],
    ['L24M', '2024-07-01..2026-06-30'],
    ['2025-07..2025-09', '2025-07-01..2025-09-30'],
    ['2025-07-05..2025-09-30', '2025-07-05..2025-09-30'],
    ['2026-01..', '2026-01-01..2026-06-30'],
    ['..2024-12', '2024-07-03..2024-12-31'],
  ])('%s means %s', (p, wanted) => {
    const found = resolve(p);
    expect(spans(found)).toEqual([wanted, null]);
    expect(found).toMatchObject({ isWhole: false, partial: null, warnings: [] });
  });

  it('ends on the as-of day, whose month may be partial', () => {
    const found = resolve('L3M', 'none', '2026-02-10');
    expect(spans(found)).toEqual(['2025-12-01..2026-02-10', null]);
    expect(found.partial).toBe(monthOfDay(day('2026-02-10')));
    expect(found.warnings).toEqual([
      { code: 'period.partial-month', values: { month: '2026-02', day: '2026-02-10' } },
    ]);
  });

  it('is everything, rows without a date included, when none or all is asked for', () => {
    for (const p of [undefined, 'all']) {
      expect(resolve(p)).toMatchObject({ isWhole: true, comparison: null, warnings: [] });
    }
    expect(resolve('all', 'none', '2025-12-31').isWhole).toBe(false);
    expect(spans(resolve('all', 'none', '2025-12-31'))).toEqual(['2024-07-03..2025-12-31', null]);
  });

  it('has a partial month when the data go on after the last complete one', () => {
    const found = resolve('all', 'none', undefined, { ...data, lastDay: day('2026-07-04') });
    expect(spans(found)).toEqual(['2024-07-03..2026-07-04', null]);
    expect(codes(found)).toEqual(['period.partial-month']);
  });

  it('that cannot be read is everything, and says so', () => {
    for (const p of ['L99M', '2026-13..2026-14', '2026-06..2026-01', '..', '']) {
      expect(resolve(p)).toMatchObject({ isWhole: true });
      expect(codes(resolve(p))).toEqual(['filter.unreadable']);
    }
  });

  it('outside the data says so', () => {
    expect(codes(resolve('2020-01..2020-12'))).toEqual(['period.not-in-data']);
    expect(codes(resolve('2027-01..2027-12'))).toContain('period.not-in-data');
  });

  it('of data without dates is none', () => {
    const none = { asOf: null, firstDay: null, lastDay: null };
    expect(resolve('L12M', 'py', undefined, none)).toEqual({
      span: null,
      isWhole: true,
      partial: null,
      comparison: null,
      warnings: [],
    });
  });
});

describe('a comparison', () => {
  it.each<[string, PeriodQuestion['c'], string]>([
    ['L12M', 'py', '2024-07-01..2025-06-30'],
    ['L12M', 'pp', '2024-07-01..2025-06-30'],
    ['L3M', 'py', '2025-04-01..2025-06-30'],
    ['L3M', 'pp', '2026-01-01..2026-03-31'],
    ['MTD', 'pp', '2026-05-01..2026-05-31'],
    ['QTD', 'pp', '2026-01-01..2026-03-31'],
    ['YTD', 'pp', '2025-01-01..2025-06-30'],
    ['2026-02..2026-03', 'pp', '2025-12-01..2026-01-31'],
    ['L3M', '2024-08..2024-10', '2024-08-01..2024-10-31'],
  ])('of %s with %s is %s', (p, c, wanted) => {
    expect(spans(resolve(p, c))[1]).toBe(wanted);
    expect(resolve(p, c).warnings).toEqual([]);
  });

  it('of a partial month has as many days', () => {
    expect(spans(resolve('MTD', 'pp', '2026-03-30'))[1]).toBe('2026-02-01..2026-02-28');
    expect(spans(resolve('MTD', 'pp', '2026-05-10'))[1]).toBe('2026-04-01..2026-04-10');
  });

  it('of a February in a leap year is the whole February before', () => {
    const leap = { asOf: day('2024-02-29'), firstDay: day('2022-01-01'), lastDay: day('2024-02-29') };
    expect(spans(resolve('MTD', 'py', undefined, leap))[1]).toBe('2023-02-01..2023-02-28');
  });

  it('that the data do not reach is none, and says from when they do', () => {
    const found = resolve('L24M', 'pp');
    expect(found.comparison).toBeNull();
    expect(found.warnings).toEqual([
      {
        code: 'comparison.not-in-data',
        values: { from: '2022-07-01', to: '2024-06-30', first: '2024-07-03' },
      },
    ]);
  });

  it('of everything, with targets, or unreadable is none, each with its reason', () => {
    expect(codes(resolve('all', 'py'))).toEqual(['comparison.whole-data']);
    expect(codes(resolve('L3M', 'tgt'))).toEqual(['comparison.no-targets']);
    expect(codes(resolve('L3M', 'soon..later'))).toEqual(['filter.unreadable']);
    expect(codes(resolve('L3M', 'none'))).toEqual([]);
  });

  it('keeps ends of months ends of months and never has more days than the month', () => {
    const days = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2040, 1, 1) });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 36 }),
        (from, length, lag) => {
          const span = { from, to: from + length };
          const shifted = shiftSpan(span, lag);
          expect(monthOfDay(shifted.to)).toBe(monthOfDay(span.to) - lag);
          expect(monthOfDay(shifted.from)).toBe(monthOfDay(span.from) - lag);
          expect(shifted.from).toBeLessThanOrEqual(shifted.to);
          const isEnd = span.to === lastDayOfMonth(monthOfDay(span.to));
          if (isEnd) expect(shifted.to).toBe(lastDayOfMonth(monthOfDay(shifted.to)));
          expect(textOfSpan(shifted).from <= textOfSpan(shifted).to).toBe(true);
        },
      ),
    );
  });
});
