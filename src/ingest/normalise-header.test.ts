import { describe, expect, it } from 'vitest';
import { normaliseHeader } from './normalise-header';

describe('normaliseHeader', () => {
  it.each([
    [' Customer_ID ', 'customerid', null],
    ['Ｃｕｓｔ＿Ｎｏ', 'custno', null],
    ['账户_余额（万元）', '账户余额', 'wan'],
    ['余额(单位:千元)', '余额', 'thousand'],
    ['交易金额[分]', '交易金额', 'fen'],
    ['金额（人民币）', '金额人民币', null],
    ['dollar value', 'dollarvalue', null],
    ['收/支', '收/支', null],
    ['余额万元', '余额', 'wan'],
    ['余额/万元', '余额', 'wan'],
    ['贷款余额 / 百万元', '贷款余额', 'million'],
    ['万元', '万元', null],
    ['', '', null],
  ] as const)('%j is compared as %j, unit %j', (header, text, unit) => {
    expect(normaliseHeader(header)).toEqual({ text, unit, rateUnit: null });
  });

  it.each([
    ['执行利率(%)', '执行利率', 'percent'],
    ['利率％', '利率', 'percent'],
    ['rate [bp]', 'rate', 'basis-points'],
  ] as const)('%j is compared as %j, with rates in %s', (header, text, rateUnit) => {
    expect(normaliseHeader(header)).toEqual({ text, unit: null, rateUnit });
  });
});
