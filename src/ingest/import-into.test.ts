import { describe, expect, it } from 'vitest';
import { silentControl } from '../base/control';
import { isNull } from '../columns/column';
import { dictionaryValue } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { bytesSource, type ByteSource } from './byte-source';
import { importFiles, type ImportResult } from './import-files';
import type { FileReport } from './import-report';

const file = (name: string, ...lines: string[]): ByteSource =>
  bytesSource(name, new TextEncoder().encode(`${lines.join('\n')}\n`));

const load = (...sources: ByteSource[]) => importFiles(sources, null, {}, silentControl);

const add = ({ dataset, mapping, report }: ImportResult, ...sources: ByteSource[]) =>
  importFiles(sources, null, { base: { dataset, mapping, files: report.files } }, silentControl);

type Cells = Readonly<Record<string, readonly (string | number | null)[]>>;

function cellsOf(frame: Frame | undefined): Cells {
  const columns = Object.entries(frame?.columns ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    columns.map(([name, column]) => [
      name,
      Array.from({ length: frame?.rowCount ?? 0 }, (_, row) => {
        if (isNull(column.nulls, row)) return null;
        return column.kind === 'text'
          ? dictionaryValue(column.dictionary, column.codes[row] as number)
          : (column.values[row] as number);
      }),
    ]),
  );
}

const tablesOf = ({ dataset }: ImportResult): Readonly<Record<string, Cells>> =>
  Object.fromEntries(Object.entries(dataset.tables).map(([name, frame]) => [name, cellsOf(frame)]));

/** Every row that was read is loaded, rejected or removed, and what the tables hold is what was loaded. */
function expectEveryRowAccountedFor({ dataset, report }: ImportResult): void {
  const loaded: Record<string, number> = {};
  for (const { name, table, rows } of report.files) {
    const removed = Object.values(rows.removed).reduce((sum, count) => sum + count, 0);
    expect(rows.loaded + rows.rejected + removed, name).toBe(rows.read);
    loaded[table] = (loaded[table] ?? 0) + rows.loaded;
  }
  for (const [table, rows] of Object.entries(loaded)) {
    expect(dataset.tables[table]?.rowCount ?? dataset.others[table]?.rowCount, table).toBe(rows);
    const sources = dataset.sources.filter((source) => source.table === table);
    expect(
      sources.reduce((sum, source) => sum + source.rowsLoaded, 0),
      table,
    ).toBe(rows);
  }
}

const rowsOf = (reports: readonly FileReport[], name: string) =>
  reports.findLast((report) => report.name === name)?.rows;

const customers = file('customers.csv', 'customer_id,city,segment', '001,Oslo,a', '002,Rome,b');
const accounts = file(
  'accounts.csv',
  'account_id,customer_id,product_type,currency,open_date',
  'A1,001,current,CNY,2023-01-05',
  'A2,002,savings,USD,2023-02-05',
);
const january = file(
  'transactions_202401.csv',
  'account_id,date,amount,direction,balance_after',
  'A1,2024-01-02,100.50,CR,100.50',
  'A2,2024-01-15,20.00,DR,80.00',
  'A1,2024-01-31,30.25,DR,70.25',
);
const february = file(
  'transactions_202402.csv',
  'account_id,date,amount,direction,balance_after',
  'A1,2024-02-02,5.00,CR,75.25',
  'A1,2024-02-29,1.00,DR,74.25',
);

