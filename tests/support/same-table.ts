import { brotliCompressSync } from 'node:zlib';
import {
  DateDay,
  Decimal,
  Dictionary,
  Int32,
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  type Data,
} from 'apache-arrow';
import { gzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import initSqlJs from 'sql.js';
import { toCsv } from '../../src/ingest/csv-text';

/** What may go wrong between formats: leading zeros, 19 digits, quotes, Chinese, nulls, long decimals. */
export const header = ['customer_id', 'account_id', 'txn_date', 'amount', 'channel', 'note'] as const;

export type Row = readonly [
  customer: string,
  account: string,
  day: string,
  amount: number,
  channel: string | null,
  note: string | null,
];

export const rows: readonly Row[] = Array.from({ length: 120 }, (_, index): Row => {
  const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  const account = `6222020000${String(123456789 + (index % 40) * 1001)}`;
  const notes = [null, '工资, 一月', 'said "hello"', '二行\n备注', 'plain'];
  return [
    String(index % 25).padStart(6, '0'),
    account,
    day,
    (index - 40) * 12.25,
    index % 7 === 0 ? null : (['ATM', 'POS', '柜面'][index % 3] as string),
    notes[index % notes.length] as string | null,
  ];
});

export const asText = (value: string | number | null): string => (value === null ? '' : String(value));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const csvBytes = (): Uint8Array =>
  utf8(
    toCsv(
      header,
      rows.map((row) => row.map(asText)),
    ),
  );

const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));

/** With an empty sheet, and days as dates of the epoch. */
async function xlsxBytes(dateSystem: '1900' | '1904'): Promise<Uint8Array> {
  const cells = rows.map(([customer, account, day, ...others]) => [
    customer,
    account,
    new Date(`${day}T00:00:00Z`),
    ...others,
  ]);
  const sheets = [
    { name: 'Transactions', rows: [[...header], ...cells] },
    { name: 'Empty', rows: [] },
  ];
  return await writeXlsx({ sheets, dateSystem });
}

const column = (index: number): Row[number][] => rows.map((row) => row[index] as Row[number]);
const bigints = (index: number): bigint[] => column(index).map((value) => BigInt(String(value)));
const days = (): Date[] => column(2).map((day) => new Date(`${String(day)}T00:00:00Z`));

