import { describe, expect, it } from 'vitest';
import { messyFiles } from '../../sample-data/broken/messy/make-messy';
import { silentControl } from '../../src/base/control';
import { bytesSource } from '../../src/ingest/byte-source';
import { inspectFile } from '../../src/ingest/inspect-file';
import { openRaw } from '../../src/ingest/read-raw';

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

/** All that is left out of these files stands on one line each, in encodings of single units. */
function bytesOfLine(bytes: Uint8Array, line: number): number[] {
  const lines: number[][] = [[]];
  bytes.forEach((byte, index) => {
    if (byte === 10 || (byte === 13 && bytes[index + 1] !== 10)) lines.push([]);
    else if (byte !== 13) lines.at(-1)?.push(byte);
  });
  return lines[line - 1] ?? [];
}
