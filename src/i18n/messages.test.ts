import { describe, expect, it } from 'vitest';
import { shortCodes, type ErrorCode, type ErrorDetails } from '../base/errors';
import { assumptionCodes } from '../dataset/assumption-codes';
import { codesOf, type CodeListName } from '../model/codes';
import { tables } from '../model/tables';
import { assumptionMessages, assumptionText } from './assumptions.messages';
import { codeLabel, namedCodes } from './codes.messages';
import { errorText, thrownText } from './error-text';
import { errorMessages } from './errors.messages';
import { evidenceMessages, evidenceText } from './evidence.messages';
import { formatsFor } from './formats';
import { nameOf } from './names';
import { sharedMessages } from './shared.messages';
import { tableName } from './table-names';
import type { Messages } from './translate';

const en = { f: formatsFor({ locale: 'en', units: 'kmb', currency: 'CNY' }) };
const zh = { f: formatsFor({ locale: 'zh', units: 'wan', currency: 'CNY' }) };

/** Latin words that Chinese bank staff use as they are. */
const allowed = new Set(
  'CSV SVG PNG Excel POS ATM UTF GB AUM ID SELECT WITH EXPLAIN tasks clientele xlsx n T R F E'.split(' '),
);

const latinWords = (text: string): string[] =>
  (text.replace(/\{\w+\}/g, '').match(/[A-Za-z]+/g) ?? []).filter((word) => !allowed.has(word));

const sets: readonly (readonly [string, Messages])[] = [
  ['shared', sharedMessages],
  ['assumptions', assumptionMessages],
  ['evidence', evidenceMessages],
];
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

describe.each(sets)('%s texts', (name, messages) => {
  it.each(Object.entries(messages))(
    '%s is complete in both languages',
    (key, { en: english, zh: chinese }) => {
      const texts = [english, chinese].flatMap((text) =>
        typeof text === 'string' ? [text] : [text.one, text.other],
      );
      for (const text of texts) expect(text.trim()).not.toBe('');
      const last = placeholders(texts.at(-1) ?? '');
      for (const one of last) expect(placeholders(texts.join(' '))).toContain(one);
      expect(latinWords(typeof chinese === 'string' ? chinese : chinese.other)).toEqual([]);
    },
  );
});

