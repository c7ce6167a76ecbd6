import { describe, expect, it } from 'vitest';
import { brokenFiles } from '../../sample-data/broken/make-files';
import { silentControl } from '../../src/base/control';
import type { ErrorCode } from '../../src/base/errors';
import { bytesSource } from '../../src/ingest/byte-source';
import { inspectFile } from '../../src/ingest/inspect-file';
import { openRaw } from '../../src/ingest/read-raw';
import { readTable } from '../../src/ingest/read-table';
import type { ColumnPlan, Dialect, Inspection, Reject } from '../../src/ingest/table';

const fixture = (name: string): Uint8Array => {
  const bytes = brokenFiles[name];
  if (bytes === undefined) throw new Error(`No fixture ${name}`);
  return bytes;
};
const inspect = (name: string, as = name): Promise<Inspection> =>
  inspectFile(bytesSource(as, fixture(name)), silentControl);

async function rowsOf(
  name: string,
  blockBytes: number,
): Promise<{ rows: string[][]; rejects: readonly Reject[] }> {
  const { dialect } = await inspect(name);
  const raw = await openRaw(bytesSource(name, fixture(name)), dialect, silentControl, { blockBytes });
  const rows: string[][] = [];
  for await (const batch of raw.batches()) rows.push(...batch.map((row) => [...row]));
  const { rejects, removed, rowsRead } = await raw.finish();
  expect(rowsRead).toBe(rows.length + rejects.length + removed.length);
  return { rows, rejects };
}

describe('files that are refused', () => {
  it.each<[string, ErrorCode, object]>([
    ['empty.csv', 'ingest.empty-file', {}],
    ['header-only.csv', 'ingest.no-rows', {}],
    ['blank-lines-only.csv', 'ingest.no-rows', {}],
    ['picture.csv', 'ingest.unsupported-format', { ext: 'png' }],
    ['statement.pdf', 'ingest.unsupported-format', { ext: 'pdf' }],
    ['workbook.xls', 'ingest.unsupported-format', { ext: 'xls' }],
    ['workbook.xlsx', 'ingest.unsupported-format', { ext: 'xlsx' }],
    ['page.xls', 'ingest.unsupported-format', { ext: 'html' }],
    ['records.json', 'ingest.unsupported-format', { ext: 'json' }],
    ['binary.dat', 'ingest.unsupported-format', { ext: 'dat' }],
    ['locked.xlsx', 'ingest.password-protected', {}],
    ['locked.zip', 'ingest.password-protected', {}],
    ['garbled.csv', 'ingest.garbled-text', { rows: 2, sampled: 3, encoding: 'gb18030' }],
    ['unclosed-quote.csv', 'ingest.unclosed-quote', { row: 4, openedAt: 2 }],
  ])('%s: %s', async (name, code, details) => {
    await expect(inspect(name)).rejects.toMatchObject({ code, details: { file: name, ...details } });
  });

  it('unclosed-quote.csv keeps every line aside when it is read all the same, whatever the block size', async () => {
    const dialect: Dialect = {
      format: 'delimited',
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      skippedLines: 0,
      hasHeader: true,
    };
    const source = bytesSource('unclosed-quote.csv', fixture('unclosed-quote.csv'));
    for (const blockBytes of [1, 7, 4096]) {
      const { rowCount, rejects } = await readTable(source, dialect, [], silentControl, { blockBytes });
      expect(rowCount).toBe(0);
      expect(rejects.map(({ line, rule }) => [line, rule])).toEqual([
        [2, 'row.unclosed-quote'],
        [3, 'row.unclosed-quote'],
        [4, 'row.cut-off'],
      ]);
    }
  });
});

const payments = [
  ['0001', '2024-01-31', '100.00', 'salary'],
  ['0002', '2024-02-01', '-25.50', 'shoes, brown'],
  ['0003', '2024-02-03', '7.25', 'said "hello"'],
];

