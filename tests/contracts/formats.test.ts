import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { bytesSource } from '../../src/ingest/byte-source';
import { textReader } from '../../src/ingest/file-reader';
import { openDatabase } from '../../src/database/open-database';
import { readersWith } from '../../src/ingest/formats/format-readers';
import { openFile } from '../../src/ingest/formats/open-file';
import { importFiles, type ImportResult } from '../../src/ingest/import-files';
import { openRaw } from '../../src/ingest/read-raw';
import { anyTask, askTask } from '../support/ask-task';
import { hashOf } from '../support/dataset-hash';
import { FakeComputer } from '../support/fake-computer';
import { csvBytes, header, rows, sameTable } from '../support/same-table';
import { randomRuns } from '../support/random-runs';

const readers = readersWith((image) => openDatabase(image));

async function importOf(name: string, bytes: Uint8Array): Promise<ImportResult> {
  const sources = await openFile(bytesSource(name, bytes), readers, silentControl);
  return await importFiles(sources, null, {}, silentControl);
}

async function readOf(name: string, bytes: Uint8Array): Promise<string> {
  const computer = new FakeComputer({ [name]: bytes });
  const { code, out, err } = await computer.run('read', name);
  expect([code, err]).toEqual([0, '']);
  return out;
}

describe('the same table', () => {
  it.each(Object.entries(sameTable))(
    'as %s gives the same columns, the same overview and the same text',
    async (name, make) => {
      const expected = await importOf('trans.csv', csvBytes());
      const bytes = await make();
      const { dataset, report } = await importOf(name, bytes);
      expect(dataset.tables['transaction']?.rowCount).toBe(rows.length);
      expect(report.files[0]?.rows).toEqual({
        read: rows.length,
        loaded: rows.length,
        rejected: 0,
        removed: {},
      });
      expect(Object.keys(report.files[0]?.columns ?? {}).length).toBeGreaterThan(4);
      expect(hashOf(dataset.tables)).toBe(hashOf(expected.dataset.tables));
      const overview = anyTask('overview.summary');
      expect(await askTask(overview, dataset, {})).toEqual(await askTask(overview, expected.dataset, {}));
      expect(await readOf(name, bytes)).toBe(new TextDecoder().decode(csvBytes()));
    },
  );
});

