import { describe, expect, it } from 'vitest';
import { silentControl, type Control, cancelled } from '../base/control';
import { AppError } from '../base/errors';
import { isNull, type Column } from '../columns/column';
import { dictionaryValue } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { MappingFile } from '../model/mapping';
import { bytesSource, type ByteSource } from './byte-source';
import { draftImport, importFiles } from './import-files';

const file = (name: string, ...lines: string[]): ByteSource =>
  bytesSource(name, new TextEncoder().encode(`${lines.join('\n')}\n`));

const transactions = file(
  'transactions_202401.csv',
  'customer_id,date,amount,direction,points',
  '001,2024-01-02,"1,000.50",CR,5',
  '002,2024-01-15,20.00,DR,',
  '001,2024-01-31,30.25,DR,7',
);

const load = (sources: readonly ByteSource[], mapping: MappingFile | null = null) =>
  importFiles(sources, mapping, {}, silentControl);

async function refusal(
  sources: readonly ByteSource[],
  mapping: MappingFile | null = null,
): Promise<AppError> {
  const reason: unknown = await load(sources, mapping).catch((error: unknown) => error);
  if (reason instanceof AppError) return reason;
  throw new Error('was accepted');
}

function cellsOf(frame: Frame | undefined, name: string): (string | number | null)[] {
  const column: Column | undefined = frame?.columns[name];
  if (!frame || !column) throw new Error(`no column ${name}`);
  return Array.from({ length: frame.rowCount }, (_, row) => {
    if (isNull(column.nulls, row)) return null;
    return column.kind === 'text'
      ? dictionaryValue(column.dictionary, column.codes[row] as number)
      : (column.values[row] as number);
  });
}

