import { describe, expect, it } from 'vitest';
import { textColumnOf } from '../../dataset/make-column';
import { storeColumn } from '../../database/image/stored-column';
import { writeImage } from '../../database/image/write-image';
import { openDatabase } from '../../database/open-database';
import { toAppError } from '../../base/errors';
import { translator } from '../../i18n/translate';
import { sqlMessages } from './messages';
import { reasonWords } from './reason-words';
import { resultColumns, valueText } from './result-columns';
import { schemaTables } from './schema';

const [english, chinese] = [translator(sqlMessages, 'en'), translator(sqlMessages, 'zh')];

describe('what SQLite says', () => {
  const image = writeImage([
    {
      kind: 'table',
      name: 'people',
      sql: 'CREATE TABLE people (name TEXT)',
      table: { rowCount: 1, columns: [storeColumn(textColumnOf(['王芳']))] },
    },
  ]);

  it.each([
    ['SELECT * FORM people', 'SQLite does not understand “FORM” here', '“FORM”附近有语法错误'],
    ['SELECT #', '“#” means nothing in SQL', '无法识别“#”'],
    ['SELECT (', 'the query ends in the middle', '语句不完整'],
    ['SELECT * FROM person', 'there is no table “person”', '没有名为“person”的表'],
    ['SELECT p.nam FROM people p', 'there is no column “p.nam”', '没有名为“p.nam”的列'],
    ['SELECT median(1)', 'there is no function “median”', '没有名为“median”的函数'],
    [
      'SELECT name FROM people a, people b',
      'more than one table has the column “name”',
      '多个表都有“name”列，请注明表名',
    ],
    ['SELECT abs()', 'the function “abs” takes another number of arguments', '函数“abs”的参数个数不对'],
    ['SELECT 1 WHERE sum(1) > 0', '“sum” cannot be used here', '此处不能使用“sum”'],
    [
      'SELECT 1 UNION SELECT 1, 2',
      'the parts of “UNION” have different numbers of columns',
      '“UNION”两侧的列数不同',
    ],
    ['SELECT abs(-9223372036854775807 - 1)', 'a number is too large', '数值过大'],
    ['SELECT 1; SELECT 2', 'only one statement at a time can run', '一次只能运行一条语句'],
    ['', 'there is no statement', '没有可运行的语句'],
  ])('about %j is told in both languages', async (sql, en, zh) => {
    const database = await openDatabase(image);
    let reason = '';
    try {
      database.query(sql);
    } catch (error) {
      reason = String(toAppError(error).details['reason']);
    } finally {
      database.close();
    }
    expect([reasonWords(reason, english), reasonWords(reason, chinese)]).toEqual([en, zh]);
  });

  it('without a translation stays as it is', () => {
    expect(reasonWords('LIKE or GLOB pattern too complex', chinese)).toBe('LIKE or GLOB pattern too complex');
  });
});

describe('the columns of an answer', () => {
  it('are numeric when they hold numbers and nothing else', () => {
    const columns = resultColumns(
      ['year', 'name', 'mixed', 'nothing'],
      [
        [2026, 'x', 1, null],
        [null, null, 'y', null],
      ],
    );
    expect(columns.map(({ isNumeric }) => isNumeric)).toEqual([true, false, false, false]);
    expect(columns.map(({ text }) => text({ index: 1, values: [null, null, 'y', null] }))).toEqual([
      'NULL',
      'NULL',
      'y',
      'NULL',
    ]);
  });

  it('may have one name twice, and are as wide as their texts, within limits', () => {
    const columns = resultColumns(['a', 'a', 'b'], [['上海浦东支行', 1, 'x'.repeat(1000)]]);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(3);
    expect(columns.map(({ width }) => width)).toEqual([108, 72, 360]);
  });

  it.each([
    [2026, '2026'],
    [-5, '−5'],
    [12_345.678, '12,345.678'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '1e−7'],
    [123_456, '123,456'],
    ['0012', '0012'],
    ['', ''],
    [null, 'NULL'],
    [Uint8Array.of(0, 255), '00ff'],
    ['y'.repeat(600), `${'y'.repeat(500)}…`],
  ])('show %s as %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});

describe('the schema', () => {
  it('has the tables of a bank first, in the reader’s words, with their rows', () => {
    const views = [
      { name: 'notes 2026', columns: ['Note'] },
      { name: 'transactions', columns: ['txn_date', 'Own'] },
      { name: 'customers', columns: ['customer_id'] },
    ];
    const rows = { customer: 3, transaction: 40, 'notes 2026': 2 };
    expect(schemaTables(views, rows, 'zh')).toMatchObject([
      { name: 'customers', label: '客户表', rows: 3, columns: [{ name: 'customer_id', label: '客户号' }] },
      {
        name: 'transactions',
        label: '交易表',
        rows: 40,
        columns: [
          { name: 'txn_date', label: '交易日期' },
          { name: 'Own', label: null, description: null },
        ],
      },
      { name: 'notes 2026', label: null, rows: 2 },
    ]);
  });
});
