import { Null, makeData, makeVector, Table, tableToIPC } from 'apache-arrow';
import { gzipSync, zipSync } from 'fflate';
import { parquetMetadata, type FileMetaData } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { dictionaryValue } from '../../src/columns/dictionary';
import { csvText } from '../../src/export/csv';
import { bytesSource, type ByteSource } from '../../src/ingest/byte-source';
import { textReader } from '../../src/ingest/file-reader';
import { formatReaders } from '../../src/ingest/formats/format-readers';
import { openFile } from '../../src/ingest/formats/open-file';
import { UnpackLimit } from '../../src/ingest/formats/unpack-limit';
import { importFiles } from '../../src/ingest/import-files';
import { openRaw } from '../../src/ingest/read-raw';
import { sameTable } from '../support/same-table';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const LIMIT = 1 << 20;

/** Opens, looks at and reads a file as the importer does, with room for 1 MB of what is unpacked. */
async function read(name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const source: ByteSource = bytesSource(name, bytes);
  const found = await openFile(source, formatReaders, silentControl, new UnpackLimit(name, LIMIT));
  const rows: (readonly string[])[] = [];
  for (const one of found) {
    const { dialect } = await textReader.inspect(one, silentControl);
    const raw = await openRaw(one, dialect, silentControl);
    for await (const batch of raw.batches()) rows.push(...batch);
    await raw.finish();
  }
  return rows;
}

async function codeOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await read(name, bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;

/** A workbook of one sheet, its parts written by hand. */
const workbook = (sheet: string, texts = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    '_rels/.rels': utf8(
      `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': utf8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': utf8(
      `<Relationships>${relation('r1', 'worksheet', 's.xml')}${relation('r2', 'sharedStrings', 't.xml')}</Relationships>`,
    ),
    'xl/s.xml': utf8(`<worksheet>${sheet}</worksheet>`),
    'xl/t.xml': utf8(`<sst>${texts}</sst>`),
  });

const sheetOf = (cells: string): string => `<sheetData>${cells}</sheetData>`;
const zeros = new Uint8Array(4 * LIMIT);

/** The same Parquet file with other things said of it. */
async function parquetSaying(change: (metadata: FileMetaData) => void): Promise<Uint8Array> {
  const bytes = (await sameTable['trans.plain.parquet']?.()) ?? new Uint8Array(0);
  const metadata = parquetMetadata(bytes.slice().buffer);
  change(metadata);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
  const writer = new ByteWriter();
  writer.appendBytes(bytes.subarray(0, bytes.length - 8 - length));
  const start = writer.offset;
  writeMetadata(writer, metadata);
  writer.appendUint32(writer.offset - start);
  writer.appendBytes(utf8('PAR1'));
  return new Uint8Array(writer.getBuffer());
}

/** The same Arrow file in which the number of rows of the first batch is another. */
async function arrowSaying(rows: bigint): Promise<Uint8Array> {
  const bytes = ((await sameTable['trans.arrows']?.()) ?? new Uint8Array(0)).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    if (view.getBigInt64(at, true) === 70n) view.setBigInt64(at, rows, true);
  }
  return bytes;
}

const wide = (columns: number): string =>
  Array.from({ length: columns }, (_, index) => `c${String(index)}`).join(',');

describe('files that are made to fill the memory are refused with a code, before they do', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['a gzip bomb', 'a.csv.gz', () => gzipSync(zeros), 'ingest.too-large'],
    ['a zip bomb', 'a.zip', () => zipSync({ 'a.csv': zeros }), 'ingest.too-large'],
    [
      'a zip bomb in a zip file',
      'a.zip',
      () => zipSync({ 'b.zip': zipSync({ 'a.csv': zeros }) }),
      'ingest.too-large',
    ],
    [
      'one still deeper',
      'a.zip',
      () => zipSync({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'a.csv': zeros }) }) }),
      'ingest.unsupported-format',
    ],
    [
      'more files than anybody could look at',
      'a.zip',
      () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${String(n)}.csv`, utf8('a\n1\n')])),
        ),
      'ingest.too-many-files',
    ],
    [
      'a sheet that unpacks to more',
      'a.xlsx',
      () => workbook(sheetOf('<row><c/></row>'.repeat(100_000))),
      'ingest.too-large',
    ],
    [
      'shared texts that unpack to more',
      'a.xlsx',
      () => workbook(sheetOf('<row/>'), '<si><t>abcdefgh</t></si>'.repeat(80_000)),
      'ingest.too-large',
    ],
    [
      'shared texts without an end of entries',
      'a.xlsx',
      () => workbook(sheetOf('<row/>'), '<si/>'.repeat(70_000)),
      'ingest.too-large',
    ],
    [
      'one long shared text in many cells',
      'a.xlsx',
      () =>
        workbook(
          sheetOf('<row><c t="s"><v>0</v></c></row>'.repeat(6000)),
          `<si><t>${'x'.repeat(2000)}</t></si>`,
        ),
      'ingest.too-large',
    ],
    [
      'a cell in the last corner of a sheet',
      'a.xlsx',
      () => workbook(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
      'ingest.too-many-columns',
    ],
    [
      'a row of more columns than SQLite has',
      'a.xlsx',
      () => workbook(sheetOf('<row><c r="XFD1"><v>1</v></c></row>')),
      'ingest.too-many-columns',
    ],
    [
      'entities of a DTD',
      'a.xlsx',
      () => workbook(sheetOf('<row/>'), '<!DOCTYPE a [<!ENTITY b "b">]><si><t>&b;</t></si>'),
      'ingest.damaged-file',
    ],
    [
      'Parquet with an absurd number of rows',
      'a.parquet',
      () => parquetSaying((metadata) => (metadata.num_rows = 2n ** 60n)),
      'ingest.too-large',
    ],
    [
      'Parquet with an absurd number of rows in a group',
      'a.parquet',
      () => parquetSaying(({ row_groups: [group] }) => group && (group.num_rows = 2n ** 60n)),
      'ingest.damaged-file',
    ],
    [
      'Parquet with an absurd number of values',
      'a.parquet',
      () =>
        parquetSaying(({ row_groups: [group] }) => {
          const chunk = group?.columns[0]?.meta_data;
          if (chunk) chunk.num_values = 2n ** 60n;
        }),
      'ingest.too-large',
    ],
    ['Arrow with an absurd number of rows', 'a.arrows', () => arrowSaying(2n ** 60n), 'ingest.damaged-file'],
    ['Arrow with more rows than bytes', 'a.arrows', () => arrowSaying(2n ** 24n), 'ingest.too-large'],
    [
      'Arrow with a column of nothing',
      'a.arrows',
      () =>
        tableToIPC(new Table({ a: makeVector(makeData({ type: new Null(), length: 2 ** 30 })) }), 'stream'),
      'ingest.damaged-file',
    ],
    [
      'JSON arrays nested 100,000 deep',
      'a.json',
      () => utf8('['.repeat(100_000) + ']'.repeat(100_000)),
      'ingest.damaged-file',
    ],
    [
      'JSON objects nested 100,000 deep',
      'a.json',
      () => utf8('{"a":'.repeat(100_000)),
      'ingest.damaged-file',
    ],
    [
      'JSON records with ever other keys',
      'a.json',
      () => utf8(JSON.stringify(Array.from({ length: 2100 }, (_, n) => ({ [`k${String(n)}`]: 1 })))),
      'ingest.too-many-columns',
    ],
    [
      'a CSV of 100,000 columns',
      'a.csv',
      () => utf8(`${wide(100_000)}\n${'1,'.repeat(99_999)}1\n`),
      'ingest.too-many-columns',
    ],
    [
      'wide rows below a narrow one',
      'a.csv',
      () => utf8(`id,n\n${`${'1,'.repeat(50_000)}1\n`.repeat(3)}`),
      'ingest.too-many-columns',
    ],
    [
      'the same in a file that is not looked at whole',
      'a.csv',
      () => utf8(`${wide(100_000)}\n${`${'1,'.repeat(99_999)}1\n`.repeat(10)}`),
      'ingest.too-many-columns',
    ],
  ])('%s', async (_, name, make, code) => {
    expect(await codeOf(name, await make())).toBe(code);
  });
});

