import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../base/control';
import { bytesSource } from '../byte-source';
import { readTable } from '../read-table';
import type { ColumnPlan, Dialect, ParsedTable } from '../table';
import { openKernel } from './kernel';
import { randomRuns } from '../../../tests/support/random-runs';

const encoder = new TextEncoder();

const dialectOf = (delimiter: string, quote: Dialect['quote']): Dialect => ({
  format: 'delimited',
  encoding: 'utf-8',
  delimiter,
  quote,
  skippedLines: 0,
  hasHeader: true,
  columnCount: 4,
});

const plans: readonly ColumnPlan[] = [
  { name: 'id', type: 'id', required: true, missing: ['?'] },
  { name: 'code', type: 'code', missing: ['n/a', '?'] },
  { name: 'amount', type: 'money', scale: 100 },
  { name: 'text', type: 'text' },
];

/** The table without what cannot differ. */
async function read(
  text: string,
  dialect: Dialect,
  blockBytes: number,
  isPlain: boolean,
): Promise<ParsedTable> {
  const source = bytesSource('t.csv', encoder.encode(text));
  return readTable(
    source,
    dialect,
    plans,
    silentControl,
    isPlain ? { blockBytes, kernel: null } : { blockBytes },
  );
}

/** Cells as banks write them, most of them clean, some odd. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40).map((n) => `C${n}`) },
  { weight: 2, arbitrary: fc.nat().map((n) => String(n).padStart(12, '0')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '?', 'n/a', ' ', '\u3000张三', "'0012", '="0012"', '工资', '-12.50'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"a"',
      '"a,b"',
      '"say ""yes"""',
      '"line\nbreak"',
      '"open',
      'a"b',
      '"x" ',
      '""',
    ),
  },
);
const record = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(cell, cell, cell, cell) },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: 6 }) },
);

describe('the kernel', () => {
  it('is there: where it runs the tests, WebAssembly with SIMD is', async () => {
    expect(await openKernel()).not.toBeNull();
  });

  it('gives the columns, rejects and issues that the plain reader gives', async () => {
    const file = fc.record({
      records: fc.array(record, { minLength: 1, maxLength: 60 }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      quote: fc.constantFrom<Dialect['quote']>('"', null),
      blockBytes: fc.integer({ min: 1, max: 400 }),
      hasLastEnd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ records, end, delimiter, quote, blockBytes, hasLastEnd }) => {
        const lines = ['id,code,amount,text'.split(','), ...records].map((cells) => cells.join(delimiter));
        const text = lines.join(end) + (hasLastEnd ? end : '');
        const dialect = dialectOf(delimiter, quote);
        const outcome = (isPlain: boolean) =>
          read(text, dialect, blockBytes, isPlain).catch((error: unknown) => String(error));
        expect(await outcome(false)).toEqual(await outcome(true));
      }),
      randomRuns(1500),
    );
  });

  it('keeps the codes of many values, rising and not, while its memory grows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => {
      const mixed = Math.imul(row, 0x9e3779b1) >>> 12;
      return `T${String(row).padStart(9, '0')},K${String(mixed)},${String(row)}.25,${'x'.repeat(mixed % 40)}${String(mixed)}`;
    });
    const text = `id,code,amount,text\r\n${rows.join('\r\n')}\r\n`;
    const dialect = dialectOf(',', '"');
    const fast = await read(text, dialect, 1 << 16, false);
    expect(fast.rowCount).toBe(20_000);
    expect(fast).toEqual(await read(text, dialect, 1 << 16, true));
  });
});
