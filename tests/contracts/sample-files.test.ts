import { describe, expect, it } from 'vitest';
import { sampleCsvFiles } from '../../sample-data/generate';
import { hashFrames } from '../../sample-data/model/hash-frames';
import { makeSampleBank } from '../../sample-data/model/sample-bank';
import { silentControl } from '../../src/base/control';
import { bytesSource } from '../../src/ingest/byte-source';
import type { Frame } from '../../src/columns/frame';
import { buildDataset } from '../../src/dataset/build-dataset';
import { textReader } from '../../src/ingest/file-reader';
import { importFiles } from '../../src/ingest/import-files';

/** Checksums by column; the line in the file is what only files have. */
function checksums(tables: Readonly<Record<string, Frame>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [table, frame] of Object.entries(tables)) {
    for (const [name, column] of Object.entries(frame.columns)) {
      if (name === 'source_row') continue;
      const only: Frame = { name: table, rowCount: frame.rowCount, columns: { [name]: column } };
      found[`${table}.${name}`] = hashFrames({ only });
    }
  }
  return found;
}

describe('the files of the sample bank', () => {
  it('import without a question into the dataset that the generator makes', async () => {
    const frames = await makeSampleBank({ customers: 300, months: 6, seed: 7 }, silentControl);
    const made = buildDataset({ id: 'sample', name: 'sample', tables: frames, currency: 'CNY' });
    const sources = [...sampleCsvFiles(frames)].map(({ name, chunks }) =>
      bytesSource(name, Buffer.concat([...chunks])),
    );
    const { dataset, report } = await importFiles(sources, null, { reader: textReader }, silentControl);
    expect(report.files.flatMap((file) => file.assumed)).toEqual([]);
    expect(report.files.every((file) => file.rows.loaded === file.rows.read)).toBe(true);
    expect(dataset.others).toEqual({});
    expect(dataset.asOf).toBe(made.asOf);
    expect(dataset.currency).toBe('CNY');
    expect(checksums(dataset.tables)).toEqual(checksums(made.tables));
  });
});
