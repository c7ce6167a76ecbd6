import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SMALL_SAMPLE, smallFiles } from '../../sample-data/small-files';
import { silentControl } from '../../src/base/control';
import { dictionaryValues } from '../../src/columns/dictionary';
import { textColumn } from '../../src/columns/frame';
import { bytesSource } from '../../src/ingest/byte-source';
import { textReader } from '../../src/ingest/file-reader';
import { importFiles } from '../../src/ingest/import-files';

const folder = fileURLToPath(new URL('../../sample-data/small', import.meta.url));
const paths = ['en', 'zh'].flatMap((set) => readdirSync(join(folder, set)).map((name) => `${set}/${name}`));

describe('the small files', () => {
  it('are those that the generator makes, three megabytes at most', async () => {
    const made = await smallFiles();
    expect([...paths].sort()).toEqual([...made.keys()].sort());
    let total = 0;
    for (const [path, bytes] of made) {
      total += bytes.length;
      expect(Buffer.compare(readFileSync(join(folder, path)), bytes), path).toBe(0);
    }
    expect(total).toBeLessThanOrEqual(3_000_000);
  });

  it.each(['en', 'zh'])('%s imports without a question', async (set) => {
    const sources = paths
      .filter((path) => path.startsWith(`${set}/`))
      .map((path) => bytesSource(path.slice(3), readFileSync(join(folder, path))));
    const { dataset, report } = await importFiles(sources, null, { reader: textReader }, silentControl);
    expect(report.files.flatMap(({ assumed }) => assumed)).toEqual([]);
    expect(report.files.every(({ rows }) => rows.loaded === rows.read && rows.read > 0)).toBe(true);
    expect(report.files.map(({ encoding }) => encoding)).toEqual(
      sources.map(() => (set === 'en' ? 'utf-8' : 'gb18030')),
    );
    expect(dataset.others).toEqual({});
    expect(dataset.tables['customer']?.rowCount).toBe(SMALL_SAMPLE.customers);
    const { transaction, account } = dataset.tables;
    if (!transaction || !account) throw new Error('a table is missing');
    expect(transaction.rowCount).toBeGreaterThan(20_000);
    // Codes are read as what they mean, whatever the language of the file.
    expect(dictionaryValues(textColumn(transaction, 'type').dictionary)).toContain('card_spend');
    expect(dictionaryValues(textColumn(transaction, 'channel').dictionary)).toContain('mobile');
    expect(dictionaryValues(textColumn(account, 'product_code').dictionary)).toContain('term_deposit');
  });
});
