import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { firstDayOfMonth, isoDay, isoMonth, parseIsoDay } from '../base/calendar-day';
import { silentControl } from '../base/control';
import { emptyBitmap, setNull, type Column } from '../columns/column';
import { float64Column, int32Column, type Frame } from '../columns/frame';
import { buildDataset, type DatasetParts } from '../dataset/build-dataset';
import type { Dataset } from '../dataset/dataset';
import { textColumnOf } from '../dataset/make-column';
import { publish } from '../dataset/published';
import { tables } from '../model/tables';
import { writeDatasetImage } from './dataset-image';
import { openDatabase } from './open-database';
import type { SqlValue } from './query';

function numbers(kind: 'int32' | 'float64', values: readonly (number | null)[]): Column {
  let nulls: Uint8Array | null = null;
  values.forEach((value, row) => {
    if (value === null) setNull((nulls ??= emptyBitmap(values.length)), row);
  });
  const known = values.map((value) => value ?? 0);
  return kind === 'int32'
    ? { kind, values: Int32Array.from(known), nulls }
    : { kind, values: Float64Array.from(known), nulls };
}
const day = (...days: readonly (string | null)[]): Column =>
  numbers(
    'int32',
    days.map((text) => (text === null ? null : parseIsoDay(text))),
  );
const frame = (name: string, columns: Readonly<Record<string, Column>>): Frame => {
  const [first] = Object.values(columns);
  return {
    name,
    rowCount: first?.kind === 'text' ? first.codes.length : (first?.values.length ?? 0),
    columns,
  };
};

const parts: DatasetParts = {
  id: 'local-test',
  name: 'test',
  tables: {
    customer: frame('customer', {
      customer_id: textColumnOf(['C1', 'C2', 'C3']),
      name: textColumnOf(['王芳', "O'Neil", null]),
      birth_date: day('1950-02-28', null, '1969-12-31'),
      monthly_income: numbers('float64', [1_000_050, null, -5]),
      is_payroll: numbers('int32', [1, 0, null]),
      rm_id: textColumnOf(['M1', 'M1', null]),
    }),
    account: frame('account', {
      account_id: textColumnOf(['A1', 'A2']),
      customer_id: textColumnOf(['C1', 'C2']),
      product_code: textColumnOf(['current', 'fund']),
      rate: numbers('float64', [0.0325, null]),
    }),
    holder: frame('holder', {
      account_id: textColumnOf(['A1', 'A1', 'A2']),
      customer_id: textColumnOf(['C1', 'C3', 'C2']),
      role: textColumnOf(['owner', 'authorised', 'owner']),
    }),
    transaction: frame('transaction', {
      txn_id: textColumnOf(['T1', 'T2', 'T3', 'T4']),
      account_id: textColumnOf(['A1', 'A2', 'A1', 'A9']),
      txn_date: day('2026-05-31', '2026-06-01', '2026-06-30', '1969-12-31'),
      txn_time: numbers('int32', [0, 3661, 86_399, null]),
      amount: numbers('float64', [100_010, -2005, null, 7]),
      channel: textColumnOf(['atm', 'mobile', null, 'atm']),
      'Own "column"': textColumnOf(['a', 'b', 'c', 'd']),
      amount_total: numbers('float64', [1.5, 2, 3, 4]),
    }),
    branch: frame('branch', {
      branch_id: textColumnOf(['B0', 'B1']),
      name: textColumnOf(['总行', '浦东支行']),
      parent: textColumnOf([null, 'B0']),
    }),
    manager: frame('manager', {
      rm_id: textColumnOf(['M1']),
      name: textColumnOf(['李']),
      branch: textColumnOf(['B1']),
    }),
  },
  others: {
    'notes 2026': frame('notes 2026', {
      Note: textColumnOf(['x']),
      note: textColumnOf(['y']),
      客户: textColumnOf(['z']),
    }),
    CUSTOMERS: frame('CUSTOMERS', { a: numbers('int32', [4]) }),
    sqlite_master: frame('sqlite_master', { a: numbers('int32', [5]) }),
  },
  rejects: frame('rejected_rows', {
    file: textColumnOf(['f.csv']),
    line: numbers('int32', [7]),
    column: textColumnOf([null]),
    rule: textColumnOf(['row.cut-off']),
    reason: textColumnOf(['The file ends in the middle of a row']),
    raw: textColumnOf(['3;"PRIJ']),
  }),
};

async function answers(dataset: Dataset, ...questions: readonly string[]) {
  const database = await openDatabase(writeDatasetImage(dataset));
  try {
    expect(database.query('PRAGMA integrity_check').rows).toEqual([['ok']]);
    return questions.map((sql) => {
      const { columns, rows } = database.query(sql);
      return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] as SqlValue])));
    });
  } finally {
    database.close();
  }
}

