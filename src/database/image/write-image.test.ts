import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyBitmap, setNull, type Column } from '../../columns/column';
import { textColumnOf } from '../../dataset/make-column';
import { sortIndex } from './index-pages';
import { LOCK_PAGE, PAGE, PageCounter, pagesAfter } from './page';
import { storeColumn } from './stored-column';
import { writeImage, type ImageEntry } from './write-image';

let SQL: Awaited<ReturnType<typeof initSqlJs>>;

beforeAll(async () => {
  SQL = await initSqlJs();
});

function tableOf(name: string, columns: Readonly<Record<string, Column>>, rowCount: number): ImageEntry {
  const names = Object.keys(columns).map((column) => `"${column}"`);
  return {
    kind: 'table',
    name,
    sql: `CREATE TABLE "${name}" ("row" INTEGER PRIMARY KEY, ${names.join(', ')})`,
    table: {
      rowCount,
      columns: [
        { storage: 'constant', serialType: 0 },
        ...Object.values(columns).map((column) => storeColumn(column)),
      ],
    },
  };
}

/** Everything in a database, after SQLite has found it whole. */
function contents(image: Uint8Array, sql: string): unknown[][] {
  const database = new SQL.Database(image);
  try {
    expect(database.exec('PRAGMA integrity_check')[0]?.values).toEqual([['ok']]);
    return database.exec(sql)[0]?.values ?? [];
  } finally {
    database.close();
  }
}

const int32 = (values: Iterable<number>, nulls: Uint8Array | null = null): Column => ({
  kind: 'int32',
  values: Int32Array.from(values),
  nulls,
});
const float64 = (values: Iterable<number>, nulls: Uint8Array | null = null): Column => ({
  kind: 'float64',
  values: Float64Array.from(values),
  nulls,
});
const nullsAt = (length: number, ...rows: readonly number[]): Uint8Array => {
  const nulls = emptyBitmap(length);
  for (const row of rows) setNull(nulls, row);
  return nulls;
};

