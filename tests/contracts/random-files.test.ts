import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { bytesSource } from '../../src/ingest/byte-source';
import { decodeText } from '../../src/ingest/decode-text';
import { openRecords } from '../../src/ingest/delimited/record-reader';
import { textReader } from '../../src/ingest/file-reader';
import { widthIn } from '../../src/ingest/fixed-width/place-width';
import { formatReaders } from '../../src/ingest/formats/format-readers';
import { openFile } from '../../src/ingest/formats/open-file';
import { openRaw } from '../../src/ingest/read-raw';
import type { Dialect, FixedPlaces } from '../../src/ingest/table';
import { encodeText } from '../support/encode-text';
import { randomRuns } from '../support/random-runs';

type Row = readonly string[];

async function rowsOf(bytes: Uint8Array, dialect: Dialect, blockBytes: number): Promise<readonly Row[]> {
  const raw = await openRaw(bytesSource('unknown', bytes), dialect, silentControl, { blockBytes });
  const rows: Row[] = [];
  for await (const batch of raw.batches()) rows.push(...batch);
  const { rejects, rowsRead } = await raw.finish();
  expect(rejects).toEqual([]);
  expect(rowsRead).toBe(rows.length);
  return rows;
}

/** How many places a text takes. */
const placesIn = (text: string, unit: FixedPlaces['unit']): number => {
  const widthOf = widthIn(unit);
  return Array.from(text).reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : widthOf(code));
  }, 0);
};

/** Units with an encoding in which such files are written. */
const written = [
  ['gb18030', 'gb18030'],
  ['utf-8', 'utf-8'],
  ['big5', 'big5'],
  ['shift_jis', 'shift_jis'],
  ['screen', 'utf-8'],
  ['screen', 'utf-16le'],
  ['character', 'utf-8'],
  ['character', 'gb18030'],
] as const;

describe('fixed-width text', () => {
  const letter = fc.constantFrom(...Array.from('ab 09.,"中本上\'|', (one) => one));
  const cell = fc.string({ unit: letter, maxLength: 8 }).map((text) => text.trim());
  const printed = fc.record({
    way: fc.constantFrom(...written),
    rows: fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      ),
    gap: fc.nat(3),
    alignsRight: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    blockBytes: fc.integer({ min: 17, max: 64 }),
  });

  it('gives back a printed table, whatever a place is, the room between columns and the block size', async () => {
    await fc.assert(
      fc.asyncProperty(printed, async ({ way, rows, gap, alignsRight, lineEnd, blockBytes }) => {
        const [unit, encoding] = way;
        const filled = rows.filter((row) => row.some((text) => text !== ''));
        if (filled.length === 0) return;
        const widths = (filled[0] ?? []).map((_, column) =>
          Math.max(1, ...filled.map((row) => placesIn(row[column] ?? '', unit))),
        );
        let at = 0;
        const columns = widths.map((width): readonly [number, number] => {
          const start = at;
          at += width + gap;
          return [start, start + width];
        });
        const text = filled
          .map((row) => {
            const cells = row.map((one, column) => {
              const blanks = ' '.repeat((widths[column] ?? 0) - placesIn(one, unit));
              return alignsRight[column] === true ? blanks + one : one + blanks;
            });
            return cells.join(' '.repeat(gap)) + lineEnd;
          })
          .join('');
        const dialect: Dialect = {
          format: 'fixed-width',
          encoding,
          delimiter: ' ',
          quote: null,
          places: { unit, columns },
          skippedLines: 0,
          hasHeader: false,
        };
        expect(await rowsOf(encodeText(text, encoding, false), dialect, blockBytes)).toEqual(filled);
      }),
      randomRuns(600),
    );
  });

  const names = ['王芳', '上海贸易公司', '李 娜', 'Ann Lee', 'Bob', 'Cid van Dyk', '欧阳 修文', ''];
  const customer = fc.record({
    id: fc.integer({ min: 1, max: 999_999 }).map((id) => String(id).padStart(6, '0')),
    name: fc.constantFrom(...names),
    day: fc.integer({ min: 1, max: 28 }).map((day) => `202401${String(day).padStart(2, '0')}`),
    amount: fc.integer({ min: -999_999, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
  });

  it('is cut into the columns that it has, with nothing but its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(customer, { minLength: 4, maxLength: 12 }),
        fc.constantFrom('gb18030' as const, 'utf-8' as const),
        fc.integer({ min: 2, max: 4 }),
        async (customers, encoding, gap) => {
          if (customers.every(({ name }) => name === '')) return;
          const unit = encoding === 'gb18030' ? 'gb18030' : 'screen';
          const table = [['客户号', '户名', '开户日', '余额'], ...customers.map(Object.values<string>)];
          const widths = [6, 14, 8, 10];
          const text = table
            .map((row, index) => {
              const cells = row.map((one, column) => {
                const blanks = ' '.repeat((widths[column] ?? 0) - placesIn(one, unit));
                return column === 3 && index > 0 ? blanks + one : one + blanks;
              });
              return `${cells.join(' '.repeat(gap))}\n`;
            })
            .join('');
          const bytes = encodeText(text, encoding, false);
          const { header, sample, dialect } = await textReader.inspect(
            bytesSource('x', bytes),
            silentControl,
          );
          // Blanks alone part the columns too where no cell is empty and none has a blank inside.
          expect(dialect.format).toMatch(/^(?:fixed-width|blank-aligned)$/);
          expect([header, ...sample]).toEqual(table);
        },
      ),
      randomRuns(200),
    );
  });
});