describe('damaged files', () => {
  const accepted =
    /^ingest\.(damaged-file|unsupported-format|password-protected|too-large|empty-file|no-rows|garbled-text|unclosed-quote)$/;

  /** All that is done with a file before a person sees it. */
  async function lookAt(name: string, bytes: Uint8Array): Promise<void> {
    const sources = await openFile(bytesSource(name, bytes), readers, silentControl);
    for (const source of sources) {
      const { dialect } = await textReader.inspect(source, silentControl);
      const raw = await openRaw(source, dialect, silentControl);
      for await (const batch of raw.batches()) expect(batch.length).toBeGreaterThan(0);
      await raw.finish();
    }
  }

  it.each(Object.entries(sameTable))(
    '%s, cut off or changed anywhere, says so or is read',
    async (name, make) => {
      const whole = await make();
      const damage = fc.record({
        cut: fc.option(fc.nat(whole.length - 1)),
        changes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(damage, async ({ cut, changes }) => {
          const bytes = whole.slice(0, cut ?? whole.length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          try {
            await lookAt(name, bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
            expect((error as AppError).code).toMatch(accepted);
          }
        }),
        randomRuns(200),
      );
    },
  );
});

describe('a workbook', () => {
  const sheets = [
    {
      name: 'customers',
      rows: [
        ['customer_id', 'name', 'card_no'],
        ['0012', '张三', Number('6222020000123456789')],
        ['0013', '李四', Number('6222020000999999999')],
      ],
    },
    { name: 'trans', rows: [['Bank of Nowhere'], [], [...header], ...rows.map((row) => [...row])] },
  ];

  it('is imported sheet by sheet, and what Excel damaged is said', async () => {
    const computer = new FakeComputer({ 'bank.xlsx': await writeXlsx({ sheets }) });
    const argv = ['bank.xlsx', '--out', 'p.clientele', '--report', 'r.json'];
    expect((await computer.run('import', ...argv)).code).toBe(0);
    const { files } = computer.json('r.json') as ImportResult['report'];
    expect(files.map(({ name, format, table, rows: { loaded } }) => [name, format, table, loaded])).toEqual([
      ['bank.xlsx/customers', 'xlsx', 'customer', 2],
      ['bank.xlsx/trans', 'xlsx', 'transaction', rows.length],
    ]);
    expect(files[0]?.issues).toEqual([
      {
        column: 'card_no',
        rule: 'cell.damaged-id',
        count: 2,
        examples: [
          { line: 2, text: '6.22202000012346E+18' },
          { line: 3, text: '6.22202000100000E+18' },
        ],
      },
    ]);
    await computer.run('read', 'bank.xlsx', '--out', 'clean', '--report', 'read.json');
    expect(computer.text('clean/bank.customers.csv')).toContain('0012,张三,6.22202000012346E+18');
    expect(computer.text('clean/bank.trans.csv')).toBe(new TextDecoder().decode(csvBytes()));
    expect(computer.json('read.json')).toMatchObject({
      files: [{ issues: [{ column: 'card_no', rule: 'cell.damaged-id', count: 2 }] }, { issues: [] }],
    });
  });
});

describe('the command line', () => {
  const two = JSON.stringify({ customers: [{ customer_id: '0012' }], cards: [{ card_no: '62' }, {}] });

  it('reads a file with several tables into a folder, a file for each', async () => {
    const computer = new FakeComputer({ 'bank.json': two });
    expect(await computer.run('read', 'bank.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Several tables need a folder: --out DIR') as string,
    });
    const argv = ['bank.json', '--out', 'clean', '--report', 'r.json'];
    expect(await computer.run('read', ...argv)).toEqual({ code: 0, out: '', err: '' });
    expect(computer.text('clean/bank.customers.csv')).toBe('customer_id\r\n0012\r\n');
    expect(computer.text('clean/bank.cards.csv')).toBe('card_no\r\n62\r\n""\r\n');
    expect(computer.json('r.json')).toMatchObject({
      files: [
        {
          name: 'bank.json/customers',
          format: 'json',
          container: { name: 'bank.json' },
          rows: { loaded: 1 },
        },
        { name: 'bank.json/cards', format: 'json', rows: { loaded: 2 } },
      ],
    });
  });

  it('refuses what is damaged with one sentence', async () => {
    const computer = new FakeComputer({ 'bad.json': '[{"id":1}', 'bad.zip': 'PK\u0003\u0004' });
    expect(await computer.run('read', 'bad.json')).toEqual({
      code: 1,
      out: '',
      err: 'F-10 bad.json is damaged: it cannot be read as JSON.\n',
    });
    expect((await computer.run('import', 'bad.zip', '--out', 'p.clientele')).err).toBe(
      'F-10 bad.zip is damaged: it cannot be read as ZIP.\n',
    );
  });

  it('imports a mapping made from text for the same file in an archive', async () => {
    const zip = await sameTable['trans.zip']?.();
    const computer = new FakeComputer({
      'trans.zip': zip ?? new Uint8Array(0),
      'map.json': JSON.stringify({
        version: 1,
        files: [
          {
            match: { name: 'tra*.csv', headers: header },
            table: 'transaction',
            columns: { customer_id: 'customer_id', account_id: null, txn_date: 'txn_date', amount: 'amount' },
          },
        ],
      }),
    });
    const argv = ['trans.zip', '--mapping', 'map.json', '--out', 'p.clientele', '--report', 'r.json'];
    expect((await computer.run('import', ...argv)).code).toBe(0);
    const { files } = computer.json('r.json') as ImportResult['report'];
    expect(Object.keys(files[0]?.columns ?? {})).toEqual(['customer_id', 'txn_date', 'amount']);
  });
});