describe('one huge cell', () => {
  const cell = 'x'.repeat(2 << 20);
  it.each([
    ['in quotes', `id,note\n1,"${cell}"\n2,b\n`],
    ['without quotes', `id,note\n1,${cell}\n2,b\n`],
  ])('%s is read, and shown as far as a person would look', async (_, text) => {
    const source = bytesSource('a.csv', utf8(text));
    const { header, sample } = await textReader.inspect(source, silentControl);
    expect(header).toEqual(['id', 'note']);
    expect(sample.map(([id, note]) => [id, note?.length])).toEqual([
      ['1', 1 << 16],
      ['2', 1],
    ]);
    expect((await read('a.csv', utf8(text))).map(([, note]) => note?.length)).toEqual([cell.length, 1]);
  });

  it('whose quote never closes is kept aside', async () => {
    const source = bytesSource('a.csv', utf8(`id,note\n0,a\n1,"${cell}`));
    const { dialect } = await textReader.inspect(source, silentControl);
    const raw = await openRaw(source, dialect, silentControl);
    for await (const batch of raw.batches()) expect(batch).toEqual([['0', 'a']]);
    expect((await raw.finish()).rejects.map(({ rule }) => rule)).toEqual(['row.cut-off']);
  });
});

describe('formulas and scripts in names', () => {
  const names = [
    "=cmd|'/c calc'!A0",
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '{{7*7}}',
    "'; DROP TABLE customer; --",
  ];
  const header = ['customer_id', 'name'];
  const rows = names.map((name, index) => [String(index + 1).padStart(4, '0'), name]);

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['customer.csv', () => utf8([header, ...rows].map((row) => `${row.join('\t')}\n`).join(''))],
    ['customer.json', () => utf8(JSON.stringify([header, ...rows]))],
    ['customer.xlsx', () => writeXlsx({ sheets: [{ name: 'customer', rows: [header, ...rows] }] })],
  ])('are text in %s, letter by letter', async (file, make) => {
    const sources = await openFile(bytesSource(file, await make()), formatReaders, silentControl);
    const { dataset } = await importFiles(sources, null, {}, silentControl);
    const column = dataset.tables['customer']?.columns['name'];
    if (column?.kind !== 'text') throw new Error('no names');
    expect(Array.from(column.codes, (code) => dictionaryValue(column.dictionary, code))).toEqual(names);
  });

  it('start no formula in a file that is exported', () => {
    const [, formula] = csvText(header, rows).split('\r\n');
    expect(formula).toBe("0001,'=cmd|'/c calc'!A0");
  });
});