describe('importFiles', () => {
  it('turns a file into signed amounts, months and customers, and says on which line each row stood', async () => {
    const { dataset, report } = await load([transactions]);
    const transaction = dataset.tables['transaction'];
    expect(cellsOf(transaction, 'amount')).toEqual([100_050, -2000, -3025]);
    expect(cellsOf(transaction, 'dc_flag')).toEqual(['credit', 'debit', 'debit']);
    expect(cellsOf(transaction, 'customer_key')).toEqual([0, 1, 0]);
    expect(cellsOf(transaction, 'source_row')).toEqual([2, 3, 4]);
    expect(cellsOf(dataset.tables['customer'], 'customer_id')).toEqual(['001', '002']);
    expect(report).toMatchObject({
      asOf: '2024-01-31',
      currency: 'XXX',
      rows: { customer: 2, transaction: 3 },
    });
  });

  it('keeps a column that is no field under its own name', async () => {
    const { dataset } = await load([transactions]);
    expect(cellsOf(dataset.tables['transaction'], 'points')).toEqual([5, null, 7]);
  });

  it('keeps rows that cannot be used with file, line, rule and text, and the counts add up', async () => {
    const { dataset, report } = await load([
      file(
        't.csv',
        'customer_id,date,amount',
        '1,2024-01-01,5',
        '2,2024-13-01,6',
        '3,2024-01-03',
        '4,2024-01-04,7',
      ),
    ]);
    const [only] = report.files;
    expect(only?.rows).toEqual({ read: 4, loaded: 2, rejected: 2, removed: {} });
    expect(only?.rejects.map(({ line, rule, raw }) => [line, rule, raw])).toEqual([
      [3, 'cell.not-a-date', '2,2024-13-01,6'],
      [4, 'row.too-few-fields', '3,2024-01-03'],
    ]);
    expect(cellsOf(dataset.rejects, 'file')).toEqual(['t.csv', 't.csv']);
    expect(cellsOf(dataset.rejects, 'raw')).toEqual(['2,2024-13-01,6', '3,2024-01-03']);
  });

  it('appends files of one table and says which file a row is from', async () => {
    const { dataset, report } = await load([
      transactions,
      file('transactions_202402.csv', 'customer_id,date,amount,direction', '003,2024-02-29,1.00,in'),
    ]);
    const transaction = dataset.tables['transaction'];
    expect(cellsOf(transaction, 'customer_id')).toEqual(['001', '002', '001', '003']);
    expect(cellsOf(transaction, 'source_file')).toEqual([
      ...Array.from({ length: 3 }, () => 'transactions_202401.csv'),
      'transactions_202402.csv',
    ]);
    expect(cellsOf(transaction, 'points')).toEqual([5, null, 7, null]);
    expect(report.files.map(({ rows }) => rows.loaded)).toEqual([3, 1]);
    expect(report.asOf).toBe('2024-02-29');
  });

  it('keeps the last of several rows of a customer and counts the others by file', async () => {
    const { dataset, report } = await load([
      file('customers_1.csv', 'customer_id,city', '1,old', '2,b'),
      file('customers_2.csv', 'customer_id,city', '1,new'),
    ]);
    expect(cellsOf(dataset.tables['customer'], 'city')).toEqual(['b', 'new']);
    expect(report.files.map(({ rows }) => rows)).toEqual([
      { read: 2, loaded: 1, rejected: 0, removed: { 'rows.repeated-id': 1 } },
      { read: 1, loaded: 1, rejected: 0, removed: {} },
    ]);
  });

  it('leaves out a file that was given twice, whatever its name', async () => {
    const again = bytesSource(
      'copy of transactions.csv',
      await transactions.slice(0, transactions.byteLength),
    );
    const { dataset, report } = await load([transactions, again]);
    expect(dataset.tables['transaction']?.rowCount).toBe(3);
    expect(report.files[1]?.rows).toEqual({
      read: 3,
      loaded: 0,
      rejected: 0,
      removed: { 'file.repeated': 3 },
    });
  });

  it('keeps rows that refer to nobody, without a customer, and counts them', async () => {
    const { dataset, report } = await load([
      file('customers.csv', 'customer_id,name', '001,Ann', '003,Bob'),
      transactions,
    ]);
    expect(cellsOf(dataset.tables['transaction'], 'customer_key')).toEqual([0, null, 0]);
    expect(report.links).toEqual([
      { from: 'transaction.customer_id', to: 'customer.customer_id', rows: 3, matched: 2, matchRate: 2 / 3 },
    ]);
    expect(report.assumptions).toContainEqual({
      code: 'link.orphans',
      values: { from: 'transaction.customer_id', to: 'customer.customer_id', rows: 1 },
    });
  });

  it('keeps a file that fits no table under its own name', async () => {
    const { dataset, report } = await load([
      transactions,
      file('weather 2024.csv', 'station,rain', 'Oslo,1.5', 'Bergen,20'),
    ]);
    expect(cellsOf(dataset.others['weather_2024'], 'rain')).toEqual([1.5, 20]);
    expect(report.files[1]?.table).toBe('weather_2024');
  });

  it('keeps a lone file that fits no table and holds numbers, without making up customers', async () => {
    const { dataset, report } = await load([file('weather.csv', 'station,rain', 'Oslo,1.5', 'Bergen,20')]);
    expect(cellsOf(dataset.others['weather'], 'station')).toEqual(['Oslo', 'Bergen']);
    expect(cellsOf(dataset.others['weather'], 'rain')).toEqual([1.5, 20]);
    expect(dataset.tables['customer']?.rowCount).toBe(0);
    expect(report.files).toMatchObject([{ table: 'weather', rows: { read: 2, loaded: 2, rejected: 0 } }]);
    expect(report.asOf).toBeNull();
  });

  it('never reads a column of passwords', async () => {
    const { dataset, report } = await load([
      file('t.csv', 'customer_id,date,amount,password', '1,2024-01-31,5,hunter2'),
    ]);
    expect(report.files[0]?.refused).toEqual(['password']);
    expect(Object.keys(dataset.tables['transaction']?.columns ?? {})).not.toContain('password');
  });

  it('lists what nobody confirmed, and nothing once a mapping says it', async () => {
    const sources = [
      file('t.csv', 'kunde,tag,betrag', '07,2024-01-05,5.50', '07,2024-01-31,6.25', '08,2024-01-31,7.10'),
    ];
    const first = await load(sources);
    expect(first.report.files[0]?.assumed.map(({ column, field }) => [column, field])).toEqual([
      ['kunde', 'customer_id'],
      ['tag', 'txn_date'],
      ['betrag', 'amount'],
    ]);
    const second = await load(sources, first.mapping);
    expect(second.report.files[0]?.assumed).toEqual([]);
    expect(second.dataset.tables).toEqual(first.dataset.tables);
  });
});

