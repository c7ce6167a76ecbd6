import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats';

const en = formatsFor({ locale: 'en', units: 'kmb', currency: 'CNY' });
const zh = formatsFor({ locale: 'zh', units: 'wan', currency: 'CNY' });

describe('counts', () => {
  it.each([
    [0, '0', '0'],
    [0.034, '0.034', '0.034'],
    [999, '999', '999'],
    [9999, '9,999', '9,999'],
    [10_000, '10K', '1万'],
    [12_345, '12.3K', '1.23万'],
    [1_234_567, '1.23M', '123万'],
    [12_340_000, '12.3M', '1,234万'],
    [99_995_000, '100M', '1亿'],
    [100_000_000, '100M', '1亿'],
    [12_300_000_000, '12.3B', '123亿'],
    [1_234_567_890_123, '1.23T', '1.23万亿'],
    [-56_789_012, '−56.8M', '−5,679万'],
    [null, '—', '—'],
    [Number.NaN, '—', '—'],
  ])('writes %d as %s and %s', (value, english, chinese) => {
    expect(en.count(value)).toBe(english);
    expect(zh.count(value)).toBe(chinese);
  });

  it('are exact in tables', () => {
    expect(en.count(1_234_567, 'exact')).toBe('1,234,567');
    expect(zh.count(-56_789_012, 'exact')).toBe('−56,789,012');
  });

  it('have no negative zero', () => {
    expect(en.count(-0)).toBe('0');
    expect(en.percent(-0.0000001)).toBe('>−0.1%');
  });
});

describe('money', () => {
  it.each([
    [123_000_000, '¥123M', '1.23亿元'],
    [48_200_000_000, '¥48.2B', '482亿元'],
    [-12_000_000, '−¥12M', '−1,200万元'],
    [-120_000_000, '−¥120M', '−1.2亿元'],
    [5678.9, '¥5,679', '5,679元'],
    [12.5, '¥12.5', '12.5元'],
    [0, '¥0', '0元'],
    [null, '—', '—'],
  ])('writes %d as %s and %s', (value, english, chinese) => {
    expect(en.money(value)).toBe(english);
    expect(zh.money(value)).toBe(chinese);
  });

  it('has two decimals where it is exact', () => {
    expect(en.money(177_366_296.3, 'exact')).toBe('¥177,366,296.30');
    expect(zh.money(-1.5, 'exact')).toBe('−1.50元');
    expect(en.amount(1_482.5)).toBe('1,482.50');
  });

  it('writes other currencies by code or name, and no currency where the files do not say', () => {
    const of = (currency: string) => ({
      en: formatsFor({ locale: 'en', units: 'kmb', currency }).money(123_000_000),
      zh: formatsFor({ locale: 'zh', units: 'wan', currency }).money(123_000_000),
    });
    expect(of('CZK')).toEqual({ en: 'CZK\u00a0123M', zh: '1.23亿捷克克朗' });
    expect(of('JPY')).toEqual({ en: 'JPY\u00a0123M', zh: '1.23亿日元' });
    expect(of('USD')).toEqual({ en: '$123M', zh: '1.23亿美元' });
    expect(of('XXX')).toEqual({ en: '123M', zh: '1.23亿' });
  });
});

describe('shares, ratios, days', () => {
  it('writes percent with one decimal, and never rounds something to nothing', () => {
    expect([en.percent(0.048), en.percent(0.0004), en.percent(0), en.percent(null)]).toEqual([
      '4.8%',
      '<0.1%',
      '0%',
      '—',
    ]);
    expect(en.percent(0.04683, 'exact')).toBe('4.68%');
  });

  it('writes the change of a percent in points', () => {
    expect([en.points(0.006), zh.points(0.006), zh.points(-0.001)]).toEqual([
      '+0.6 pp',
      '+0.6个百分点',
      '−0.1个百分点',
    ]);
  });

  it('writes ratios and days with their words', () => {
    expect([en.ratio(2.4), zh.ratio(2.4)]).toEqual(['2.4×', '2.4 倍']);
    expect([en.days(1), en.days(45), zh.days(45)]).toEqual(['1 day', '45 days', '45 天']);
  });
});

