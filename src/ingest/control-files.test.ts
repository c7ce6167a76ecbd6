import { describe, expect, it } from 'vitest';
import { silentControl } from '../base/control';
import { bytesSource, type ByteSource } from './byte-source';
import { rowsSaid } from './control-files';
import { draftImport, importFiles } from './import-files';

const source = (name: string, text: string): ByteSource => bytesSource(name, new TextEncoder().encode(text));
const trans = source(
  'trans.txt',
  'CUSTNO  DATE      NOTE            AMOUNT\n000001  20240131  Ann Lee         100.00\n000002  20240201  Bob van Dyk     -25.50\n000003  20240203                    7.25\n',
);

describe('a control file', () => {
  it.each<[string, number | null]>([
    ['3\n', 3],
    ['0000000003', 3],
    ['trans.txt 3 20240131', 3],
    ['trans_20240131.txt|3|1024|', 3],
    ['20240131,trans.txt,1024,3', 3],
    ['ROW_COUNT=1,234', 1234],
    ['日期：20240131\n总笔数：3\n', 3],
    ['', null],
    ['3 4', null],
    ['done', null],
  ])('%j says %j rows', (text, rows) => {
    expect(rowsSaid(text, 1024)).toBe(rows);
  });

  it('that has another stem, or no file beside it, is looked at as a table', async () => {
    const draft = await draftImport([trans, source('other.flg', 'a,b\n1,2\n')], silentControl);
    expect(draft.files.map(({ name }) => name)).toEqual(['trans.txt', 'other.flg']);
  });

  it('leaves the mapping good for the same files again', async () => {
    const files = [trans, source('trans.flg', '3')];
    const first = await importFiles(files, null, {}, silentControl);
    const again = await importFiles(files, first.mapping, {}, silentControl);
    expect(again.dataset.tables).toEqual(first.dataset.tables);
    expect(first.mapping.files[0]?.dialect?.places?.columns).toEqual([
      [0, 6],
      [8, 16],
      [18, 29],
      [34, 40],
    ]);
  });
});
