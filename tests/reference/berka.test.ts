import { beforeAll, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { isoMonth } from '../../src/base/calendar-day';
import { countNulls, isNull } from '../../src/columns/column';
import { dictionaryValue } from '../../src/columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../../src/columns/frame';
import { draftImport, importFiles, type ImportResult } from '../../src/ingest/import-files';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

/** Figures computed independently from the same files with pandas. */
type Reference = {
  readonly rows: Readonly<Record<string, number>>;
  readonly truncated_tail: string;
  readonly disp_type: Readonly<Record<string, number>>;
  readonly loan_by_status: Readonly<Record<string, readonly [number, number]>>;
  readonly loan_totals: { readonly amount: number; readonly payments: number };
  readonly orders: { readonly sum_amount: number };
  readonly clients: { readonly female_month_plus_50: number; readonly male: number };
  readonly card_type: Readonly<Record<string, number>>;
  readonly trans: {
    readonly by_type: Readonly<Record<string, readonly [number, number]>>;
    readonly by_operation: Readonly<Record<string, readonly [number, number]>>;
    readonly accounts: number;
  };
  readonly monthly: Readonly<Record<string, { readonly transactions: number; readonly net_flow: number }>>;
};

const fileNames = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card', 'trans'];

describeReference('Berka, the PKDD’99 bank', 'berka', () => {
  let reference: Reference;
  let imported: ImportResult;

  beforeAll(async () => {
    reference = referenceJson('berka/reference.json') as Reference;
    imported = await importFiles(sources(), null, {}, silentControl);
  });

  const sources = () => fileNames.map((name) => referenceSource(`berka/${name}.asc`));

  const table = (name: string): Frame => {
    const found = imported.dataset.tables[name];
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };

  const sum = (values: Iterable<number>): number => {
    let total = 0;
    for (const value of values) total += value;
    return total;
  };

  const countBy = (frame: Frame, name: string): Record<string, number> => {
    const column = textColumn(frame, name);
    const counts: Record<string, number> = {};
    column.codes.forEach((code, row) => {
      const value = isNull(column.nulls, row) ? '(blank)' : dictionaryValue(column.dictionary, code);
      counts[value] = (counts[value] ?? 0) + 1;
    });
    return counts;
  };

  it('is proposed whole, with nothing to answer', async () => {
    const draft = await draftImport(sources(), silentControl);
    expect(draft.questions).toEqual([]);
    expect(draft.failures).toEqual([]);
    expect(draft.files.flatMap(({ missing }) => missing)).toEqual([]);
    expect(draft.files.map(({ table: name }) => name)).toEqual([
      'account',
      'customer',
      'holder',
      'region',
      'loan',
      'standing_order',
      'card',
      'transaction',
    ]);
    expect(draft.mapping.files[7]?.columns).toEqual({
      trans_id: 'txn_id',
      account_id: 'account_id',
      date: 'txn_date',
      type: 'dc_flag',
      operation: 'type',
      amount: 'amount',
      balance: 'balance_after',
      k_symbol: 'summary',
      bank: 'counterparty_bank',
      account: 'counterparty_acct',
    });
    const checks = draft.files.flatMap(({ name, columns }) =>
      columns.filter(({ band }) => band === 'check').map(({ column }) => `${name} ${column}`),
    );
    expect(checks).toEqual(['district.asc A2']);
  });

  it('keeps every row, and the cut last line aside', () => {
    const { rows } = reference;
    const loaded = Object.fromEntries(
      imported.report.files.map(({ name, rows: { loaded: count } }) => [name.replace('.asc', ''), count]),
    );
    const { trans_complete_lines: transactions, ...others } = rows;
    expect(loaded).toEqual({ ...others, trans: transactions });
    const [trans] = imported.report.files.slice(-1);
    expect(trans?.rows).toEqual({ read: 49_103, loaded: 49_102, rejected: 1, removed: {} });
    expect(trans?.rejects).toMatchObject([
      { line: 49_104, rule: 'row.cut-off', raw: reference.truncated_tail },
    ]);
    expect(imported.dataset.rejects.rowCount).toBe(1);
  });

  it('has 5,369 customers, 4,500 accounts and 49,102 transactions', () => {
    expect(table('customer').rowCount).toBe(5369);
    expect(table('account').rowCount).toBe(4500);
    expect(table('transaction').rowCount).toBe(49_102);
  });

  it('adds up to 177,366,296.30 in and 138,120,153.50 out', () => {
    const { PRIJEM, VYDAJ, VYBER } = reference.trans.by_type;
    const amounts = float64Column(table('transaction'), 'amount').values;
    const inflow = sum(amounts.filter((amount) => amount > 0));
    const outflow = -sum(amounts.filter((amount) => amount < 0));
    expect(inflow).toBe(17_736_629_630);
    expect(outflow).toBe(13_812_015_350);
    expect(inflow).toBe(Math.round((PRIJEM?.[1] ?? 0) * 100));
    expect(outflow).toBe(Math.round(((VYDAJ?.[1] ?? 0) + (VYBER?.[1] ?? 0)) * 100));
    expect(countBy(table('transaction'), 'dc_flag')).toEqual({
      credit: PRIJEM?.[0],
      debit: (VYDAJ?.[0] ?? 0) + (VYBER?.[0] ?? 0),
    });
  });

  it('adds up to the same over customers, owners only', () => {
    const transaction = table('transaction');
    const owners = int32Column(transaction, 'customer_key');
    const amounts = float64Column(transaction, 'amount').values;
    const inflow = new Float64Array(table('customer').rowCount);
    const outflow = new Float64Array(table('customer').rowCount);
    expect(countNulls(owners.nulls, transaction.rowCount)).toBe(0);
    amounts.forEach((amount, row) => {
      const owner = owners.values[row] as number;
      if (amount > 0) inflow[owner] = (inflow[owner] as number) + amount;
      else outflow[owner] = (outflow[owner] as number) - amount;
    });
    expect(sum(inflow)).toBe(17_736_629_630);
    expect(sum(outflow)).toBe(13_812_015_350);
    const holder = table('holder');
    const role = textColumn(holder, 'role');
    const people = int32Column(holder, 'customer_key').values;
    const others = people.filter(
      (_, row) => dictionaryValue(role.dictionary, role.codes[row] as number) === 'authorised',
    );
    expect(others.length).toBe(reference.disp_type['DISPONENT']);
    expect(sum([...others].map((person) => (inflow[person] as number) + (outflow[person] as number)))).toBe(
      0,
    );
  });

  it('books as many transactions and as much net flow each month as the reference', () => {
    const transaction = table('transaction');
    const months = int32Column(transaction, 'month').values;
    const amounts = float64Column(transaction, 'amount').values;
    const found: Record<string, { transactions: number; net: number }> = {};
    months.forEach((month, row) => {
      const entry = (found[isoMonth(month)] ??= { transactions: 0, net: 0 });
      entry.transactions++;
      entry.net += amounts[row] as number;
    });
    const wanted = Object.fromEntries(
      Object.entries(reference.monthly).map(([month, { transactions, net_flow: net }]) => [
        month,
        { transactions, net: Math.round(net * 100) },
      ]),
    );
    expect(found).toEqual(wanted);
  });

  it('finds what every reference refers to', () => {
    expect(imported.report.links.map(({ from }) => from)).toHaveLength(8);
    for (const { from, rows, matched, matchRate } of imported.report.links) {
      expect(matched, from).toBe(rows);
      expect(matchRate, from).toBe(1);
    }
    for (const [name, key] of [
      ['loan', 'account_key'],
      ['standing_order', 'account_key'],
      ['card', 'customer_key'],
      ['card', 'account_key'],
      ['account', 'customer_key'],
      ['customer', 'branch_key'],
    ] as const) {
      expect(countNulls(int32Column(table(name), key).nulls, table(name).rowCount), `${name}.${key}`).toBe(0);
    }
  });

  it('reads loans, orders, cards, roles and birth numbers', () => {
    const loan = table('loan');
    const byStatus = Object.fromEntries(
      Object.entries(reference.loan_by_status).map(([status, [count]]) => [status, count]),
    );
    expect(countBy(loan, 'status')).toEqual(byStatus);
    expect(sum(float64Column(loan, 'principal').values)).toBe(reference.loan_totals.amount * 100);
    expect(sum(float64Column(loan, 'monthly_payment').values)).toBe(reference.loan_totals.payments * 100);
    expect(sum(float64Column(table('standing_order'), 'amount').values)).toBe(
      Math.round(reference.orders.sum_amount * 100),
    );
    expect(countBy(table('card'), 'type')).toEqual(reference.card_type);
    expect(countBy(table('holder'), 'role')).toEqual({
      owner: reference.disp_type['OWNER'],
      authorised: reference.disp_type['DISPONENT'],
    });
    expect(countBy(table('customer'), 'gender')).toEqual({
      female: reference.clients.female_month_plus_50,
      male: reference.clients.male,
    });
    expect(countBy(table('transaction'), 'type')['cash_deposit']).toBe(
      reference.trans.by_operation['VKLAD']?.[0],
    );
  });

  it('rebuilds month-end balances that follow the flows', () => {
    const balance = table('balance');
    const months = int32Column(balance, 'month').values;
    const values = float64Column(balance, 'balance').values;
    const byMonth = new Map<string, number>();
    months.forEach((month, row) => {
      const name = isoMonth(month);
      byMonth.set(name, (byMonth.get(name) ?? 0) + (values[row] as number));
    });
    // Accounts start at 0, so all balances together are all flows so far; the bank rounds each balance to 0.10.
    let flows = 0;
    for (const [month, { net_flow: net }] of Object.entries(reference.monthly).sort(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      flows += net * 100;
      expect(Math.abs((byMonth.get(month) ?? 0) / flows - 1), month).toBeLessThan(0.01);
    }
    expect(Math.abs((byMonth.get('1994-03') ?? 0) / flows - 1)).toBeLessThan(0.0001);
    expect(imported.report.asOf).toBe('1994-03-31');
  });

  it('comes out the same through its own mapping', async () => {
    const again = await importFiles(sources(), imported.mapping, {}, silentControl);
    expect(again.dataset.id).toBe(imported.dataset.id);
    expect(again.report.rows).toEqual(imported.report.rows);
    expect(again.report.files.flatMap(({ assumed }) => assumed)).toEqual([]);
  });
});