describe('dates', () => {
  it('writes days, months, quarters and ranges', () => {
    expect([en.day('2026-06-30'), zh.day('2026-06-30')]).toEqual(['30 Jun 2026', '2026年6月30日']);
    expect([en.month('2026-06'), zh.month('2026-06')]).toEqual(['Jun 2026', '2026年6月']);
    expect([en.quarter('2026-06'), zh.quarter('2026-06')]).toEqual(['Q2 2026', '2026年二季度']);
    expect(en.monthRange('2025-07', '2026-06')).toBe('Jul 2025–Jun 2026');
    expect(zh.monthRange('2025-07', '2026-06')).toBe('2025年7月–2026年6月');
  });

  it('puts the year on January ticks only', () => {
    expect([
      en.monthTick('2026-06'),
      en.monthTick('2026-01'),
      zh.monthTick('2026-06'),
      zh.monthTick('2026-01'),
    ]).toEqual(['Jun', 'Jan 26', '6月', '26年1月']);
  });
});

describe('changes', () => {
  const directions = ['higher_better', 'lower_better', 'neutral'] as const;
  const expected = {
    higher_better: { rise: 'better', fall: 'worse' },
    lower_better: { rise: 'worse', fall: 'better' },
    neutral: { rise: 'plain', fall: 'plain' },
  } as const;

  it.each(directions)('have the arrow of their sign and the class of their judgement: %s', (direction) => {
    const rise = en.delta({ value: 0.062, unit: 'percent', direction });
    const fall = en.delta({ value: -0.062, unit: 'percent', direction });
    const same = en.delta({ value: 0.0001, unit: 'percent', direction });
    expect([rise.arrow, fall.arrow, same.arrow]).toEqual(['▲', '▼', '≈']);
    expect(rise.className).toBe(`rise ${expected[direction].rise}`);
    expect(fall.className).toBe(`fall ${expected[direction].fall}`);
    expect(same.className).toBe('same plain');
  });

  it('say the judgement in a word', () => {
    const churn = { value: 0.006, unit: 'points', direction: 'lower_better' } as const;
    expect(en.delta(churn).text).toBe('▲ +0.6 pp worse');
    expect(zh.delta(churn).text).toBe('▲ +0.6个百分点 转差');
    expect(en.delta({ value: 0.04, unit: 'percent', direction: 'higher_better' }).text).toBe(
      '▲ +4.0% better',
    );
    expect(en.delta({ value: null, unit: 'percent', direction: 'neutral' }).text).toBe('—');
    expect(zh.delta({ value: 0, unit: 'percent', direction: 'neutral' }).text).toBe('≈ 基本持平');
  });
});

describe('speech', () => {
  it('uses words for units and abbreviates nothing', () => {
    expect(en.spoken(123_000_000, 'money')).toBe('123 million yuan');
    expect(zh.spoken(123_000_000, 'money')).toBe('1.23亿元');
    expect(en.spoken(-0.048, 'percent')).toBe('minus 4.8 percent');
    expect(en.spokenDelta({ value: 0.082, unit: 'percent', direction: 'higher_better' })).toBe(
      'up 8.2 percent, better',
    );
    expect(zh.spokenDelta({ value: 0.082, unit: 'percent', direction: 'higher_better' })).toBe(
      '上升 8.2%，向好',
    );
  });
});

describe('axes', () => {
  it('choose one unit from the largest value and name it once', () => {
    const axis = en.axisUnit(48.2e9, 'money');
    expect(axis.label).toBe('¥B');
    expect([axis.format(10e9), axis.format(0), axis.mark(48.2e9), axis.mark(0.9e9)]).toEqual([
      '10',
      '0',
      '48.2',
      '0.9',
    ]);
    expect(zh.axisUnit(4.6e6, 'money').label).toBe('万元');
    expect(zh.axisUnit(48.2e9, 'money').label).toBe('亿元');
  });

  it('never show something as nothing', () => {
    const axis = en.axisUnit(48.2e9, 'money');
    expect([axis.mark(1000), axis.mark(0), axis.mark(null), axis.mark(-1000)]).toEqual([
      '<0.1',
      '0',
      '—',
      '−<0.1',
    ]);
  });

  it('keep the letter on counts and the sign on percent marks', () => {
    expect(en.axisUnit(52_000, 'count').format(20_000)).toBe('20K');
    const axis = en.axisUnit(0.05, 'percent');
    expect([axis.label, axis.format(0.04), axis.mark(0.0468)]).toEqual(['%', '4', '4.7%']);
  });
});

it('writes a small count exactly on an axis of thousands, no months as no text, a score with its digits', () => {
  const axis = formatsFor({ locale: 'zh', units: 'wan', currency: 'CNY' }).axisUnit(14_100, 'count');
  expect([304, 0, 14_079].map((count) => axis.mark(count))).toEqual(['304', '0', '1.41万']);
  const english = formatsFor({ locale: 'en', units: 'kmb', currency: 'CNY' });
  expect([english.monthRange('', ''), english.score(0.7), english.score(5)]).toEqual(['', '0.70', '5']);
});