describe('the database of a dataset', () => {
  const dataset = buildDataset(parts);

  it('shows transactions with ids, names, signed amounts and their parts, and ISO dates', async () => {
    const [rows] = await answers(dataset, 'SELECT * FROM transactions ORDER BY txn_id');
    expect(rows?.[0]).toEqual({
      txn_id: 'T1',
      customer_id: 'C1',
      account_id: 'A1',
      txn_date: '2026-05-31',
      txn_time: '00:00:00',
      amount: 1000.1,
      inflow: 1000.1,
      outflow: 0,
      channel: 'atm',
      product_code: 'current',
      'Own "column"': 'a',
      amount_total: 1.5,
      month: '2026-05',
      customer_name: '王芳',
      branch_id: 'B1',
      branch_name: '浦东支行',
      rm_id: 'M1',
      rm_name: '李',
    });
    expect(rows?.[1]).toMatchObject({ amount: -20.05, inflow: 0, outflow: 20.05, txn_time: '01:01:01' });
    expect(rows?.[2]).toMatchObject({ amount: null, inflow: null, outflow: null, channel: null });
    // An account that no file lists keeps its number, and belongs to nobody.
    expect(rows?.[3]).toMatchObject({
      account_id: 'A9',
      customer_id: null,
      txn_date: '1969-12-31',
      month: '1969-12',
      txn_time: null,
    });
  });

  it('shows customers, accounts, holders, branches and managers', async () => {
    const [customers, accounts, holders, branches, managers] = await answers(
      dataset,
      'SELECT * FROM customers',
      'SELECT * FROM accounts',
      'SELECT * FROM holders',
      'SELECT * FROM branches',
      'SELECT * FROM managers',
    );
    expect(customers).toEqual([
      {
        customer_id: 'C1',
        name: '王芳',
        birth_date: '1950-02-28',
        monthly_income: 10_000.5,
        is_payroll: 1,
        rm_id: 'M1',
        branch_id: 'B1',
        branch_name: '浦东支行',
        rm_name: '李',
      },
      expect.objectContaining({ customer_id: 'C2', name: "O'Neil", birth_date: null, is_payroll: 0 }),
      expect.objectContaining({
        customer_id: 'C3',
        name: null,
        birth_date: '1969-12-31',
        monthly_income: -0.05,
      }),
    ]);
    expect(accounts?.[0]).toMatchObject({
      account_id: 'A1',
      customer_id: 'C1',
      product_code: 'current',
      rate: 0.0325,
    });
    expect(holders).toMatchObject([
      { account_id: 'A1', customer_id: 'C1', role: 'owner' },
      { account_id: 'A1', customer_id: 'C3', role: 'authorised', customer_name: null },
      { account_id: 'A2', customer_id: 'C2', role: 'owner' },
    ]);
    expect(branches).toEqual([
      { branch_id: 'B0', name: '总行', parent: null },
      { branch_id: 'B1', name: '浦东支行', parent: 'B0' },
    ]);
    expect(managers).toEqual([{ rm_id: 'M1', name: '李', branch: 'B1', branch_name: '浦东支行' }]);
  });

  it('shows rejected rows, and other files under their own names or the next free one', async () => {
    const [rejects, notes, customers, master] = await answers(
      dataset,
      'SELECT * FROM rejected_rows',
      'SELECT * FROM "notes 2026"',
      'SELECT * FROM CUSTOMERS_2',
      'SELECT * FROM file_sqlite_master',
    );
    expect(rejects).toMatchObject([
      { file: 'f.csv', line: 7, column: null, rule: 'row.cut-off', raw: '3;"PRIJ' },
    ]);
    expect(notes).toEqual([{ Note: 'x', note_2: 'y', 客户: 'z' }]);
    expect(customers).toEqual([{ a: 4 }]);
    expect(master).toEqual([{ a: 5 }]);
  });

  it('shows published columns by customer and month, and no rows before anything is computed', async () => {
    const values = (...list: readonly (number | null)[]) => numbers('float64', list);
    const published = publish(dataset, [
      {
        column: 'customer.score',
        unit: 'score',
        model: 'x',
        version: 1,
        asOf: '2026-05-31',
        values: values(1, null, 3),
      },
      {
        column: 'customer.clv',
        unit: 'money',
        model: 'y',
        version: 1,
        asOf: '2026-06-30',
        values: values(150, 0, null),
      },
    ]);
    const [before] = await answers(dataset, 'SELECT * FROM customer_months');
    const [after] = await answers(published, 'SELECT * FROM customer_months ORDER BY month, customer_id');
    expect(before).toEqual([]);
    expect(after).toEqual([
      { customer_id: 'C1', month: '2026-05', score: 1, clv: null },
      { customer_id: 'C2', month: '2026-05', score: null, clv: null },
      { customer_id: 'C3', month: '2026-05', score: 3, clv: null },
      { customer_id: 'C1', month: '2026-06', score: null, clv: 1.5 },
      { customer_id: 'C2', month: '2026-06', score: null, clv: 0 },
      { customer_id: 'C3', month: '2026-06', score: null, clv: null },
    ]);
  });

  it('writes every month of two centuries and every day of some as ISO text', async () => {
    const months = Array.from({ length: 200 * 12 }, (_, at) => at - 70 * 12);
    const days = Array.from({ length: 3000 }, (_, at) => at - 1500);
    const balances = frame('balance', {
      customer_id: textColumnOf(months.map(() => 'C1')),
      month: numbers('int32', months),
      balance: numbers('float64', months),
    });
    const transactions = frame('transaction', {
      customer_id: textColumnOf(days.map(() => 'C1')),
      txn_date: numbers('int32', days),
      amount: numbers('float64', days),
    });
    const long = buildDataset({
      id: 'x',
      name: 'x',
      tables: { balance: balances, transaction: transactions },
    });
    const [shownMonths, shownDays] = await answers(
      long,
      'SELECT month FROM balances',
      'SELECT txn_date, month FROM transactions',
    );
    expect(shownMonths?.map(({ month }) => month)).toEqual(months.map(isoMonth));
    expect(shownDays).toEqual(days.map((one) => ({ txn_date: isoDay(one), month: isoDay(one).slice(0, 7) })));
    expect(isoDay(firstDayOfMonth(-70 * 12))).toBe('1900-01-01');
  });

  it('holds every canonical table with every field', async () => {
    const everything = Object.fromEntries(
      tables.map((table) => [
        table.name,
        frame(
          table.name,
          Object.fromEntries(
            table.fields.map(({ name, type }) => {
              if (['id', 'text', 'code'].includes(type)) return [name, textColumnOf(['a'])];
              return [name, numbers(['money', 'number', 'rate'].includes(type) ? 'float64' : 'int32', [1])];
            }),
          ),
        ),
      ]),
    );
    const all = buildDataset({ id: 'x', name: 'x', tables: everything });
    const [views] = await answers(all, "SELECT name FROM sqlite_schema WHERE type = 'view'");
    const names = views?.map(({ name }) => name);
    for (const { name, view, fields } of tables) {
      expect(names).toContain(view);
      const [rows] = await answers(all, `SELECT * FROM "${view}"`);
      const hidden = name === 'transaction' ? ['debit_amount', 'credit_amount'] : [];
      const wanted = fields.map((field) => field.name).filter((field) => !hidden.includes(field));
      expect(Object.keys(rows?.[0] ?? {})).toEqual(expect.arrayContaining(wanted));
    }
  });

  it('may hold nobody', async () => {
    const [rows] = await answers(
      buildDataset({ id: 'x', name: 'x', tables: {} }),
      'SELECT COUNT(*) AS n FROM customers',
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('the database of the sample bank', () => {
  let sample: Dataset;
  beforeAll(async () => {
    sample = await makeSampleDataset({ customers: 400, months: 6, seed: 3 }, silentControl);
  });

  it('adds up to the columns it was written from, over customers too', async () => {
    const amounts = float64Column(sample.tables['transaction'] as Frame, 'amount').values;
    const inflow = amounts.reduce((sum, value) => sum + Math.max(value, 0), 0) / 100;
    const [all, byCustomer] = await answers(
      sample,
      'SELECT COUNT(*) AS n, ROUND(SUM(inflow), 2) AS inflow, ROUND(SUM(amount), 2) AS net FROM transactions',
      'SELECT ROUND(SUM(x), 2) AS inflow FROM (SELECT SUM(inflow) AS x FROM customers LEFT JOIN transactions USING (customer_id) GROUP BY customer_id)',
    );
    expect(all).toEqual([
      { n: amounts.length, inflow, net: amounts.reduce((sum, value) => sum + value, 0) / 100 },
    ]);
    expect(byCustomer).toEqual([{ inflow }]);
  });

  it('finds the rows of one customer by the index, with or without its help the same', async () => {
    const sql = "SELECT COUNT(*), SUM(amount) FROM transactions WHERE customer_id = 'C000007'";
    const plain = await openDatabase(writeDatasetImage(sample, { hasIndexes: false }));
    const indexed = await openDatabase(writeDatasetImage(sample));
    try {
      expect(indexed.query(sql)).toEqual(plain.query(sql));
      const plan = indexed.query(`EXPLAIN QUERY PLAN ${sql}`).rows.map((row) => row[3]);
      expect(plan.join('\n')).toContain('USING INDEX index_transaction_customer (customer_key=?)');
      const keys = int32Column(sample.tables['transaction'] as Frame, 'customer_key').values;
      expect(indexed.query(sql).rows[0]?.[0]).toBe(keys.filter((key) => key === 6).length);
    } finally {
      plain.close();
      indexed.close();
    }
  });
});
