import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../tests/support/encode-text';
import { silentControl } from '../../base/control';
import { bytesSource } from '../byte-source';
import type { Dialect } from '../table';
import { withOriginalBytes } from './original-bytes';
import { openRecords } from './record-reader';
import { randomRuns } from '../../../tests/support/random-runs';

const encodings = fc.constantFrom<Dialect['encoding']>('utf-8', 'gb18030', 'utf-16le', 'utf-16be');
const lines = fc.array(
  fc.constantFrom('1|中', '1|鑭|x', '国', '"鑭\n行"|2|3', '"a\r\nb"|银|', '"c\rd"|2', '', '4|"e|\n"'),
  { minLength: 1, maxLength: 12 },
);

describe('withOriginalBytes', () => {
  it('finds the bytes of every reject, also of those that span lines, wherever the blocks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        encodings,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        async (rows, encoding, lineEnd, hasMark, endsWithLineEnd, blockBytes) => {
          const text = `a|b${lineEnd}${rows.join(lineEnd)}${endsWithLineEnd ? lineEnd : ''}`;
          const source = bytesSource('x', encodeText(text, encoding, hasMark && encoding !== 'gb18030'));
          const dialect: Dialect = {
            format: 'delimited',
            encoding,
            delimiter: '|',
            quote: '"',
            skippedLines: 0,
            hasHeader: true,
          };
          const reader = await openRecords(source, dialect, silentControl, { blockBytes });
          while ((await reader.next()) !== null);
          const found = await withOriginalBytes(reader.rejects, source, encoding, blockBytes);
          const wanted = rows.filter(
            (row) => row !== '' && row.replace(/"[^"]*"/g, '').split('|').length !== 2,
          );
          expect(found.map(({ raw }) => [...raw])).toEqual(
            wanted.map((row) => [...encodeText(row, encoding)]),
          );
        },
      ),
      randomRuns(300),
    );
  });
});
