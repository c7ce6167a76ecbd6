import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../tests/support/encode-text';
import { textEncodings } from '../../model/mapping';
import { bytesSource } from '../byte-source';
import { findLastLines } from './file-end';

describe('findLastLines', () => {
  it('finds where the last lines begin, whatever ends them and stands behind them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a,b', 'x', '', '中,行'), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...textEncodings.filter((encoding) => encoding !== 'windows-1252')),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\n', '\r\n\r\n', '\n \u001a'),
        fc.integer({ min: 1, max: 9 }),
        async (drawn, encoding, lineEnd, behind, count) => {
          const lines = [...drawn, 'end'];
          const bytes = encodeText(lines.join(lineEnd) + behind, encoding);
          const offset = await findLastLines(bytesSource('x', bytes), encoding, count);
          const wanted = lines.slice(Math.max(0, lines.length - count)).join(lineEnd) + behind;
          expect([...bytes.subarray(offset)]).toEqual([...encodeText(wanted, encoding)]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