/** Accounts as integers of 64 bits, days as dates, amounts as decimals of two places. */
function parquetBytes(codec: 'SNAPPY' | 'GZIP' | 'BROTLI' | 'UNCOMPRESSED'): Uint8Array {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: 6 },
    { name: 'customer_id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    { name: 'account_id', type: 'INT64', repetition_type: 'REQUIRED' },
    { name: 'txn_date', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
    {
      name: 'amount',
      type: 'INT64',
      converted_type: 'DECIMAL',
      scale: 2,
      precision: 18,
      repetition_type: 'REQUIRED',
    },
    { name: 'channel', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'note', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  ];
  const columnData = [
    { name: 'customer_id', data: column(0) },
    { name: 'account_id', data: bigints(1) },
    { name: 'txn_date', data: days() },
    { name: 'amount', data: column(3) },
    { name: 'channel', data: column(4) },
    { name: 'note', data: column(5) },
  ];
  const compressors = {
    GZIP: (input: Uint8Array) => gzipSync(input),
    BROTLI: (input: Uint8Array) => new Uint8Array(brotliCompressSync(input)),
  };
  return new Uint8Array(
    parquetWriteBuffer({ schema, columnData, codec, compressors, rowGroupSize: 50, pageSize: 400 }),
  );
}

type Cells = readonly (string | number | null)[];

/** Arrow marks what is known. The library's own builders make code from strings, which the tests forbid too. */
function knownBits(cells: Cells): { nullCount: number; nullBitmap: Uint8Array } {
  const nullBitmap = new Uint8Array(Math.ceil(cells.length / 8));
  cells.forEach((cell, row) => {
    if (cell !== null) nullBitmap[row >> 3] = (nullBitmap[row >> 3] ?? 0) | (1 << (row & 7));
  });
  return { nullCount: cells.filter((cell) => cell === null).length, nullBitmap };
}

function textData(cells: Cells): Data<Utf8> {
  const parts = cells.map((cell) => utf8(asText(cell)));
  const valueOffsets = new Int32Array(cells.length + 1);
  parts.forEach((part, row) => (valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + part.length));
  const data = Uint8Array.from(parts.flatMap((part) => [...part]));
  return makeData({ type: new Utf8(), length: cells.length, ...knownBits(cells), valueOffsets, data });
}

function codeData(cells: Cells): Data<Dictionary<Utf8, Int32>> {
  const names = [...new Set(cells.filter((cell) => cell !== null))];
  const data = Int32Array.from(cells, (cell) => (cell === null ? 0 : names.indexOf(cell)));
  const dictionary = makeVector(textData(names));
  const type = new Dictionary(new Utf8(), new Int32());
  return makeData({ type, length: cells.length, ...knownBits(cells), data, dictionary });
}

/** The same kinds of columns, one of texts with a dictionary, in two record batches. */
function arrowBytes(kind: 'file' | 'stream'): Uint8Array {
  const decimals = new Uint32Array(rows.length * 4);
  rows.forEach(([, , , amount], row) => {
    const cents = BigInt.asUintN(128, BigInt(Math.round(amount * 100)));
    for (let word = 0; word < 4; word++) {
      decimals[row * 4 + word] = Number((cents >> BigInt(32 * word)) & 0xffffffffn);
    }
  });
  const length = rows.length;
  const table = new Table({
    customer_id: makeVector(textData(column(0))),
    account_id: makeVector(BigInt64Array.from(bigints(1))),
    txn_date: makeVector(
      makeData({
        type: new DateDay(),
        length,
        data: Int32Array.from(days(), (day) => day.getTime() / 86_400_000),
      }),
    ),
    amount: makeVector(makeData({ type: new Decimal(2, 18, 128), length, data: decimals })),
    channel: makeVector(codeData(column(4))),
    note: makeVector(textData(column(5))),
  });
  return tableToIPC(new Table([...table.slice(0, 70).batches, ...table.slice(70).batches]), kind);
}

/** Accounts as integers of 64 bits, amounts as REAL; an index and a view besides. */
async function sqliteBytes(pageSize: number): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`PRAGMA page_size = ${String(pageSize)}`);
  database.run(
    'CREATE TABLE trans (customer_id TEXT, account_id INTEGER, txn_date TEXT, amount REAL, channel TEXT, note TEXT)',
  );
  const insert = database.prepare('INSERT INTO trans VALUES (?, CAST(? AS INTEGER), ?, ?, ?, ?)');
  for (const row of rows) insert.run([...row]);
  insert.free();
  database.run('CREATE INDEX by_customer ON trans (customer_id)');
  database.run('CREATE VIEW large AS SELECT * FROM trans WHERE amount > 100');
  const bytes = database.export();
  database.close();
  return bytes;
}

/** The same table in every format that is read: file name → bytes. */
export const sameTable: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'trans.json': () => utf8(JSON.stringify(records)),
  'trans.pretty.json': () => utf8(JSON.stringify({ trans: records }, null, 2)),
  'trans.ndjson': () => utf8(records.map((record) => JSON.stringify(record)).join('\n')),
  'trans.arrays.json': () => utf8(JSON.stringify([header, ...rows])),
  'trans.xlsx': () => xlsxBytes('1900'),
  'trans.1904.xlsx': () => xlsxBytes('1904'),
  'trans.xlsx.zip': async () => zipSync({ 'May 2024/trans.xlsx': await xlsxBytes('1900') }),
  'trans.parquet': () => parquetBytes('SNAPPY'),
  'trans.gzip.parquet': () => parquetBytes('GZIP'),
  'trans.brotli.parquet': () => parquetBytes('BROTLI'),
  'trans.plain.parquet': () => parquetBytes('UNCOMPRESSED'),
  'trans.arrow': () => arrowBytes('file'),
  'trans.arrows': () => arrowBytes('stream'),
  'trans.sqlite': () => sqliteBytes(4096),
  'trans.db': () => sqliteBytes(512),
  'trans.csv.gz': () => gzipSync(csvBytes()),
  'trans.zip': () => zipSync({ 'trans.csv': csvBytes() }),
  'trans.ndjson.gz.zip': () =>
    zipSync({ 'trans.gz': gzipSync(utf8(records.map((record) => JSON.stringify(record)).join('\n'))) }),
};
