import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, type TextEncoding } from '../../sample-data/broken/encode';
import { detectEncoding } from './detect-encoding';
import { scoreEncodings } from './encoding-scores';

/** Words of bank files, as they stand in cells. */
const words: Readonly<Partial<Record<TextEncoding, readonly string[]>>> = {
  gb18030: [
    '客户号',
    '交易日期',
    '王芳',
    '张伟',
    '上海分行',
    '代发工资',
    '转账',
    '余额',
    '定期存款',
    '信用卡还款',
  ],
  big5: [
    '客戶編號',
    '交易日期',
    '陳怡君',
    '林志明',
    '台北分行',
    '薪資轉帳',
    '餘額',
    '定期存款',
    '信用卡繳款',
    '利息',
  ],
  shift_jis: [
    '顧客番号',
    '取引日',
    '山田太郎',
    'スズキ ハナコ',
    '東京支店',
    '給与振込',
    '残高',
    'ｼﾃﾝﾒｲ',
    'カード',
  ],
  'windows-1252': [
    'Müller',
    'Zürich',
    'García',
    'Überweisung',
    'Soldé à la clôture',
    'Crédito',
    'Straße',
    '5 €',
  ],
};
const encodings = Object.keys(words) as (keyof typeof words)[];

describe('scoreEncodings', () => {
  it('puts first the encoding in which a bank file was written', () => {
    const cases = fc
      .constantFrom(...encodings)
      .chain((encoding) =>
        fc.tuple(
          fc.constant(encoding),
          fc.array(fc.constantFrom(...(words[encoding] ?? [])), { minLength: 8, maxLength: 40 }),
        ),
      );
    fc.assert(
      fc.property(cases, ([encoding, cells]) => {
        const text = cells.map((cell, index) => `${String(index)},${cell},12.50\n`).join('');
        expect(scoreEncodings([encodeText(text, encoding)])[0]?.encoding).toBe(encoding);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a text without such characters no score', () => {
    const scores = scoreEncodings([encodeText('id,name\n1,Ann\n', 'utf-8')]);
    expect(scores.map(({ score }) => score)).toEqual([0, 0, 0, 0]);
  });
});

describe('detectEncoding', () => {
  it('names the other encoding where a few characters read in two', () => {
    // 畝 in Big5 and a pair of level 1 in GB2312: one character tells nothing.
    const { encoding, rival } = detectEncoding('x', [Uint8Array.from([0x31, 0x2c, 0xb8, 0xb9, 0x0a])]);
    expect([encoding, rival]).toEqual(['gb18030', 'big5']);
  });

  it('answers any bytes with an encoding or with an error of its own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          expect(detectEncoding('x', [bytes]).encoding).toBeTypeOf('string');
        } catch (error) {
          expect((error as { code: string }).code).toMatch(/^ingest\.(garbled-text|unsupported-format)$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
