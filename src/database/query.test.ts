import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../base/errors';
import { textColumnOf } from '../dataset/make-column';
import { storeColumn } from './image/stored-column';
import { writeImage } from './image/write-image';
import { openDatabase, type OpenDatabase } from './open-database';

const image = writeImage([
  {
    kind: 'table',
    name: 'people',
    sql: 'CREATE TABLE people (number INTEGER PRIMARY KEY, name TEXT)',
    table: {
      rowCount: 3,
      columns: [
        { storage: 'constant', serialType: 0 },
        storeColumn(textColumnOf(['王芳', null, 'O’Neil; x'])),
      ],
    },
  },
]);

let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase(image);
});

afterAll(() => {
  database.close();
});

function refusal(sql: string): Pick<AppError, 'code' | 'details'> {
  try {
    database.query(sql);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error(`not refused: ${sql}`);
}

describe('a query', () => {
  it('answers with columns and rows of numbers, texts, bytes and nulls', () => {
    expect(
      database.query("SELECT 1 AS a, 2.5, 'x' AS b, x'00ff' AS c, NULL AS d, 9007199254740991 AS e"),
    ).toEqual({
      columns: ['a', '2.5', 'b', 'c', 'd', 'e'],
      rows: [[1, 2.5, 'x', Uint8Array.of(0, 255), null, 9007199254740991]],
      truncated: false,
    });
    expect(database.query('SELECT name FROM people ORDER BY number').rows).toEqual([
      ['王芳'],
      [null],
      ['O’Neil; x'],
    ]);
  });

  it('names its columns when it has no rows', () => {
    const answer = database.query('SELECT number, name FROM people WHERE number > 7');
    expect(answer).toEqual({ columns: ['number', 'name'], rows: [], truncated: false });
  });

  it('takes parameters in order and by name', () => {
    const byOrder = database.query('SELECT number FROM people WHERE name = ? AND number < ?', ['王芳', 5]);
    const byName = database.query('SELECT number FROM people WHERE name = :name', { ':name': '王芳' });
    expect([byOrder.rows, byName.rows]).toEqual([[[0]], [[0]]]);
  });

  it.each([
    [0, 0, true],
    [2, 2, true],
    [3, 3, false],
    [4, 3, false],
  ])('returns at most %i rows and says whether there are more', (limit, count, truncated) => {
    const answer = database.query('SELECT number FROM people', [], { limit });
    expect([answer.rows.length, answer.truncated]).toEqual([count, truncated]);
  });

  it.each([
    ['SELECT name FROM people', 3],
    ['SELECT name FROM people LIMIT 2; -- done', 2],
    ['-- all\nSELECT number, number FROM people WHERE number < 2 -- done', 2],
    [
      'WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a WHERE n < 50000) SELECT n FROM a',
      50_000,
    ],
    ['VALUES (1), (2)', 2],
    ['SELECT * FROM people WHERE number > 7', 0],
    ['EXPLAIN SELECT 1', null],
    ['PRAGMA table_info(people)', null],
  ])('says how many rows there are: %s', (sql, count) => {
    expect(database.count(sql)).toBe(count);
  });

  it('returns no more than there is room for', () => {
    const sql = "SELECT 'abcd' FROM people";
    expect(database.query(sql, [], { mostBytes: 24 }).rows).toHaveLength(3);
    expect(() => database.query(sql, [], { mostBytes: 23 })).toThrow(
      expect.objectContaining({ code: 'database.too-large', details: { limit: 23 } }),
    );
    expect(refusal('SELECT zeroblob(1000000001)').code).toBe('database.too-large');
  });

  it('may be as long as people can paste', () => {
    const text = 'x'.repeat(2_000_000);
    expect(database.query(`SELECT length('${text}')`).rows).toEqual([[text.length]]);
  });

  it('has the mathematics of SQLite, not those of older sql.js', () => {
    expect(database.query('SELECT log(10)').rows).toEqual([[1]]);
    expect(refusal('SELECT stdev(number) FROM people').code).toBe('database.query-failed');
  });
});

describe('a query that reads', () => {
  it.each([
    'SELECT 1',
    'select 1;',
    '  -- a note; about it\n/* and; more */ SELECT 1 ; -- done;',
    'SELECT \'DELETE; DROP\' AS "a;b", 1 AS [c;d]',
    'VALUES (1), (2)',
    'WITH a AS (SELECT 1 AS b) SELECT replace(b, 1, 2) FROM a',
    'WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a WHERE n < 3) SELECT * FROM a',
    'EXPLAIN QUERY PLAN SELECT * FROM people',
    'PRAGMA table_info(people)',
    'PRAGMA table_list',
    'pragma integrity_check',
  ])('passes: %s', (sql) => {
    expect(database.query(sql).columns.length).toBeGreaterThan(0);
  });

  it.each([
    'DELETE FROM people',
    'INSERT INTO people VALUES (9, 1)',
    'UPDATE people SET name = 1',
    'WITH a AS (SELECT 1) DELETE FROM people',
    'WITH a AS (SELECT 1) INSERT INTO people SELECT 9, 1',
    'REPLACE INTO people VALUES (1, 1)',
    'DROP TABLE people',
    'CREATE TABLE a (b)',
    'CREATE TEMP TABLE a (b)',
    "ATTACH 'x' AS y",
    'VACUUM',
    'BEGIN',
    'PRAGMA query_only = 0',
    'PRAGMA main.query_only = 0',
    'PRAGMA user_version = 3',
    'SELECT 1; DELETE FROM people',
    '/* SELECT */ DELETE FROM people',
  ])('is not: %s', (sql) => {
    expect(refusal(sql).code).toBe('database.read-only');
    expect(database.query('SELECT COUNT(*) FROM people').rows).toEqual([[3]]);
    expect(database.query("SELECT COUNT(*) FROM sqlite_schema WHERE name <> 'people'").rows).toEqual([[0]]);
  });
});

describe('a query that fails', () => {
  it.each([
    ['SELECT *\nFORM people', 2, 'near "FORM": syntax error'],
    ['SELECT number, name\nFROM people\nWHERE name = (\n', 3, 'incomplete input'],
    ["SELECT 'name',\n  nam\nFROM people", 2, 'no such column: nam'],
    ['SELECT 1,\n\n p.nam FROM people p', 3, 'no such column: p.nam'],
    ['SELECT *\nFROM person', 2, 'no such table: person'],
    ['SELECT 1,\n  median(number) FROM people', 2, 'no such function: median'],
    ['SELECT name\nFROM people a, people b', 1, 'ambiguous column name: name'],
    ['SELECT number,\n #\nFROM people', 2, 'unrecognized token: "#"'],
    ['SELECT 1, FROM, 2\nFROM people', 1, 'near "FROM": syntax error'],
    ['SELECT 1;\n\nSELECT 2', 3, 'more than one statement'],
    ['-- nothing', 1, 'no statement'],
    ['', 1, 'no statement'],
  ])('says where and why: %j', (sql, line, reason) => {
    expect(refusal(sql)).toEqual({ code: 'database.query-failed', details: { line, reason } });
  });

  it('leaves the database able to answer', () => {
    expect(refusal('SELECT abs(-9223372036854775808) FROM people').details['reason']).toBe(
      'integer overflow',
    );
    expect(database.query('SELECT COUNT(*) FROM people').rows).toEqual([[3]]);
  });

  it('is wrapped even when sql.js throws something else', async () => {
    const closed = await openDatabase(image);
    closed.close();
    closed.close();
    expect(() => closed.query('SELECT 1')).toThrow(
      expect.objectContaining({ code: 'database.query-failed' }),
    );
  });
});

describe('opening', () => {
  it.each([
    ['nothing of a database', new Uint8Array(5000).fill(7)],
    ['a database cut short', image.slice(0, 4096)],
  ])('refuses %s', async (_, bytes) => {
    await expect(openDatabase(bytes)).rejects.toMatchObject({ code: 'database.malformed' });
  });

  it('leaves the bytes as they are, and two databases apart', async () => {
    const copy = image.slice();
    const [one, two] = [await openDatabase(image), await openDatabase(writeImage([]))];
    expect(one.query('SELECT COUNT(*) FROM sqlite_schema').rows).toEqual([[1]]);
    expect(two.query('SELECT COUNT(*) FROM sqlite_schema').rows).toEqual([[0]]);
    one.close();
    expect(two.query('SELECT 1').rows).toEqual([[1]]);
    two.close();
    expect(image).toEqual(copy);
  });
});