describe('a mapping', () => {
  const mapping = (columns: Record<string, string | null>, more: object = {}): MappingFile => ({
    version: 1,
    files: [{ match: { name: 't*.csv' }, table: 'transaction', columns, ...more }],
    links: [],
  });

  it('decides over names, values, units and dates', async () => {
    const given = mapping(
      { a: 'customer_id', b: 'txn_date', c: 'amount', d: 'dc_flag', e: null },
      { dates: 'yymmdd', unit: 'wan', values: { dc_flag: { weg: 'debit', hin: 'credit' } } },
    );
    const swapped = [file('t1.csv', 'a,b,c,d,e', '7,240131,3,weg,x', '7,240229,4,hin,y')];
    const { dataset } = await load(swapped, given);
    const transaction = dataset.tables['transaction'];
    expect(cellsOf(transaction, 'amount')).toEqual([-3_000_000, 4_000_000]);
    expect(Object.keys(transaction?.columns ?? {})).not.toContain('e');
  });

  it('may settle how the file is cut', async () => {
    const given = mapping(
      { column1: 'customer_id', column2: 'txn_date', column3: 'amount' },
      {
        dialect: { hasHeader: false, delimiter: '|' },
      },
    );
    const { report } = await load([file('t.csv', '7|2024-01-30|3', '8|2024-01-31|4')], given);
    expect(report.files[0]).toMatchObject({ header: false, delimiter: '|', rows: { loaded: 2 } });
  });

  it('that names an unknown date format is refused', async () => {
    const error = await refusal([transactions], {
      version: 1,
      files: [
        {
          match: { name: 'trans*' },
          table: 'transaction',
          columns: { customer_id: 'customer_id', date: 'txn_date', amount: 'amount' },
          dates: 'ddmm',
        },
      ],
      links: [],
    });
    expect(error.code).toBe('ingest.bad-mapping');
  });
});

