import { dayOf, parseIsoDay, parseIsoMonth } from '../../src/base/calendar-day';
import { minorOf } from '../../src/base/money';
import { emptyBitmap, setNull, type Column } from '../../src/columns/column';
import type { Frame } from '../../src/columns/frame';
import { buildDataset } from '../../src/dataset/build-dataset';
import type { Assumption, Dataset } from '../../src/dataset/dataset';
import { textColumnOf } from '../../src/dataset/make-column';
import type { FieldType } from '../../src/model/field';
import { columnType } from '../../src/model/tables';

export type Cell = string | number | null;

function parse(type: FieldType | null, cell: Cell): number {
  if (cell === null) return 0;
  if (type === 'day') return parseIsoDay(String(cell)) ?? dayOf(1970, 1, 1);
  if (type === 'month') return parseIsoMonth(String(cell)) ?? 0;
  if (type === 'money') return minorOf(Number(cell), 100);
  return Number(cell);
}

/** A column of plain values: money in major units, days and months as ISO text. */
export function columnOf(type: FieldType | null, cells: readonly Cell[]): Column {
  const isText = type === null ? cells.some((cell) => typeof cell === 'string') : false;
  if (isText || type === 'id' || type === 'text' || type === 'code') {
    return textColumnOf(cells.map((cell) => (cell === null ? null : String(cell))));
  }
  const bitmap = emptyBitmap(cells.length);
  cells.forEach((cell, row) => {
    if (cell === null) setNull(bitmap, row);
  });
  const nulls = cells.includes(null) ? bitmap : null;
  const numbers = cells.map((cell) => parse(type, cell));
  const isFloat = type === null || type === 'money' || type === 'number' || type === 'rate';
  return isFloat
    ? { kind: 'float64', values: Float64Array.from(numbers), nulls }
    : { kind: 'int32', values: Int32Array.from(numbers), nulls };
}

/** A canonical table from rows: `tableOf('customer', ['customer_id', 'type'], [['A', 'personal']])`. */
export function tableOf(name: string, fields: readonly string[], rows: readonly (readonly Cell[])[]): Frame {
  const columns = fields.map((field, place) => {
    const cells = rows.map((row) => row[place] ?? null);
    return [field, columnOf(columnType(name, field), cells)] as const;
  });
  return { name, rowCount: rows.length, columns: Object.fromEntries(columns) };
}

export function bankOf(tables: readonly Frame[], assumptions: readonly Assumption[] = []): Dataset {
  return buildDataset({
    id: 'test',
    name: 'Test bank',
    tables: Object.fromEntries(tables.map((table) => [table.name, table])),
    assumptions,
    currency: 'CNY',
  });
}

export const tinyTables = {
  branch: tableOf(
    'branch',
    ['branch_id', 'name', 'name_en', 'parent'],
    [
      ['HQ', '总行', 'Head office', null],
      ['BR1', '浦东支行', 'Pudong', 'HQ'],
      ['BR2', '徐汇支行', 'Xuhui', 'HQ'],
    ],
  ),
  manager: tableOf(
    'manager',
    ['rm_id', 'name', 'name_en', 'branch'],
    [
      ['RM1', '李明', 'Li Ming', 'BR1'],
      ['RM2', '王芳', 'Wang Fang', 'BR2'],
    ],
  ),
  customer: tableOf(
    'customer',
    [
      'customer_id',
      'name',
      'type',
      'birth_date',
      'city',
      'monthly_income',
      'open_date',
      'branch_id',
      'rm_id',
    ],
    [
      ['A', '张三', 'personal', '1990-07-01', '上海', 8000, '2024-01-10', 'BR1', 'RM1'],
      ['B', '李四', 'personal', '1960-01-15', '北京', 4000, '2024-05-01', 'BR1', 'RM1'],
      ['C', '甲公司', 'corporate', null, '上海', null, '2023-03-01', 'BR2', 'RM2'],
      ['D', '王五', 'personal', '2001-06-30', null, 12000, '2026-03-01', 'BR2', null],
    ],
  ),
  account: tableOf(
    'account',
    ['account_id', 'customer_id', 'product_code', 'open_date', 'close_date'],
    [
      ['a1', 'A', 'current', '2024-01-10', null],
      ['a2', 'A', 'savings', '2025-03-01', null],
      ['b1', 'B', 'current', '2024-05-01', '2026-02-15'],
      ['c1', 'C', 'current', '2023-03-01', null],
      ['c2', 'C', 'corporate_loan', '2024-06-01', null],
      ['d1', 'D', 'wealth', '2026-03-01', null],
    ],
  ),
  holder: tableOf(
    'holder',
    ['account_id', 'customer_id', 'role'],
    [
      ['a1', 'A', 'owner'],
      ['a1', 'B', 'authorised'],
    ],
  ),
  transaction: tableOf(
    'transaction',
    ['txn_id', 'account_id', 'txn_date', 'amount', 'channel', 'type', 'counterparty_acct', 'summary'],
    [
      ['T1', 'a1', '2025-01-15', 500, 'counter', 'salary', null, 'January pay'],
      ['T2', 'a1', '2025-03-10', -100, 'mobile', 'card_spend', 'c1', 'shoes'],
      ['T3', 'a1', '2025-08-05', 800, 'system', 'salary', null, 'August pay'],
      ['T4', 'a2', '2025-08-20', 50, 'system', 'interest', null, null],
      ['T5', 'b1', '2025-10-01', 200, 'counter', 'cash_deposit', null, null],
      ['T6', 'c1', '2026-01-10', 5000, 'web', 'transfer_in', 'X9', null],
      ['T7', 'b1', '2026-02-10', -200, 'counter', 'cash_withdrawal', null, null],
      ['T8', 'a1', '2026-03-01', -300, 'mobile', 'card_spend', 'c1', 'books'],
      ['T9', 'c1', '2026-06-30', -1000, 'web', 'transfer_out', 'X9', null],
    ],
  ),
  balance: tableOf(
    'balance',
    ['account_id', 'month', 'balance'],
    [
      ['a1', '2025-06', 1000],
      ['a2', '2025-06', 500],
      ['b1', '2025-06', 300],
      ['c1', '2025-06', 10000],
      ['c2', '2025-06', 5000],
      ['a1', '2026-06', 1200],
      ['a2', '2026-06', 400],
      ['c1', '2026-06', 12000],
      ['c2', '2026-06', 4000],
      ['d1', '2026-06', 2000],
    ],
  ),
} as const satisfies Record<string, Frame>;

/**
 * Four customers, six accounts, nine transactions, balances at two ends of June: every figure can be added up by hand.
 *
 * | customer | branch, manager | assets 2025-06 | 2026-06 | July 2025 – June 2026 in, out |
 * |---|---|---|---|---|
 * | A | BR1 RM1 | 1,500 | 1,600 | 850, 300 |
 * | B | BR1 RM1 | 300 | (closed) | 200, 200 |
 * | C corporate | BR2 RM2 | 10,000 (and a loan of 5,000) | 12,000 (4,000) | 5,000, 1,000 |
 * | D | BR2, no manager | (not yet) | 2,000 | none |
 */
export function tinyBank(): Dataset {
  return bankOf(Object.values(tinyTables));
}

/** A dataset without a single row. */
export function emptyBank(): Dataset {
  return bankOf([]);
}