describe('a database written page by page', () => {
  it('may hold nothing, or tables without rows', () => {
    expect(contents(writeImage([]), 'SELECT COUNT(*) FROM sqlite_schema')).toEqual([[0]]);
    const image = writeImage([tableOf('empty', { a: int32([]), b: textColumnOf([]) }, 0)]);
    expect(contents(image, 'SELECT COUNT(*), COUNT(a) FROM empty')).toEqual([[0, 0]]);
    expect(image.length).toBe(2 * PAGE);
  });

  it('keeps whole numbers of every size and sign, and doubles', () => {
    const whole = [0, 1, -1].concat(
      [7, 8, 15, 16, 23, 24, 31, 32, 39, 40, 47, 48, 52, 53].flatMap((bits) => [
        2 ** bits - 1,
        -(2 ** bits),
        2 ** (bits - 1) + 1,
      ]),
    );
    for (let length = 1; length <= whole.length; length++) {
      const values = whole.slice(0, length);
      const image = writeImage([
        tableOf('t', { v: float64(values), n: float64(values, nullsAt(length, 1)) }, length),
      ]);
      expect(contents(image, 'SELECT v, n, typeof(v) FROM t ORDER BY "row"')).toEqual(
        values.map((value, row) => [value, row === 1 ? null : value, 'integer']),
      );
    }
    const reals = [0.5, -1e300, 2 ** 60, Number.NaN, Infinity, -0, 3];
    const image = writeImage([tableOf('t', { v: float64(reals, nullsAt(7, 6)) }, 7)]);
    expect(contents(image, 'SELECT v FROM t ORDER BY "row"')).toEqual(
      [0.5, -1e300, 2 ** 60, null, Infinity, -0, null].map((value) => [value]),
    );
  });

  it('keeps columns that are null, zero or one throughout in no bytes', () => {
    const columns = {
      nothing: int32([0, 0, 0], nullsAt(3, 0, 1, 2)),
      noText: textColumnOf([null, null, null]),
      zero: int32([0, 0, 0]),
      one: float64([1, 1, 1]),
      oneOrNull: int32([1, 1, 0], nullsAt(3, 2)),
    };
    expect(contents(writeImage([tableOf('t', columns, 3)]), 'SELECT * FROM t')).toEqual([
      [0, null, null, 0, 1, 1],
      [1, null, null, 0, 1, 1],
      [2, null, null, 0, 1, null],
    ]);
  });

  it('keeps texts of every length, those longer than pages too', () => {
    const lengths = [
      0, 1, 56, 57, 58, 63, 64, 65, 127, 128, 488, 489, 4050, 4051, 4052, 4053, 4054, 4060, 4061, 4062,
    ].concat([4096, 8100, 8180, 8185, 8186, 8190, 12_000, 70_000, 1_200_000, 3]);
    const texts = lengths.map((length, i) => String.fromCharCode(97 + (i % 26)).repeat(length));
    const shuffled = [...texts, ...texts.toReversed(), '客户经理：张**'];
    const columns = {
      t: textColumnOf(shuffled),
      n: int32(shuffled.keys()),
      u: textColumnOf([...shuffled].reverse()),
    };
    const rows = contents(writeImage([tableOf('t', columns, shuffled.length)]), 'SELECT t, n, u FROM t');
    expect(rows).toEqual(shuffled.map((text, i) => [text, i, shuffled[shuffled.length - 1 - i]]));
  });

  it.each([1, 2, 77, 78, 79, 126, 127, 128, 129, 300, 1999])('keeps %i columns', (count) => {
    const columns = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`c${String(i)}`, int32([i, -i, 5 * i])]),
    );
    const rows = contents(writeImage([tableOf('t', columns, 3)]), 'SELECT * FROM t');
    expect(rows[2]).toEqual([2, ...Array.from({ length: count }, (_, i) => 5 * i)]);
  });

  it.each([100, 127, 128, 129, 2047, 2048, 2049, 16_383, 16_385, 60_000, 200_001])(
    'keeps %i rows in order',
    (count) => {
      const values = Array.from({ length: count }, (_, i) => (i * 7919) % 100_003);
      const nulls = emptyBitmap(count);
      for (let row = 0; row < count; row += 3) setNull(nulls, row);
      const image = writeImage([
        tableOf(
          't',
          {
            a: int32(values),
            b: int32(values, nulls),
            c: textColumnOf(values.map((v) => (v % 5 === 0 ? null : String(v % 977)))),
          },
          count,
        ),
      ]);
      const rows = contents(image, 'SELECT "row", a, b, c FROM t');
      expect(rows).toHaveLength(count);
      expect(rows).toEqual(
        values.map((v, row) => [row, v, row % 3 === 0 ? null : v, v % 5 === 0 ? null : String(v % 977)]),
      );
    },
  );

  it('has room for any number of tables and views', () => {
    for (const count of [...Array(45).keys(), 400].filter((n) => n > 0)) {
      const entries = Array.from({ length: count }, (_, i) => [
        tableOf(`table ${String(i)}`, { v: int32([i]) }, 1),
        {
          kind: 'view',
          name: `v${String(i)}`,
          sql: `CREATE VIEW "v${String(i)}" AS SELECT v * 2 AS w FROM "table ${String(i)}"`,
        } as const,
      ]).flat();
      const last = count - 1;
      expect(contents(writeImage(entries), `SELECT w FROM v${String(last)}`)).toEqual([[2 * last]]);
      expect(contents(writeImage(entries), 'SELECT COUNT(*) FROM sqlite_schema')).toEqual([[2 * count]]);
    }
  });

  it.each([0, 1, 2, 250, 400, 401, 402, 403, 500, 800, 803, 20_000, 300_000])('indexes %i rows', (count) => {
    for (const distinct of [1, 97, 40_000]) {
      const keys = Int32Array.from({ length: count }, (_, i) => (i * 7919) % distinct);
      for (const nulls of [null, nullsAt(count, 0, 5, 6, 401)]) {
        const index: ImageEntry = {
          kind: 'index',
          name: 'by_key',
          tableName: 't',
          sql: `CREATE INDEX by_key ON t (k)${nulls === null ? '' : ' WHERE k IS NOT NULL'}`,
          index: sortIndex(keys, nulls),
        };
        const image = writeImage([tableOf('t', { k: { kind: 'int32', values: keys, nulls } }, count), index]);
        const found = contents(image, 'SELECT COUNT(*), SUM("row") FROM t INDEXED BY by_key WHERE k = 0');
        const rows = [...keys.keys()].filter(
          (row) => keys[row] === 0 && !(nulls && [0, 5, 6, 401].includes(row)),
        );
        expect(found).toEqual([
          [rows.length, rows.length === 0 ? null : rows.reduce((sum, row) => sum + row, 0)],
        ]);
      }
    }
  });

  it('leaves out the page that SQLite locks', () => {
    const counter = new PageCounter();
    while (counter.last < LOCK_PAGE - 1) counter.next();
    expect(counter.next()).toBe(LOCK_PAGE + 1);
    expect(pagesAfter(1, LOCK_PAGE - 2)).toBe(LOCK_PAGE - 1);
    expect(pagesAfter(1, LOCK_PAGE - 1)).toBe(LOCK_PAGE + 1);
    expect(pagesAfter(1, LOCK_PAGE)).toBe(LOCK_PAGE + 2);
  });
});