describe('what is refused', () => {
  it('files of which no row could be used, saying why', async () => {
    const given: MappingFile = {
      version: 1,
      files: [
        {
          match: { name: 'trans*' },
          table: 'transaction',
          columns: { customer_id: 'customer_id', date: 'txn_date', amount: 'amount' },
          dates: 'yymmdd',
        },
      ],
      links: [],
    };
    const german = file('trans_de.csv', 'customer_id,date,amount', '1,31.01.2024,5', '2,01.02.2024,6');
    const error = await refusal([german], given);
    expect(error.code).toBe('ingest.not-a-date');
    expect(error.details).toMatchObject({ file: 'trans_de.csv', column: 'date', n: 2, m: 2 });
  });

  it('two columns that can both be the customer, by name', async () => {
    const error = await refusal([
      file('t.csv', 'cust_no,client_no,date,amount', '1,7,2024-01-31,5', '2,8,2024-01-31,6'),
    ]);
    expect(error.code).toBe('ingest.ambiguous-role');
    expect(error.message).toBe(
      't.csv: cust_no and client_no can each be customer_id; say which one in a mapping file.',
    );
  });

  it('files in which nothing is a customer and nothing is measured', async () => {
    const error = await refusal([file('stations.csv', 'station,country', 'Oslo,NO', 'Bergen,NO')]);
    expect(error.code).toBe('ingest.missing-role');
    expect(error.details).toMatchObject({ role: 'customer_id', file: 'stations.csv' });
  });

  it('transactions of accounts that no file gives to a customer', async () => {
    const error = await refusal([
      file('trans.csv', 'account_id,date,amount', 'A,2024-01-31,5', 'B,2024-01-31,6'),
    ]);
    expect(error.details).toMatchObject({ role: 'customer_id', file: 'trans.csv', table: 'transaction' });
  });

  it('a day and a month that cannot be told apart', async () => {
    const error = await refusal([
      file('t.csv', 'customer_id,date,amount', '1,03/04/2024,5', '2,05/06/2024,6'),
    ]);
    expect(error.code).toBe('ingest.ambiguous-date');
    expect(error.details['formats']).toEqual(expect.arrayContaining(['dd/mm/yyyy', 'mm/dd/yyyy']));
  });

  it('an empty file among others, by the command line; a draft lists it', async () => {
    const empty = bytesSource('empty.csv', new Uint8Array(0));
    expect((await refusal([transactions, empty])).code).toBe('ingest.empty-file');
    const draft = await draftImport([transactions, empty], silentControl);
    expect(draft.failures).toMatchObject([{ name: 'empty.csv', code: 'ingest.empty-file' }]);
    expect(draft.files.map(({ name }) => name)).toEqual(['transactions_202401.csv']);
  });
});

describe('an import that is cancelled', () => {
  it('ends with task.cancelled', async () => {
    const control: Control = {
      ...silentControl,
      isCancelled: () => true,
      yield: () => Promise.reject(cancelled()),
    };
    await expect(importFiles([transactions], null, {}, control)).rejects.toMatchObject({
      code: 'task.cancelled',
    });
  });
});

describe('progress', () => {
  it('runs over the bytes of all files and never back', async () => {
    const seen: number[] = [];
    const control: Control = {
      ...silentControl,
      shouldYield: () => true,
      yield: (done, total, stage) => {
        if (stage === 'read') seen.push(done / total);
        return Promise.resolve();
      },
      report: (done, total, stage) => {
        if (stage === 'read') seen.push(done / total);
      },
    };
    await importFiles(
      [transactions, file('more.csv', 'customer_id,date,amount', '9,2024-01-31,1')],
      null,
      {},
      control,
    );
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });
});

describe('a printed report', () => {
  it('counts every line: read = loaded + rejected + removed by a named rule, each with its line and text', async () => {
    const text = [
      '客户交易明细,,',
      '客户号,交易日期,金额',
      '0001,2024-01-31,5.00',
      '0002,2024-02-01,6.00',
      '小计,,11.00',
      '客户号,交易日期,金额',
      '0003,2024-02-02,7.00',
      '0004,2024-02-03',
      '0005,2024-02-03,9.00',
      '合计,,27.00',
      '',
    ].join('\n');
    const source = bytesSource('trans.csv', new TextEncoder().encode(text));
    const { report } = await importFiles([source], null, {}, silentControl);
    const [file] = report.files;
    expect(file?.rows).toEqual({
      read: 9,
      loaded: 4,
      rejected: 1,
      removed: { 'row.before-table': 1, 'row.total': 1, 'row.repeated-header': 1, 'row.after-table': 1 },
    });
    expect(file?.leftOut?.map(({ line, rule, raw }) => [line, rule, raw])).toEqual([
      [1, 'row.before-table', '客户交易明细,,'],
      [5, 'row.total', '小计,,11.00'],
      [6, 'row.repeated-header', '客户号,交易日期,金额'],
      [10, 'row.after-table', '合计,,27.00'],
    ]);
    expect(file?.rejects.map(({ line, rule }) => [line, rule])).toEqual([[8, 'row.too-few-fields']]);
  });
});
