import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../base/control';
import { AppError } from '../base/errors';
import { dictionaryValue } from '../columns/dictionary';
import { isNull } from '../columns/column';
import { encodable, encodableLetters, encodeText as encode } from '../../tests/support/encode-text';
import { textEncodings } from '../model/mapping';
import { bytesSource } from './byte-source';
import { csvRecord, toCsv } from './csv-text';
import { openRaw } from './read-raw';
import { readTable } from './read-table';
import { sampleRows } from './sample-rows';
import type { Dialect, Reject } from './table';
import { randomRuns } from '../../tests/support/random-runs';

const plain: Dialect = {
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  skippedLines: 0,
  hasHeader: false,
};

type Layout = {
  readonly dialect: Dialect;
  readonly lineEnd: string;
  readonly endsWithLineEnd: boolean;
  readonly hasMark: boolean;
  readonly quotesAll: boolean;
};

/** Characters that every encoding of ours can write, with those that mean something to a reader. */
const letters = fc.constantFrom(...encodableLetters);
const cell = fc.string({ unit: letters, maxLength: 6 });
const layouts: fc.Arbitrary<Layout> = fc.record({
  dialect: fc.record({
    format: fc.constant('delimited' as const),
    encoding: fc.constantFrom(...textEncodings),
    delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '\u0001', ':', '|!|', '||', '~|~', ',;'),
    escape: fc.constantFrom(null, '\\' as const),
    quote: fc.constantFrom('"' as const, "'" as const),
    skippedLines: fc.constant(0),
    hasHeader: fc.boolean(),
  }),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  endsWithLineEnd: fc.boolean(),
  hasMark: fc.boolean(),
  quotesAll: fc.boolean(),
});
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

const writable = (table: readonly (readonly string[])[], encoding: Dialect['encoding']): string[][] =>
  table.map((row) => row.map((text) => encodable(text, encoding)));

function print(
  rows: readonly (readonly string[])[],
  { dialect, lineEnd, endsWithLineEnd, quotesAll }: Layout,
): string {
  const quote = dialect.quote ?? '"';
  const text = rows
    .map((row) =>
      row
        .map((value) => {
          const { delimiter, escape } = dialect;
          const special = [...delimiter, quote, '\n', '\r', '\\'].some((mark) => value.includes(mark));
          const isBare = !quotesAll && !special && !(row.length === 1 && value.trim() === '');
          return isBare ? value : quote + marked(value, quote, escape ?? null) + quote;
        })
        .join(dialect.delimiter),
    )
    .join(lineEnd);
  return endsWithLineEnd ? text + lineEnd : text;
}

/** The text of a quoted cell: quotes doubled, or a backslash before them and before backslashes. */
function marked(value: string, quote: string, escape: '\\' | null): string {
  if (escape === null) return value.replaceAll(quote, quote + quote);
  return value.replaceAll(escape, escape + escape).replaceAll(quote, escape + quote);
}

async function readAll(
  bytes: Uint8Array,
  dialect: Dialect,
  blockBytes: number,
): Promise<{ header: readonly string[]; rows: string[][]; rejects: readonly Reject[]; rowsRead: number }> {
  const raw = await openRaw(bytesSource('test.csv', bytes), dialect, silentControl, { blockBytes });
  const rows: string[][] = [];
  for await (const batch of raw.batches()) rows.push(...batch.map((row) => [...row]));
  const { rejects, rowsRead } = await raw.finish();
  return { header: raw.header, rows, rejects, rowsRead };
}

