import { describe, expect, it } from 'vitest';
import { dayOf, lastDayOfMonth } from '../base/calendar-day';
import type { Column } from '../columns/column';
import { dictionaryValue } from '../columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../columns/frame';
import { isNull } from '../columns/column';
import { buildDataset } from './build-dataset';
import { describeDataset } from './dataset-info';
import { textColumnOf } from './make-column';

type Cell = string | number | null;

/** A frame from columns of plain values: text, days (`2024-01-31`), or money in minor units. */
function frame(name: string, columns: Record<string, readonly Cell[]>): Frame {
  const made: Record<string, Column> = {};
  let rowCount = 0;
  for (const [column, cells] of Object.entries(columns)) {
    rowCount = cells.length;
    if (cells.every((cell) => typeof cell === 'number')) {
      made[column] = { kind: 'float64', values: Float64Array.from(cells), nulls: null };
    } else if (/date$|^month$/.test(column)) {
      const days = cells.map((cell) => {
        const [year = 0, month = 1, day = 1] = String(cell).split('-').map(Number);
        return column === 'month' ? (year - 1970) * 12 + month - 1 : dayOf(year, month, day);
      });
      made[column] = { kind: 'int32', values: Int32Array.from(days), nulls: null };
    } else {
      made[column] = textColumnOf(cells.map((cell) => (cell === null ? null : String(cell))));
    }
  }
  return { name, rowCount, columns: made };
}

const build = (...frames: Frame[]) =>
  buildDataset({
    id: 'test',
    name: 'test',
    tables: Object.fromEntries(frames.map((one) => [one.name, one])),
  });

