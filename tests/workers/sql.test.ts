import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../src/rpc/engine-client';
import type { RunnableTask } from '../../workers/calls';
import { createSqlApi, type SqlApi } from '../../workers/sql.api';
import { fakeStorage } from './fake-storage';
import { gate, threadHost, type Started } from './thread-host';

const engines: EngineClient[] = [];

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

const file = {
  name: 'a.csv',
  blob: new Blob([
    'customer_id,customer_name,date,amount\n',
    'A,Ann,2024-01-05,10.00\nB,=Bob,2024-02-06,-3.50\nA,Ann,2024-03-07,1\n',
  ]),
};

/** Publishes a column, as a page of scores does. */
const publishing: RunnableTask = {
  query: () => ({
    ...{ asOf: null, n: 0, seed: null, currency: null, assumptions: [], warnings: [] },
    published: [
      {
        column: 'customer.score',
        unit: 'count',
        model: 'test',
        version: 1,
        asOf: '2024-03-31',
        values: { kind: 'int32', values: Int32Array.of(7, 8), nulls: null },
      },
    ],
  }),
};

async function engineWithData(createSql?: () => SqlApi) {
  const host = threadHost({ 'overview.summary': publishing }, 3, fakeStorage(), createSql);
  const engine = createEngine(host);
  engines.push(engine);
  await (await engine.read([file], null)).commit();
  const started = (): readonly Started[] => host.started.filter(({ kind }) => kind === 'sql');
  return { engine, sql: engine.sql, started };
}

const plain = { isMasked: false };

describe('a question in SQL', () => {
  it('is answered from a copy of the data, with the time that it took', async () => {
    const { sql } = await engineWithData();
    const answer = await sql.query(
      'SELECT customer_id, SUM(amount) AS net FROM transactions GROUP BY 1',
      plain,
    );
    expect(answer).toMatchObject({
      columns: ['customer_id', 'net'],
      rows: [
        ['A', 11],
        ['B', -3.5],
      ],
      truncated: false,
    });
    expect(answer.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('may be about the views that the data have', async () => {
    const { sql } = await engineWithData();
    const views = await sql.open(plain);
    const columnsOf = (view: string) => views.find(({ name }) => name === view)?.columns;
    expect(columnsOf('transactions')).toEqual(
      expect.arrayContaining(['customer_id', 'txn_date', 'amount', 'inflow', 'month']),
    );
    expect(columnsOf('customers')).toContain('customer_id');
    expect(columnsOf('rejected_rows')).toContain('reason');
    expect(columnsOf('data_transaction')).toBeUndefined();
  });

  it('gets the first 10,000 rows, and afterwards how many there are', async () => {
    const { sql } = await engineWithData();
    const text =
      'WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a LIMIT 30000) SELECT n FROM a';
    const answer = await sql.query(text, plain);
    expect([answer.rows.length, answer.truncated]).toEqual([10_000, true]);
    expect(await sql.count(text, plain)).toBe(30_000);
  });

  it('is written to a file whole, safe from formulas and readable by spreadsheets', async () => {
    const { sql } = await engineWithData();
    const {
      file: csv,
      rows,
      truncated,
    } = await sql.csv(
      "SELECT DISTINCT customer_name AS name, x'0aff' AS code, NULL AS unknown FROM transactions ORDER BY 1",
      plain,
    );
    expect([rows, truncated]).toEqual([2, false]);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer());
    expect(text).toBe("\uFEFFname,code,unknown\r\n'=Bob,0aff,\r\nAnn,0aff,\r\n");
  });

  it('that is wrong or would write is refused with code and line, and the next is answered', async () => {
    const { sql, started } = await engineWithData();
    await expect(sql.query('SELECT 1\nFORM customers', plain)).rejects.toMatchObject({
      code: 'database.query-failed',
      details: { line: 2 },
    });
    await expect(sql.query('DELETE FROM customers', plain)).rejects.toMatchObject({
      code: 'database.read-only',
    });
    expect((await sql.query('SELECT COUNT(*) FROM customers', plain)).rows).toEqual([[2]]);
    expect(started()).toHaveLength(1);
  });
});

/** A worker that never ends a query. */
const endless = (onquery: () => void) => (): SqlApi => ({
  ...createSqlApi(),
  query: () => {
    onquery();
    return new Promise<never>(() => undefined);
  },
});

describe('the copy of the data', () => {
  let asked = gate();
  beforeEach(() => {
    asked = gate();
  });

  it('is made once, and anew when other data are loaded or columns published', async () => {
    const { engine, sql, started } = await engineWithData();
    const months = async () => (await sql.query('SELECT score FROM customer_months', plain)).rows;
    const before = (await sql.open(plain)).find(({ name }) => name === 'customer_months');
    expect(before?.columns).toEqual(['customer_id', 'month']);
    await sql.open(plain);
    await engine.run('overview.summary', {});
    expect(await months()).toEqual([[7], [8]]);
    const other = { name: 'b.csv', blob: new Blob(['customer_id,date,amount\nZ,2024-01-05,10.00\n']) };
    await (await engine.read([other], null)).commit();
    expect((await sql.query('SELECT customer_id FROM customers', plain)).rows).toEqual([['Z']]);
    expect(started()).toHaveLength(1);
  });

  it('is masked for as long as personal data are', async () => {
    const { sql } = await engineWithData();
    const names = async (isMasked: boolean) =>
      (await sql.query('SELECT DISTINCT customer_name FROM transactions ORDER BY 1', { isMasked })).rows;
    expect(await names(true)).toEqual([['=*'], ['A*']]);
    expect(await names(false)).toEqual([['=Bob'], ['Ann']]);
    expect(await names(true)).toEqual([['=*'], ['A*']]);
  });

  it('ends with a call that is stopped, and the next call has another', async () => {
    const { sql, started } = await engineWithData(endless(asked.open));
    const abort = new AbortController();
    const stopped = sql.query('SELECT 1', { ...plain, signal: abort.signal });
    await asked.isOpen;
    abort.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(started().map(({ isTerminated }) => isTerminated)).toEqual([true]);
    await sql.open(plain);
    expect(started().map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('that the browser ends is told, and the next call has another', async () => {
    const { sql, started } = await engineWithData(endless(asked.open));
    const lost = sql.query('SELECT 1', plain);
    await asked.isOpen;
    started()[0]?.die('killed');
    await expect(lost).rejects.toMatchObject({ code: 'database.stopped' });
    await sql.open(plain);
    expect(started()).toHaveLength(2);
  });

  it('is freed when nobody asks any more', async () => {
    const { sql, started } = await engineWithData();
    await sql.open(plain);
    sql.close();
    expect(started().map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect((await sql.query('SELECT 1', plain)).rows).toEqual([[1]]);
    expect(started()).toHaveLength(2);
  });
});