describe('random bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc
      .array(fc.constantFrom(...Array.from('a1,;\t"\'\\ \n\r|.-:{}[]=中', (one) => one)), {
        minLength: 1,
        maxLength: 200,
      })
      .map((letters) => new TextEncoder().encode(letters.join(''))),
    fc
      .tuple(
        fc.constantFrom(
          'PK\u0003\u0004',
          'PAR1',
          'ARROW1',
          'SQLite format 3\0',
          '\u001f\u008b\u0008',
          '{"a":',
          '[',
          '<?xml',
        ),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([head, rest]) => Uint8Array.of(...Array.from(head, (one) => one.charCodeAt(0)), ...rest)),
  );

  it('are read with every line accounted for, or refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (drawn) => {
        try {
          for (const source of await openFile(bytesSource('a.dat', drawn), formatReaders, silentControl)) {
            const { dialect } = await textReader.inspect(source, silentControl);
            const raw = await openRaw(source, dialect, silentControl);
            const { header } = await openRecords(source, dialect, silentControl);
            let lines = header === null ? 0 : linesIn(header.join('')) - 1 + (dialect.headerRows ?? 1);
            let rowCount = 0;
            for await (const batch of raw.batches()) {
              rowCount += batch.length;
              for (const row of batch) lines += linesIn(row.join(''));
            }
            const { rejects, removed, rowsRead } = await raw.finish();
            expect(rowsRead).toBe(rowCount + rejects.length + removed.length);
            for (const { raw: kept } of [...rejects, ...removed])
              lines += linesIn(decodeText(kept, dialect.encoding));
            const text = decodeText(await source.slice(0, source.byteLength), dialect.encoding);
            const isBlank = (line: string) =>
              line.replaceAll(dialect.delimiter, '').replaceAll('\u001a', '').replace(/\s/g, '') === '';
            const filled = text.split(/\r\n|\r|\n/).filter((line) => !isBlank(line));
            expect(lines).toBeGreaterThanOrEqual(filled.length);
          }
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toMatch(/^ingest\./);
        }
      }),
      // A backslash before the last line end once led behind the end of the bytes.
      { ...randomRuns(1500), examples: [[Uint8Array.from([92, 44, 97, 92, 13])]] },
    );
  });
});

const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length;