describe('files added to a project', () => {
  it('give the tables that all files together give: signs, months, products, currencies, balances, keys', async () => {
    const together = await load(customers, accounts, january, february);
    const added = await add(await load(customers, accounts, january), february);
    expect(together.dataset.tables['transaction']?.columns['amount_original']).toBeDefined();
    expect(tablesOf(added)).toEqual(tablesOf(together));
    expect(added.report.asOf).toBe('2024-02-29');
    expect(new Set(added.report.assumptions)).toEqual(new Set(together.report.assumptions));
    expectEveryRowAccountedFor(added);
  });

  it('need no customer of their own when the project knows whose account is whose', async () => {
    await expect(load(february)).rejects.toMatchObject({ code: 'ingest.missing-role' });
    const added = await add(await load(customers, accounts, january), february);
    expect(cellsOf(added.dataset.tables['transaction'])['customer_key']).toEqual([0, 1, 0, 0, 0]);
  });

  it('bring customers whom no file of customers lists', async () => {
    const first = await load(file('t1.csv', 'customer_id,date,amount', '7,2024-01-01,5', '8,2024-01-02,6'));
    const added = await add(first, file('t2.csv', 'customer_id,date,amount', '9,2024-02-01,7'));
    expect(cellsOf(added.dataset.tables['customer'])['customer_id']).toEqual(['7', '8', '9']);
    expect(added.report.assumptions).toContainEqual({ code: 'customers.from-ids', values: { customers: 3 } });
    expectEveryRowAccountedFor(added);
  });

  it('change attributes of known customers; a column that the newer file lacks keeps what was known', async () => {
    const added = await add(
      await load(customers),
      file('customers_new.csv', 'customer_id,city', '002,Bern', '003,Lima'),
    );
    expect(cellsOf(added.dataset.tables['customer'])).toMatchObject({
      customer_id: ['001', '002', '003'],
      city: ['Oslo', 'Bern', 'Lima'],
      segment: ['a', 'b', null],
      source_file: ['customers.csv', 'customers_new.csv', 'customers_new.csv'],
    });
    expect(rowsOf(added.report.files, 'customers.csv')).toEqual({
      read: 2,
      loaded: 1,
      rejected: 0,
      removed: { 'rows.repeated-id': 1 },
    });
    expectEveryRowAccountedFor(added);
  });

  it('are left out when the project has them, under whatever name', async () => {
    const base = await load(customers, accounts, january);
    const again = bytesSource('copy.csv', await january.slice(0, january.byteLength));
    const added = await add(base, again);
    expect(added.dataset).toBe(base.dataset);
    expect(rowsOf(added.report.files, 'copy.csv')).toEqual({
      read: 3,
      loaded: 0,
      rejected: 0,
      removed: { 'file.repeated': 3 },
    });
    const both = await add(base, again, february);
    expect(both.dataset.tables['transaction']?.rowCount).toBe(5);
    expect(both.dataset.sources.map(({ name }) => name)).toEqual([
      'customers.csv',
      'accounts.csv',
      'transactions_202401.csv',
      'transactions_202402.csv',
    ]);
    expectEveryRowAccountedFor(both);
  });

  it('add only the new rows of a file that has grown, and keep rows that are twice in it', async () => {
    const name = 'export.csv';
    const head = ['customer_id,date,amount', '1,2024-01-01,5', '1,2024-01-01,5', '2,2024-01-02,6'];
    const base = await load(file(name, ...head));
    const added = await add(base, file(name, ...head, '1,2024-01-01,5', '3,2024-01-03,7'));
    expect(cellsOf(added.dataset.tables['transaction'])['amount']).toEqual([500, 500, 600, 500, 700]);
    expect(rowsOf(added.report.files, name)).toEqual({
      read: 5,
      loaded: 2,
      rejected: 0,
      removed: { 'rows.already-there': 3 },
    });
    expectEveryRowAccountedFor(added);
  });

  it('keep equal rows of files of other names: two payments of one day are two', async () => {
    const first = file('a.csv', 'customer_id,date,amount', '1,2024-01-01,5', '2,2024-01-01,9');
    const second = file('b.csv', 'customer_id,date,amount', '1,2024-01-01,5');
    const added = await add(await load(first), second);
    expect(added.dataset.tables['transaction']?.rowCount).toBe(3);
  });

  it('count rows once that another file has under another name, told by the number of the booking', async () => {
    const header = 'txn_id,customer_id,date,amount';
    const january = file('jan.csv', header, 'T1,001,2024-01-30,5', 'T2,001,2024-01-31,-3');
    const february = file('feb.csv', header, 'T2,001,2024-01-31,-3', 'T3,001,2024-02-01,7');
    const both = await add(await load(january), february);
    expect(both.dataset.tables['transaction']?.rowCount).toBe(3);
    expect(rowsOf(both.report.files, 'feb.csv')).toMatchObject({
      loaded: 1,
      removed: { 'rows.already-there': 1 },
    });
    expectEveryRowAccountedFor(both);
    const together = await load(january, february);
    expect(rowsOf(together.report.files, 'feb.csv')).toMatchObject({ removed: { 'rows.repeated-row': 1 } });
    expect(tablesOf(both)).toEqual(tablesOf(together));
  });

  it('keep amounts exact: a finer file makes the project finer, a coarser one does not', async () => {
    const coarse = file('jan.csv', 'customer_id,date,amount', '001,2024-01-30,5.25', '001,2024-01-31,-3');
    const fine = file('feb.csv', 'customer_id,date,amount', '001,2024-02-28,0.0125', '001,2024-02-29,7');
    const together = await load(coarse, fine);
    expect(together.dataset.minorPerMajor).toBe(10_000);
    for (const [first, second] of [
      [coarse, fine],
      [fine, coarse],
    ] as const) {
      const both = await add(await load(first), second);
      expect(both.dataset.minorPerMajor).toBe(10_000);
      const amounts = cellsOf(both.dataset.tables['transaction'])['amount'] ?? [];
      expect([...amounts].sort()).toEqual([-30_000, 125, 52_500, 70_000]);
    }
  });

  it('convert amounts once rates come, and link files of their own anew', async () => {
    const header = 'customer_id,date,currency,amount';
    const bookings = file(
      'jan.csv',
      header,
      '002,2024-01-30,CNY,5',
      '002,2024-01-30,CNY,-1',
      '001,2024-01-31,USD,3',
    );
    const rates = file('exchange_rates.csv', 'date,currency,rate', '2024-01-01,USD,7.1');
    const perks = file('perks.csv', 'perk,cust_no,how,where', 'lounge,001,x1,y1', 'gym,002,x2,y2');
    const before = await load(bookings, perks);
    expect(cellsOf(before.dataset.tables['transaction'])['amount']).toEqual([500, -100, null]);
    const after = await add(before, rates, customers);
    expect(cellsOf(after.dataset.tables['transaction'])['amount']).toEqual([500, -100, 2130]);
    const { customer_id: ids = [] } = cellsOf(after.dataset.tables['customer']);
    const keys = cellsOf(after.dataset.others['perks'])['customer_key'] ?? [];
    expect(keys.map((key) => ids[Number(key)])).toEqual(['001', '002']);
  });

  it('keep the sign of amounts whose direction stands in one of the files only', async () => {
    const first = await load(file('a.csv', 'customer_id,date,amount,direction', '1,2024-01-01,5,DR'));
    const added = await add(
      first,
      file('b.csv', 'customer_id,date,amount', '1,2024-02-01,-7', '2,2024-02-02,8'),
    );
    expect(cellsOf(added.dataset.tables['transaction'])['amount']).toEqual([-500, -700, 800]);
  });

  it('keep the rejected rows of all files, and files that fit no table', async () => {
    const weather = file('weather.csv', 'station,rain', 'Oslo,1.5', 'Bergen,20');
    const base = await load(
      file('t1.csv', 'customer_id,date,amount', '1,2024-01-01,5', '2,2024-13-01,6', '3,2024-01-03,8'),
      weather,
    );
    const added = await add(
      base,
      file('t2.csv', 'customer_id,date,amount', '1,2024-02-01,5', '4,2024-02-31,6', '3,2024-02-03,8'),
    );
    expect(cellsOf(added.dataset.rejects)).toMatchObject({
      file: ['t1.csv', 't2.csv'],
      line: [3, 3],
      raw: ['2,2024-13-01,6', '4,2024-02-31,6'],
    });
    expect(cellsOf(added.dataset.others['weather'])['rain']).toEqual([1.5, 20]);
    expectEveryRowAccountedFor(added);
  });

  it('match themselves by the mapping of the project', async () => {
    const base = await importFiles(
      [file('pay_202401.csv', 'who,other,when,much', 'a1,b7,2024-01-01,5', 'a2,b8,2024-01-02,6')],
      {
        version: 1,
        files: [
          {
            match: { name: 'pay_*.csv' },
            table: 'transaction',
            columns: { other: 'customer_id', when: 'txn_date', much: 'amount' },
          },
        ],
        links: [],
      },
      {},
      silentControl,
    );
    const added = await add(base, file('pay_202402.csv', 'who,other,when,much', 'a3,b9,2024-02-01,7'));
    expect(cellsOf(added.dataset.tables['customer'])['customer_id']).toEqual(['b7', 'b8', 'b9']);
    expect(added.mapping.files).toHaveLength(1);
  });
});
