import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../base/calendar-day';
import { emptyBitmap, setNull, type Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import { buildDataset } from '../dataset/build-dataset';
import { textColumnOf } from '../dataset/make-column';
import { writeDatasetImage } from './dataset-image';
import { maskDataset } from './mask-dataset';
import { openDatabase } from './open-database';

const frame = (name: string, rowCount: number, columns: Readonly<Record<string, Column>>): Frame => ({
  name,
  rowCount,
  columns,
});
const days = (...texts: readonly (string | null)[]): Column => {
  const nulls = emptyBitmap(texts.length);
  texts.forEach((text, row) => {
    if (text === null) setNull(nulls, row);
  });
  const values = texts.map((text) => (text === null ? 0 : (parseIsoDay(text) as number)));
  return { kind: 'int32', values: Int32Array.from(values), nulls };
};

const dataset = buildDataset({
  id: 'local-test',
  name: 'test',
  tables: {
    customer: frame('customer', 3, {
      customer_id: textColumnOf(['C000001', 'C000002', 'C000003']),
      name: textColumnOf(['王芳', 'Ann O’Neil', null]),
      phone: textColumnOf(['13800001234', null, '020']),
      birth_date: days('1950-02-28', null, '1969-12-31'),
      city: textColumnOf(['上海', '杭州', '上海']),
    }),
    account: frame('account', 3, {
      account_id: textColumnOf(['62220001234', '62229991234', '7']),
      customer_id: textColumnOf(['C000001', 'C000002', 'C000003']),
    }),
    transaction: frame('transaction', 4, {
      account_id: textColumnOf(['62229991234', '62220001234', '62229991234', '88880005678']),
      txn_date: days('2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'),
      amount: { kind: 'float64', values: Float64Array.of(100, 200, 400, 800), nulls: null },
      counterparty_acct: textColumnOf(['62220001234', null, '99991234', null]),
      counterparty_name: textColumnOf(['李雷', null, null, null]),
      'Client Name': textColumnOf(['Ann O’Neil', null, null, null]),
      purpose: textColumnOf(['rent', null, null, null]),
    }),
  },
  others: { visits: frame('visits', 1, { 手机号: textColumnOf(['13800001234']) }) },
  rejects: frame('rejected_rows', 1, {
    file: textColumnOf(['f.csv']),
    line: { kind: 'int32', values: Int32Array.of(7), nulls: null },
    column: textColumnOf([null]),
    rule: textColumnOf(['row.cut-off']),
    reason: textColumnOf(['The file ends in the middle of a row']),
    raw: textColumnOf(['王芳;13800001234']),
  }),
});

async function rows(sql: string): Promise<unknown> {
  const database = await openDatabase(writeDatasetImage(maskDataset(dataset)));
  try {
    return database.query(sql).rows;
  } finally {
    database.close();
  }
}

describe('masked data', () => {
  it('show names, phones and days of birth as pages do, and customer numbers and places whole', async () => {
    expect(
      await rows('SELECT customer_id, name, phone, birth_date, city FROM customers ORDER BY customer_id'),
    ).toEqual([
      ['C000001', '王*', '138****1234', '1950-01-01', '上海'],
      ['C000002', 'A*', null, null, '杭州'],
      ['C000003', null, '****0', '1969-01-01', '上海'],
    ]);
  });

  it('keep numbers apart that look alike, the same in every table', async () => {
    expect(await rows('SELECT account_id FROM accounts')).toEqual([['****1234'], ['****1234-2'], ['****7']]);
    expect(
      await rows('SELECT account_id, counterparty_acct, counterparty_name FROM transactions ORDER BY amount'),
    ).toEqual([
      ['****1234-2', '****1234', '李*'],
      ['****1234', null, null],
      ['****1234-2', '****1234-3', null],
      ['****5678', null, null],
    ]);
  });

  it('are masked in columns of the bank’s own too, where the header says what they are', async () => {
    expect(await rows('SELECT "Client Name", purpose FROM transactions LIMIT 1')).toEqual([['A*', 'rent']]);
    expect(await rows('SELECT * FROM visits')).toEqual([['138****1234']]);
  });

  it('add up by account as the data themselves do', async () => {
    expect(
      await rows(
        'SELECT accounts.customer_name, SUM(amount) FROM accounts JOIN transactions USING (account_id) GROUP BY account_id',
      ),
    ).toEqual([
      ['王*', 2],
      ['A*', 5],
    ]);
  });

  it('hold no identifying value anywhere', () => {
    const text = new TextDecoder().decode(writeDatasetImage(maskDataset(dataset)));
    const plain = new TextDecoder().decode(writeDatasetImage(dataset));
    for (const secret of ['王芳', 'O’Neil', '13800001234', '62220001234', '99991234', '李雷']) {
      expect([plain.includes(secret), text.includes(secret)]).toEqual([true, false]);
    }
  });

  it('leave the data themselves as they are', () => {
    const before = structuredClone(dataset);
    maskDataset(dataset);
    expect(dataset).toEqual(before);
  });
});
