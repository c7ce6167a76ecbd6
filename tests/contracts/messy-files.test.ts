import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messyFiles } from '../../sample-data/broken/messy/make-messy';
import { silentControl } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { bytesSource } from '../../src/ingest/byte-source';
import { decodeText } from '../../src/ingest/decode-text';
import { openRecords } from '../../src/ingest/delimited/record-reader';
import { inspectFile } from '../../src/ingest/inspect-file';
import { openRaw } from '../../src/ingest/read-raw';
import { randomRuns } from '../support/random-runs';

/** What was found and is shown, without being in doubt. */
const shown = ['dialect.title-rows', 'dialect.footer', 'dialect.totals'];

describe('a messy file is read as its author meant it, with nothing but its bytes', () => {
  it.each(Object.entries(messyFiles))('%s', async (_, { bytes, meant }) => {
    const source = bytesSource('unknown', bytes);
    const { dialect, doubts, sample, header } = await inspectFile(source, silentControl);
    expect({ escape: null, decimal: '.', ...dialect }).toMatchObject(meant.dialect);
    expect(header).toEqual(meant.header);
    expect(sample).toEqual(meant.rows);
    for (const blockBytes of [1, 3, 7, 4096]) {
      const raw = await openRaw(source, dialect, silentControl, { blockBytes });
      const rows: (readonly string[])[] = [];
      for await (const batch of raw.batches()) rows.push(...batch);
      const { rejects, removed, rowsRead } = await raw.finish();
      const leftOut = [...rejects, ...removed].sort((a, b) => a.line - b.line);
      expect(raw.header).toEqual(meant.header);
      expect(rows).toEqual(meant.rows);
      expect(leftOut.map(({ line, rule }) => [line, rule])).toEqual(meant.leftOut);
      for (const { line, raw: kept } of leftOut) expect([...kept]).toEqual(bytesOfLine(bytes, line));
      expect(rowsRead).toBe(rows.length + leftOut.length);
    }
    const codes = doubts.map(({ code }) => code).filter((code) => !shown.includes(code));
    expect(codes).toEqual(meant.doubts ?? []);
  });
});

describe('a messy file that was cut off or damaged', () => {
  it('is read with every line accounted for, or refused with a code', async () => {
    const damages = fc.record({
      name: fc.constantFrom(...Object.keys(messyFiles)),
      end: fc.nat({ max: 400 }),
      at: fc.nat({ max: 400 }),
      byte: fc.option(fc.nat({ max: 255 })),
      blockBytes: fc.integer({ min: 17, max: 64 }),
    });
    await fc.assert(
      fc.asyncProperty(damages, async ({ name, end, at, byte, blockBytes }) => {
        const bytes = (messyFiles[name]?.bytes ?? new Uint8Array(0)).slice(0, end);
        if (byte !== null && at < bytes.length) bytes[at] = byte;
        const source = bytesSource('unknown', bytes);
        try {
          const { dialect } = await inspectFile(source, silentControl);
          const raw = await openRaw(source, dialect, silentControl, { blockBytes });
          const { header } = await openRecords(source, dialect, silentControl);
          let lines = header === null ? 0 : linesIn(header.join('')) - 1 + (dialect.headerRows ?? 1);
          let rowCount = 0;
          for await (const batch of raw.batches()) {
            rowCount += batch.length;
            for (const row of batch) lines += linesIn(row.join(''));
          }
          const { rejects, removed, rowsRead } = await raw.finish();
          expect(rowsRead).toBe(rowCount + rejects.length + removed.length);
          for (const { raw: kept } of [...rejects, ...removed]) {
            lines += linesIn(decodeText(kept, dialect.encoding));
          }
          const isBlank = (line: string) =>
            line.replaceAll(dialect.delimiter, '').replaceAll('\u001a', '').replace(/\s/g, '') === '';
          const filled = decodeText(bytes, dialect.encoding)
            .split(/\r\n|\r|\n/)
            .filter((line) => !isBlank(line));
          expect(lines).toBeGreaterThanOrEqual(filled.length);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toMatch(/^ingest\./);
        }
      }),
      randomRuns(2000),
    );
  });
});

const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length;

/** All that is left out of these files stands on one line each, in encodings of single units. */
function bytesOfLine(bytes: Uint8Array, line: number): number[] {
  const lines: number[][] = [[]];
  bytes.forEach((byte, index) => {
    if (byte === 10 || (byte === 13 && bytes[index + 1] !== 10)) lines.push([]);
    else if (byte !== 13) lines.at(-1)?.push(byte);
  });
  return lines[line - 1] ?? [];
}
