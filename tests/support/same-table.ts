import { gzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
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

/** The same table in every format that is read: file name → bytes. */
export const sameTable: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'trans.json': () => utf8(JSON.stringify(records)),
  'trans.pretty.json': () => utf8(JSON.stringify({ trans: records }, null, 2)),
  'trans.ndjson': () => utf8(records.map((record) => JSON.stringify(record)).join('\n')),
  'trans.arrays.json': () => utf8(JSON.stringify([header, ...rows])),
  'trans.xlsx': () => xlsxBytes('1900'),
  'trans.1904.xlsx': () => xlsxBytes('1904'),
  'trans.xlsx.zip': async () => zipSync({ 'May 2024/trans.xlsx': await xlsxBytes('1900') }),
  'trans.csv.gz': () => gzipSync(csvBytes()),
  'trans.zip': () => zipSync({ 'trans.csv': csvBytes() }),
  'trans.ndjson.gz.zip': () =>
    zipSync({ 'trans.gz': gzipSync(utf8(records.map((record) => JSON.stringify(record)).join('\n'))) }),
};