describe('files that are read', () => {
  it.each<[string, Partial<Dialect>, readonly string[], readonly (readonly string[])[]]>([
    ...['bom.csv', 'crlf.csv', 'cr.csv', 'no-last-line-end.csv'].map(
      (name): [string, Partial<Dialect>, readonly string[], readonly (readonly string[])[]] => [
        name,
        { encoding: 'utf-8', delimiter: ',', hasHeader: true, skippedLines: 0 },
        ['customer_id', 'date', 'amount', 'note'],
        payments,
      ],
    ),
    ['blank-lines-around.csv', { skippedLines: 2 }, ['customer_id', 'date', 'amount', 'note'], payments],
    ['title-rows.csv', { skippedLines: 3 }, ['customer_id', 'date', 'amount', 'note'], payments],
    [
      'unicode-text.txt',
      { encoding: 'utf-16le', delimiter: '\t', hasHeader: true },
      ['客户号', '姓名', '余额'],
      [
        ['0012', '王芳', '12.50'],
        ['0013', '李|娜', '7'],
      ],
    ],
    [
      'utf-16be-without-mark.txt',
      { encoding: 'utf-16be', delimiter: ';', hasHeader: true },
      ['id', 'name', 'amount'],
      [
        ['1', 'Ann', '5'],
        ['2', 'Bob', '6'],
        ['3', 'Cid', '7'],
      ],
    ],
    [
      // 鑭 is E8 7C: its second byte is the delimiter's.
      'gb18030-pipe.txt',
      { encoding: 'gb18030', delimiter: '|', hasHeader: true },
      ['客户号', '姓名', '余额'],
      [
        ['0012', '鑭中', '12.50'],
        ['0013', '国', '7.00'],
      ],
    ],
    [
      'windows-1252.csv',
      { encoding: 'windows-1252', delimiter: ',', hasHeader: true },
      ['id', 'name', 'city'],
      [
        ['1', 'Müller', 'Zürich'],
        ['2', 'García', 'Málaga'],
        ['3', 'Grün', 'Köln'],
      ],
    ],
    [
      'big5.csv',
      { encoding: 'big5', delimiter: ',', hasHeader: true },
      ['id', 'name'],
      [
        ['1', '台北銀行'],
        ['2', '客戶編號'],
      ],
    ],
    [
      'blank-aligned.txt',
      { format: 'blank-aligned', hasHeader: false },
      ['column1', 'column2', 'column3', 'column4', 'column5'],
      [
        ['00004', '0001', '19970101', '2', '29.33'],
        ['00021', '0002', '19970113', '1', '11.77'],
        ['00050', '0003', '19970101', '1', '6.79'],
      ],
    ],
  ])('%s', async (name, dialect, header, rows) => {
    const inspection = await inspect(name, 'unknown');
    expect(inspection.dialect).toMatchObject(dialect);
    expect(inspection.header).toEqual(header);
    expect(inspection.sample).toEqual(rows);
    expect(inspection.estimatedRows).toBe(rows.length);
    for (const blockBytes of [1, 2, 3, 5, 8, 4096]) {
      expect(await rowsOf(name, blockBytes)).toEqual({ rows, rejects: [] });
    }
  });

  it.each<[string, number, readonly (readonly [number, string])[]]>([
    [
      'ragged.csv',
      2,
      [
        [3, 'row.too-few-fields'],
        [4, 'row.too-many-fields'],
      ],
    ],
    ['cut-off.csv', 2, [[4, 'row.cut-off']]],
    ['bad-quote.csv', 3, [[3, 'row.bad-quote']]],
    ['unclosed-quote-among-quotes.csv', 2, [[3, 'row.unclosed-quote']]],
    ['ragged-gb18030.txt', 2, [[3, 'row.too-many-fields']]],
  ])('%s keeps what does not fit as rejects', async (name, rowCount, expected) => {
    for (const blockBytes of [1, 2, 3, 5, 8, 4096]) {
      const { rows, rejects } = await rowsOf(name, blockBytes);
      expect(rows).toHaveLength(rowCount);
      expect(rejects.map(({ line, rule }) => [line, rule])).toEqual(expected);
      for (const { line, raw } of rejects) expect([...raw]).toEqual(bytesOfLine(fixture(name), line));
    }
  });

  it('keeps a quote that stands alone inside a quoted cell as text', async () => {
    const { rows } = await rowsOf('bad-quote.csv', 4096);
    expect(rows[1]).toEqual(['3', 'a "nice" one']);
  });

  it('says which rows of bad-cells.csv a required column cannot use, and counts the cells of others', async () => {
    const { dialect } = await inspect('bad-cells.csv');
    const plans: ColumnPlan[] = [
      { name: 'customer_id', type: 'id', required: true },
      { name: 'date', type: 'day', dateFormat: 'yyyy-mm-dd', required: true },
      { name: 'amount', type: 'money', scale: 100, required: true },
    ];
    const source = bytesSource('bad-cells.csv', fixture('bad-cells.csv'));
    const strict = await readTable(source, dialect, plans, silentControl);
    expect(strict.rowCount).toBe(1);
    expect(strict.rowsRead).toBe(5);
    expect(strict.rejects.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [3, 'date', 'cell.not-a-date'],
      [4, 'amount', 'cell.not-a-number'],
      [5, 'customer_id', 'cell.missing'],
      [6, 'amount', 'cell.too-many-decimals'],
    ]);
    const lenient = await readTable(
      source,
      dialect,
      plans.map(({ required: _, ...plan }) => plan),
      silentControl,
    );
    expect(lenient.rowCount).toBe(5);
    expect(lenient.issues).toEqual([
      { column: 'date', rule: 'cell.not-a-date', count: 1, examples: [{ line: 3, text: '2024-02-30' }] },
      { column: 'amount', rule: 'cell.not-a-number', count: 1, examples: [{ line: 4, text: 'abc' }] },
      { column: 'amount', rule: 'cell.too-many-decimals', count: 1, examples: [{ line: 6, text: '1.005' }] },
    ]);
  });
});

describe('what cannot be told is asked', () => {
  it('does not guess between day-first and month-first', async () => {
    const { doubts, profiles } = await inspect('ambiguous-dates.csv');
    expect(doubts).toContainEqual({ code: 'date.ambiguous', values: { column: 'date' } });
    expect(profiles[1]?.date).toEqual({ share: 1, format: null, ambiguous: ['dd/mm/yyyy', 'mm/dd/yyyy'] });
  });
  it('names the other delimiter that fits', async () => {
    const { doubts, confidence } = await inspect('delimiter-tie.csv');
    expect(doubts).toContainEqual({ code: 'dialect.delimiter-tie', values: { chosen: ',', rival: ';' } });
    expect(confidence).toBeLessThan(0.9);
  });
});

function bytesOfLine(bytes: Uint8Array, line: number): number[] {
  const lines: number[][] = [[]];
  for (const byte of bytes) {
    if (byte === 10) lines.push([]);
    else if (byte !== 13) lines.at(-1)?.push(byte);
  }
  return lines[line - 1] ?? [];
}
