import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../tests/support/encode-text';
import { silentControl } from '../base/control';
import { AppError } from '../base/errors';
import { bytesSource } from './byte-source';
import { inspectFile } from './inspect-file';
import { readTable } from './read-table';
import { countsByRule } from './reported-lines';
import type { Dialect, Inspection } from './table';
import { randomRuns } from '../../tests/support/random-runs';

const inspect = (text: string, options = {}): Promise<Inspection> =>
  inspectFile(bytesSource('unknown', new TextEncoder().encode(text)), silentControl, options);

const rowsOf = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('');

describe('inspectFile', () => {
  it('recognises the dialect in which a bank file is written', async () => {
    const layouts = fc.record({
      delimiter: fc.constantFrom(',', '\t', ';', '|', '^', '\u0001', ':'),
      encoding: fc.constantFrom<Dialect['encoding']>('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      hasHeader: fc.boolean(),
      hasMark: fc.boolean(),
    });
    const notes = fc.constantFrom(
      '中国银行',
      'a, b',
      'x; y',
      '"quoted"',
      'two\nlines',
      '行|国',
      '银 行 ',
      '12:30',
    );
    const record = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      notes,
    );
    await fc.assert(
      fc.asyncProperty(
        layouts,
        fc.array(record, { minLength: 6, maxLength: 30 }),
        async (layout, records) => {
          const { delimiter, encoding, lineEnd, hasHeader, hasMark } = layout;
          const written = records.map(([customer, day, cents, note]) => [
            String(customer).padStart(6, '0'),
            `2024-01-${String(day).padStart(2, '0')}`,
            (cents / 100).toFixed(2),
            `"${note.replaceAll('"', '""')}"`,
            'web',
          ]);
          const rows = hasHeader ? [['中国', 'date', 'amount', 'note', '行'], ...written] : written;
          const text = rows.map((row) => row.join(delimiter) + lineEnd).join('');
          const source = bytesSource('unknown', encodeText(text, encoding, hasMark));
          const { dialect, estimatedRows, sample, profiles } = await inspectFile(source, silentControl);
          expect(dialect).toMatchObject({ delimiter, hasHeader, columnCount: 5, skippedLines: 0 });
          const isTold = encoding.startsWith('utf-16') || /[\u0080-\uffff]/.test(text);
          if (isTold) expect(dialect.encoding).toBe(encoding);
          expect(estimatedRows).toBe(records.length);
          expect(sample.map((row) => row[3])).toEqual(records.map(([, , , note]) => note));
          expect(profiles[0]?.hasLeadingZeros).toBe(true);
          expect(profiles[1]?.date).toEqual({ share: 1, format: 'yyyy-mm-dd' });
          expect(profiles[2]).toMatchObject({ numeric: 1, filled: records.length });
        },
      ),
      randomRuns(300),
    );
  });

  it('answers any bytes with an inspection that can be read, or with an error of its own', async () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc
        .array(fc.constantFrom(...Array.from('ab1,;"\n\r\t |-')), { maxLength: 120 })
        .map((letters) => new TextEncoder().encode(letters.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (bytes) => {
        const source = bytesSource('x.csv', bytes);
        try {
          const { dialect, header } = await inspectFile(source, silentControl);
          const plans = header.map((name) => ({ name, type: 'text' as const }));
          const table = await readTable(source, dialect, plans, silentControl, { blockBytes: 5 });
          expect(table.header).toEqual(header);
          expect(table.rowsRead).toBe(table.rowCount + table.rejects.length + table.removed.length);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect((error as AppError).code).toMatch(/^ingest\./);
        }
      }),
      randomRuns(1000),
    );
  });

  it('looks at the start, the middle and the end of a large file', async () => {
    const day = (index: number): string => (index < 100_000 ? '03/04' : '31/12');
    const text = `id,when\n${rowsOf(120_000, (index) => `${String(index)},${day(index)}/2024\n`)}`;
    const { doubts, profiles, estimatedRows } = await inspect(text);
    expect(profiles[1]?.date).toEqual({ share: 1, format: 'dd/mm/yyyy' });
    expect(doubts).toEqual([]);
    expect(Math.abs(estimatedRows / 120_000 - 1)).toBeLessThan(0.1);
  });

  it.each([
    ['short', 3],
    ['long', 20_000],
  ])(
    'finds a %s second table below the first in a large file, and headers that come again',
    async (_, length) => {
      const page = 'id,when,amount\n';
      const first = rowsOf(60_000, (i) => `${i % 1000 === 0 ? page : ''}${String(i)},2024-01-31,1.50\n`);
      for (const second of [
        `code,meaning\n${rowsOf(length, (i) => `${String(i)},word\n`)}`,
        `code,meaning,note\n${rowsOf(length, (i) => `x${String(i)},word,none\n`)}`,
      ]) {
        const { dialect, doubts } = await inspect(`${first}\n${second}\n`);
        expect(dialect).toMatchObject({ columnCount: 3, footerLines: length + 1, skipsRepeated: true });
        expect(doubts).toEqual([{ code: 'dialect.table-at-end', values: { lines: length + 1 } }]);
        const source = bytesSource('a.csv', new TextEncoder().encode(`${first}\n${second}\n`));
        const { rowCount, removed, rejects } = await readTable(source, dialect, [], silentControl);
        expect([rowCount, rejects.length]).toEqual([60_000, 0]);
        expect(countsByRule(removed)).toEqual({ 'row.repeated-header': 59, 'row.after-table': length + 1 });
      }
    },
  );

  it('is not misled by a long quoted text across the middle of the file', async () => {
    const text = `id,note\n${rowsOf(40_000, (index) => `${String(index)},"one, two\nthree, four\nfive, ""six"""\n`)}`;
    const { dialect, header } = await inspect(text);
    expect(dialect).toMatchObject({ delimiter: ',', columnCount: 2 });
    expect(header).toEqual(['id', 'note']);
  });

  it('prefers the semicolon between decimals with a comma', async () => {
    const { dialect, doubts } = await inspect(
      `id;amount;fee\n${rowsOf(20, (i) => `${String(i)};1,5;2,25\n`)}`,
    );
    expect(dialect.delimiter).toBe(';');
    expect(doubts).toEqual([]);
  });

  it('keeps a header that is wider than the rows, and says so', async () => {
    const { dialect, doubts, header } = await inspect(
      'id,date,amount,note\n1,2024-01-01,5\n2,2024-01-02,6\n',
    );
    expect(header).toEqual(['id', 'date', 'amount', 'note']);
    expect(dialect).toMatchObject({ columnCount: 4, shortRows: 'pad' });
    expect(doubts).toEqual([{ code: 'dialect.header-width', values: { header: 4, columns: 3 } }]);
  });

  it('says when rows have a column that the header does not name', async () => {
    const { header, doubts } = await inspect('id,amount\n1,5,x\n2,6,y\n');
    expect(header).toEqual(['id', 'amount', 'column3']);
    expect(doubts).toEqual([{ code: 'dialect.header-width', values: { header: 2, columns: 3 } }]);
    expect((await inspect('id,amount\n1,5,\n2,6,\n')).doubts).toEqual([]);
  });

  it('takes quotes that do not pair for plain text where the lines are regular, and says so', async () => {
    const { dialect, sample, doubts } = await inspect('id,size\n1,"5 inch\n2,"7 inch\n3,8 inch\n');
    expect(dialect.quote).toBeNull();
    expect(sample[0]).toEqual(['1', '"5 inch']);
    expect(doubts).toEqual([{ code: 'dialect.quotes', values: { lines: 2 } }]);
  });

  it('takes quotes for plain text when told', async () => {
    const text = 'id,note,n\n1,"a, b,1\n2,"a, b, c,2\n3,"a,3\n';
    await expect(inspect(text)).rejects.toMatchObject({ code: 'ingest.unclosed-quote' });
    const { dialect, sample } = await inspect(text, { quote: null });
    expect(dialect.quote).toBeNull();
    expect(sample[0]?.[1]).toBe('"a');
  });

  it('reads a single column, and one row', async () => {
    expect((await inspect('customer\n1\n2\n')).dialect).toMatchObject({ columnCount: 1, hasHeader: true });
    const row = await inspect('0001,2024-01-31,5.00');
    expect(row.dialect).toMatchObject({ columnCount: 3, hasHeader: false });
  });
});