const table = (dataset: ReturnType<typeof build>, name: string): Frame => {
  const found = dataset.tables[name];
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

const keys = (of: Frame, name: string): (number | null)[] => {
  const column = int32Column(of, name);
  return [...column.values].map((value, row) => (isNull(column.nulls, row) ? null : value));
};

const texts = (of: Frame, name: string): string[] => {
  const column = textColumn(of, name);
  return [...column.codes].map((code) => dictionaryValue(column.dictionary, code));
};

const codes = (dataset: ReturnType<typeof build>) => dataset.assumptions.map((one) => one.code);

describe('a file with customer, date and amount alone', () => {
  const dataset = build(
    frame('transaction', {
      customer_id: ['007', '8', '007'],
      txn_date: ['2024-01-31', '2024-02-10', '2024-02-29'],
      amount: [100, 250, 50],
    }),
  );

  it('gives one customer per distinct id, leading zeros kept', () => {
    expect(texts(table(dataset, 'customer'), 'customer_id')).toEqual(['007', '8']);
    expect(keys(table(dataset, 'transaction'), 'customer_key')).toEqual([0, 1, 0]);
  });

  it('counts all amounts as inflow and says so', () => {
    expect(dataset.assumptions).toContainEqual({ code: 'direction.all-inflow', values: { rows: 3 } });
  });

  it('is complete to the end of February', () => {
    expect(dataset.asOf).toBe(dayOf(2024, 2, 29));
    expect(describeDataset(dataset)).toMatchObject({
      firstDay: '2024-01-31',
      asOf: '2024-02-29',
      months: 2,
      rows: { customer: 2, transaction: 3 },
      defaults: { p: 'all', c: 'none' },
      rejected: 0,
    });
  });

  it('has no accounts, balances or branches', () => {
    expect(Object.keys(dataset.tables).sort()).toEqual(['customer', 'product', 'transaction']);
  });
});

describe('accounts with several holders', () => {
  const holders = frame('holder', {
    account_id: ['A', 'A', 'B', 'B', 'C'],
    customer_id: ['u', 'o', 'v', 'w', 'x'],
    role: ['authorised', 'owner', null, null, 'authorised'],
  });
  const dataset = build(
    frame('customer', { customer_id: ['o', 'u', 'v', 'w', 'x'] }),
    frame('account', { account_id: ['A', 'B', 'C'] }),
    holders,
    frame('transaction', {
      account_id: ['A', 'B', 'C', 'Z', 'A'],
      txn_date: ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-31'],
      amount: [1000, 300, 20, 5, 100],
      dc_flag: ['credit', 'debit', 'credit', 'credit', 'debit'],
    }),
  );

  it('belong to the owner, without roles to the first holder', () => {
    expect(keys(table(dataset, 'account'), 'customer_key')).toEqual([0, 2, 4]);
    expect(dataset.assumptions).toContainEqual({ code: 'owner.first-holder', values: { accounts: 2 } });
  });

  it('give each amount to one customer, so that sums over customers are sums over accounts', () => {
    const transaction = table(dataset, 'transaction');
    expect(keys(transaction, 'customer_key')).toEqual([0, 2, 4, null, 0]);
    expect(keys(transaction, 'account_key')).toEqual([0, 1, 2, null, 0]);
    expect([...float64Column(transaction, 'amount').values]).toEqual([1000, -300, 20, 5, -100]);
  });

  it('keep each holder’s own customer', () => {
    expect(keys(table(dataset, 'holder'), 'customer_key')).toEqual([1, 0, 2, 3, 4]);
  });
});

describe('signs of amounts', () => {
  const signed = (columns: Record<string, readonly Cell[]>) => {
    const rows = Object.values(columns)[0]?.length ?? 0;
    const dataset = build(
      frame('transaction', {
        customer_id: Array.from({ length: rows }, () => 'c'),
        txn_date: Array.from({ length: rows }, () => '2024-01-31'),
        ...columns,
      }),
    );
    return {
      amount: [...float64Column(table(dataset, 'transaction'), 'amount').values],
      codes: codes(dataset),
    };
  };

  it('follow separate debit and credit columns', () => {
    expect(signed({ debit_amount: [100, 0], credit_amount: [0, 70] }).amount).toEqual([-100, 70]);
  });

  it('stay where a direction column only repeats them', () => {
    expect(signed({ amount: [-100, 70], dc_flag: ['debit', 'credit'] }).amount).toEqual([-100, 70]);
  });

  it('turn round a negative booking of a direction, which takes it back', () => {
    const flags = ['debit', 'debit', 'debit', 'credit'];
    expect(signed({ amount: [100, 200, -100, 70], dc_flag: flags }).amount).toEqual([-100, -200, 100, 70]);
  });

  it('are unknown where the direction is', () => {
    const { amount, codes: assumed } = signed({ amount: [100, 70], dc_flag: ['credit', 'sideways'] });
    expect(amount).toEqual([100, 0]);
    expect(assumed).toContain('direction.unknown');
  });

  it('stay as they are without any direction when some are negative', () => {
    const { amount, codes: assumed } = signed({ amount: [100, -70] });
    expect(amount).toEqual([100, -70]);
    expect(assumed).not.toContain('direction.all-inflow');
  });
});

describe('month-end balances', () => {
  const dataset = build(
    frame('account', {
      account_id: ['A', 'B'],
      customer_id: ['x', 'y'],
      product_code: ['current', 'savings'],
    }),
    frame('transaction', {
      account_id: ['A', 'A', 'A', 'B', 'A'],
      txn_date: ['2024-01-10', '2024-01-31', '2024-01-31', '2024-02-05', '2024-03-31'],
      amount: [1000, -200, 500, 300, 100],
      // On 31 January the file lists the second booking first: 1000 + 500 = 1500, then − 200 = 1300.
      balance_after: [1000, 1300, 1500, 300, 1400],
    }),
  );
  const balance = table(dataset, 'balance');

  it('follow the running balance, not the order of the file, and are carried forward', () => {
    const rows = keys(balance, 'account_key').map((account, row) => [
      account,
      (int32Column(balance, 'month').values[row] as number) - 648,
      float64Column(balance, 'balance').values[row],
    ]);
    expect(rows).toEqual([
      [0, 0, 1300],
      [0, 1, 1300],
      [0, 2, 1400],
      [1, 1, 300],
      [1, 2, 300],
    ]);
  });

  it('belong to the owner and the product of their account', () => {
    expect(keys(balance, 'customer_key')).toEqual([0, 0, 0, 1, 1]);
    expect(texts(balance, 'product_code')).toEqual(['current', 'current', 'current', 'savings', 'savings']);
  });

  it('are noted as rebuilt', () => {
    expect(dataset.assumptions).toContainEqual({
      code: 'balance.rebuilt',
      values: { rows: 5, daysByContinuity: 1, daysByFileOrder: 0 },
    });
  });

  it('are the given ones when a file has them', () => {
    const given = build(
      frame('balance', { customer_id: ['x', 'x'], month: ['2024-01', '2024-02'], balance: [10, 20] }),
    );
    expect([...float64Column(table(given, 'balance'), 'balance').values]).toEqual([10, 20]);
    expect(given.asOf).toBe(lastDayOfMonth(649));
  });

  it('are a snapshot of the last month when accounts have only a balance', () => {
    const snapshot = build(
      frame('account', { account_id: ['A'], customer_id: ['x'], balance: [500], open_date: ['2023-05-05'] }),
    );
    expect(keys(table(snapshot, 'balance'), 'month')).toEqual([53 * 12 + 4]);
    expect(snapshot.assumptions).toContainEqual({
      code: 'balance.snapshot-month',
      values: { accounts: 1, month: '2023-05' },
    });
  });
});

describe('organisation', () => {
  it('takes a customer’s branch from its manager when its row has none', () => {
    const dataset = build(
      frame('customer', { customer_id: ['a', 'b'], rm_id: ['R1', null] }),
      frame('manager', { rm_id: ['R1'], branch: ['B2'] }),
      frame('branch', { branch_id: ['B1', 'B2'], parent: ['B2', null], name: ['East', 'Head'] }),
    );
    expect(keys(table(dataset, 'customer'), 'branch_key')).toEqual([1, null]);
    expect(keys(table(dataset, 'customer'), 'rm_key')).toEqual([0, null]);
    expect(keys(table(dataset, 'branch'), 'parent_key')).toEqual([1, null]);
    expect(describeDataset(dataset).managers).toEqual([
      { id: 'R1', name: null, nameEn: null, parentId: 'B2' },
    ]);
  });

  it('makes branches and managers from the ids in use', () => {
    const dataset = build(
      frame('customer', { customer_id: ['a', 'b'], branch_id: ['9', '7'], rm_id: ['m', 'm'] }),
    );
    expect(texts(table(dataset, 'branch'), 'branch_id')).toEqual(['9', '7']);
    expect(keys(table(dataset, 'customer'), 'rm_key')).toEqual([0, 0]);
  });

  it('lets regions stand in where no file knows branches', () => {
    const dataset = build(
      frame('customer', { customer_id: ['a', 'b'], region_id: ['18', null] }),
      frame('account', { account_id: ['A', 'B'], customer_id: ['a', 'b'], region_id: ['1', '1'] }),
      frame('region', { region_id: ['1', '18'], name: ['Praha', 'Pisek'] }),
    );
    expect(keys(table(dataset, 'customer'), 'branch_key')).toEqual([1, 0]);
    expect(texts(table(dataset, 'branch'), 'name')).toEqual(['Praha', 'Pisek']);
    expect(codes(dataset)).toContain('organisation.region-as-branch');
  });
});

describe('rows with the same id', () => {
  it('leave the last one and are counted', () => {
    const dataset = build(frame('customer', { customer_id: ['a', 'b', 'a'], city: ['old', 'b', 'new'] }));
    expect(texts(table(dataset, 'customer'), 'customer_id')).toEqual(['b', 'a']);
    expect(texts(table(dataset, 'customer'), 'city')).toEqual(['b', 'new']);
    expect(dataset.assumptions).toContainEqual({
      code: 'rows.repeated-id',
      values: { table: 'customer', field: 'customer_id', rows: 1 },
    });
  });
});

describe('currencies', () => {
  const dataset = build(
    frame('account', {
      account_id: ['A', 'B', 'C'],
      customer_id: ['a', 'b', 'c'],
      currency: ['CNY', 'USD', 'CNY'],
      balance: [100, 7, 50],
    }),
    frame('transaction', {
      account_id: ['A', 'B', 'C'],
      txn_date: ['2024-01-31', '2024-01-31', '2024-01-31'],
      amount: [10, -20, 30],
    }),
  );

  it('are never added up: amounts in another than the most used one are kept aside', () => {
    const transaction = table(dataset, 'transaction');
    const amount = float64Column(transaction, 'amount');
    expect(dataset.currency).toBe('CNY');
    expect([...amount.values]).toEqual([10, 0, 30]);
    expect([0, 1, 2].map((row) => isNull(amount.nulls, row))).toEqual([false, true, false]);
    expect([...float64Column(transaction, 'amount_original').values]).toEqual([10, -20, 30]);
  });

  it('leave month-end balances in the base currency', () => {
    expect(keys(table(dataset, 'balance'), 'account_key')).toEqual([0, 2]);
  });

  it('are named', () => {
    expect(dataset.assumptions).toContainEqual({
      code: 'currency.several',
      values: { table: 'transaction', base: 'CNY', others: 'USD', rows: 1 },
    });
  });

  it('cost nothing where there is one', () => {
    const one = build(
      frame('account', { account_id: ['A'], customer_id: ['a'], currency: ['EUR'], balance: [5] }),
    );
    expect(one.currency).toBe('EUR');
    expect(Object.keys(table(one, 'account').columns)).not.toContain('balance_original');
  });
});