describe('errors', () => {
  const details: ErrorDetails = {
    file: 'trans.csv',
    size: 2_400_000_000,
    limit: 1_500_000_000,
    ext: '.pdf',
    row: 91,
    openedAt: 12,
    rows: 3,
    sampled: 1000,
    encoding: 'gb18030',
    cause: 'worker-lost',
    n: 12,
    m: 5369,
    a: 4,
    b: 5,
    r: 91,
    column: '交易日期',
    role: 'customer_id',
    candidates: ['c1', 'c2'],
    where: 'files[0].table',
    roles: '日期',
    needed: 50,
    line: 2,
    reason: '缺少表',
    task: 'a.b',
    parameter: 'top',
    version: 9,
    path: '/x.csv',
    formats: ['d/m', 'm/d'],
  };
  const codes = Object.keys(shortCodes) as ErrorCode[];

  it.each(codes)('%s reads in both languages, with nothing left to fill in', (code) => {
    for (const language of [en, zh]) {
      for (const given of [details, {}]) {
        const { title, action = '', short } = errorText({ code, details: given }, language);
        expect(title).not.toMatch(/[{}]|undefined|\[object/);
        expect(action).not.toMatch(/[{}]/);
        expect(short).toBe(shortCodes[code]);
        expect(title + action).not.toMatch(/\b(please|sorry|oops)\b|!/i);
      }
    }
    for (const text of [
      errorMessages[code].title.zh,
      errorMessages[code].plain?.zh,
      errorMessages[code].action?.zh,
    ]) {
      expect(latinWords(text ?? '')).toEqual([]);
    }
  });

  it('follow the patterns of the specification', () => {
    const title = (code: ErrorCode, language = en) => errorText({ code, details }, language).title;
    expect(title('ingest.empty-file')).toBe('trans.csv is empty (0 bytes).');
    expect(title('ingest.too-large')).toBe('trans.csv is 2.4 GB. This browser can safely hold about 1.5 GB.');
    expect(title('ingest.unclosed-quote', zh)).toBe('读取在第 91 行停止：第 12 行的引号没有闭合。');
    expect(title('ingest.garbled-text')).toBe(
      'The text looks garbled in 3 of 1,000 sampled rows. Encoding is set to GB18030.',
    );
    expect(title('ingest.stopped', zh)).toBe(
      '读取中断：浏览器结束了导入（后台线程已结束），原有数据未改动。',
    );
    expect(title('ingest.missing-role')).toBe(
      'No column is matched to Customer ID. Nothing can be linked without it.',
    );
    expect(title('ingest.missing-role', zh)).toBe('尚未指定“客户号”列，缺少它无法关联数据。');
    expect(title('ingest.not-a-date', zh)).toBe('「交易日期」有 12/5,369 个值不是日期。');
    expect(title('ingest.out-of-memory')).toBe('Out of memory after 3 rows. Nothing was changed.');
  });

  it('say where, when the sentence does not', () => {
    expect(errorText({ code: 'ingest.garbled-text', details }, en).where).toBe('trans.csv · 交易日期');
    expect(errorText({ code: 'ingest.empty-file', details: { file: 'a.csv' } }, en).where).toBeUndefined();
  });

  it('never repeat what an unknown failure said', () => {
    const text = thrownText(new TypeError('x is not a function'), en);
    expect(text.short).toBe('X-02');
    expect(JSON.stringify(text)).not.toContain('not a function');
  });
});

describe('assumptions', () => {
  it('all have a sentence', () => {
    expect(Object.keys(assumptionMessages).sort()).toEqual([...assumptionCodes].sort());
  });

  it('name numbers, months and tables in words', () => {
    const values = { accounts: 4500, month: '2026-06' };
    expect(assumptionText({ code: 'balance.snapshot-month', values }, zh)).toBe(
      '4,500 个账户的余额视为 2026年6月末余额。',
    );
    const orphans = { from: 'transaction.customer_id', to: 'customer.customer_id', rows: 1204 };
    expect(assumptionText({ code: 'link.orphans', values: orphans }, en)).toBe(
      'Transactions: rows that refer to something no file has in Customers (1,204).',
    );
  });

  it('of a later version stand under their code', () => {
    expect(assumptionText({ code: 'later.one', values: {} }, en)).toBe('later.one');
  });
});

describe('evidence', () => {
  it('writes shares as percent and types in words', () => {
    expect(evidenceText({ code: 'value.unique', values: { share: 0.998 } }, en)).toBe(
      '99.8% of values are unique',
    );
    expect(evidenceText({ code: 'value.against', values: { expected: 'day' } }, zh)).toBe('取值与日期不符');
  });
});

describe('codes', () => {
  const lists: readonly CodeListName[] = [
    'direction',
    'holder-role',
    'channel',
    'transaction-type',
    'product',
    'customer-type',
    'gender',
    'currency',
  ];

  it.each(lists)('of %s all have a name', (list) => {
    for (const code of codesOf(list)) expect(namedCodes[list]).toContain(code);
  });

  it('are named by list or field, and stand for themselves when the bank made them', () => {
    expect(codeLabel('product', 'term_deposit', 'zh')).toBe('定期存款');
    expect(codeLabel('product_code', 'unspecified', 'en')).toBe('All products');
    expect(codeLabel('channel', 'K7', 'en')).toBe('K7');
    expect(codeLabel('channel', null, 'zh')).toBe('未知');
    expect(codeLabel('channel', 'constructor', 'en')).toBe('constructor');
  });

  it.each(tables.map(({ name }) => name))('table %s has a name in both languages', (name) => {
    expect(tableName(name, 'en')).not.toBe(name);
    expect(tableName(name, 'zh')).toMatch(/\p{Script=Han}/u);
  });
});

describe('nameOf', () => {
  it('takes the name of the language, else the other one', () => {
    expect(nameOf({ name: '浦东支行', nameEn: 'Pudong' }, 'en')).toBe('Pudong');
    expect(nameOf({ name: '浦东支行', nameEn: null }, 'en')).toBe('浦东支行');
    expect(nameOf({ name: null, nameEn: null }, 'zh')).toBe('—');
  });
});