describe('openRaw', () => {
  it('gives back a printed table, whatever the dialect, the encoding and the block size', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        layouts,
        fc.integer({ min: 1, max: 40 }),
        async (drawn, layout, blockBytes) => {
          const { dialect, hasMark } = layout;
          const table = writable(drawn, dialect.encoding);
          const bytes = encode(print(table, layout), dialect.encoding, hasMark);
          const read = await readAll(bytes, dialect, blockBytes);
          expect(read.rejects).toEqual([]);
          expect(read.rows).toEqual(dialect.hasHeader ? table.slice(1) : table);
          expect(read.rowsRead).toBe(read.rows.length);
        },
      ),
      randomRuns(400),
    );
  });

  it('cuts as Papa Parse does', async () => {
    await fc.assert(
      fc.asyncProperty(tables, layouts, fc.integer({ min: 1, max: 40 }), async (table, drawn, blockBytes) => {
        const layout = { ...drawn, dialect: { ...drawn.dialect, escape: null } };
        const text = print(table, layout);
        const { delimiter, quote } = layout.dialect;
        const papa = Papa.parse<string[]>(text, {
          delimiter,
          quoteChar: quote ?? '"',
          newline: layout.lineEnd as '\n',
          skipEmptyLines: false,
        });
        const theirs = layout.endsWithLineEnd ? papa.data.slice(0, -1) : papa.data;
        const dialect = { ...layout.dialect, encoding: 'utf-8' as const, hasHeader: false };
        const ours = await readAll(encode(text, 'utf-8', false), dialect, blockBytes);
        expect(ours.rows).toEqual(theirs);
      }),
      randomRuns(300),
    );
  });

  it('agrees with the sample and with the typed columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        layouts,
        fc.integer({ min: 1, max: 40 }),
        async (drawn, layout, blockBytes) => {
          const dialect = { ...layout.dialect, hasHeader: false };
          const table = writable(drawn, dialect.encoding);
          const text = print(table, layout);
          const bytes = encode(text, dialect.encoding, layout.hasMark);
          const { rows, header } = await readAll(bytes, dialect, blockBytes);
          const sample = sampleRows(encode(text, 'utf-8', false), dialect, {
            isWhole: true,
            maxRows: 100,
          });
          expect(sample.rows).toEqual(rows);
          const plans = header.map((name) => ({ name, type: 'text' as const }));
          const typed = await readTable(bytesSource('x', bytes), dialect, plans, silentControl, {
            blockBytes,
          });
          expect(typed.rowCount).toBe(rows.length);
          rows.forEach((row, index) => {
            row.forEach((value, column) => {
              const read = typed.columns[column]?.column;
              if (read?.kind !== 'text') throw new Error('not text');
              const trimmed = withoutBlanks(value);
              if (trimmed === '') expect(isNull(read.nulls, index)).toBe(true);
              else expect(dictionaryValue(read.dictionary, read.codes[index] ?? 0)).toBe(trimmed);
            });
          });
        },
      ),
      randomRuns(300),
    );
  });

  it('neither hangs nor loses a row when the file is cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        layouts,
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        async (drawn, layout, cut, blockBytes) => {
          const table = writable(drawn, layout.dialect.encoding);
          const dialect = { ...layout.dialect, hasHeader: false, columnCount: table[0]?.length ?? 1 };
          const whole = encode(print(table, layout), dialect.encoding, false);
          const bytes = whole.subarray(0, cut % (whole.length + 1));
          if (bytes.length === 0) return;
          let read: Awaited<ReturnType<typeof readAll>>;
          try {
            read = await readAll(bytes, dialect, blockBytes);
          } catch (error) {
            // A cut character may be the whole of a row.
            expect(error).toBeInstanceOf(AppError);
            expect((error as AppError).code).toBe('ingest.garbled-text');
            return;
          }
          expect(read.rowsRead).toBe(read.rows.length + read.rejects.length);
          // A long text cut off may look like a forgotten quote: its lines are then read or rejected one by one.
          if (read.rejects.some(({ rule }) => rule === 'row.unclosed-quote')) return;
          expect(read.rejects.length).toBeLessThanOrEqual(1);
          const full = read.rows.length - 1;
          expect(read.rows.slice(0, Math.max(0, full))).toEqual(table.slice(0, Math.max(0, full)));
        },
      ),
      randomRuns(600),
    );
  });

  it('writes nothing of its own into the values: clean CSV read again is the same table', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 40 }), async (table, blockBytes) => {
        const header = (table[0] ?? []).map((_, index) => `c${String(index)}`);
        const bytes = new TextEncoder().encode(toCsv(header, table));
        const read = await readAll(bytes, { ...plain, hasHeader: true }, blockBytes);
        expect(read.header).toEqual(header);
        expect(read.rows).toEqual(table);
      }),
    );
  });

  it('names columns column1 … without a header, and makes header names unique', async () => {
    const bytes = new TextEncoder().encode(' a ,,a\n1,2,3\n');
    expect((await readAll(bytes, { ...plain, hasHeader: true }, 64)).header).toEqual(['a', 'column2', 'a_2']);
    expect((await readAll(bytes, plain, 64)).header).toEqual(['column1', 'column2', 'column3']);
  });

  it('refuses text that the encoding of the dialect garbles', async () => {
    const bytes = Uint8Array.from([0x61, 0x2c, 0xd6, 0xd0, 0x0a]);
    await expect(readAll(bytes, plain, 64)).rejects.toMatchObject({
      code: 'ingest.garbled-text',
      details: { rows: 1, sampled: 1, encoding: 'utf-8' },
    });
  });
});

/** Characters up to the space, and the ideographic space, are blanks. */
function withoutBlanks(text: string): string {
  const isInk = (letter: string): boolean => letter > ' ' && letter !== '\u3000' && letter !== '\u00a0';
  const letters = [...text];
  return letters.slice(letters.findIndex(isInk), letters.findLastIndex(isInk) + 1).join('');
}

describe('csvRecord', () => {
  it('quotes only what needs it', () => {
    expect(csvRecord(['a', ' b ', 'c,d', 'e"f', 'g\nh', ''])).toBe('a, b ,"c,d","e""f","g\nh",\r\n');
  });
  it('writes one empty value so that its record is seen', () => {
    expect(csvRecord([''])).toBe('""\r\n');
  });
});
