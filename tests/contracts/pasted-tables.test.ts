import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { pastedFile } from '../../src/features/data-import/pasted-file';
import { endingOf, isTable } from '../../src/features/landing/pasted-table';
import { bytesSource } from '../../src/ingest/byte-source';
import { textReader } from '../../src/ingest/file-reader';
import { openRaw } from '../../src/ingest/read-raw';

type Table = readonly (readonly string[])[];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(name: string, content: string): Promise<Table> {
  const source = bytesSource(name, utf8(content));
  const { dialect } = await textReader.inspect(source, silentControl);
  const raw = await openRaw(source, dialect, silentControl);
  const rows: (readonly string[])[] = [];
  for await (const batch of raw.batches()) rows.push(...batch);
  const { rejects } = await raw.finish();
  expect(rejects).toEqual([]);
  return [...(dialect.hasHeader ? [raw.header] : []), ...rows];
}

/** As spreadsheets put it on the clipboard: cells with line ends or tabs in quotes, all others as they are. */
const copied: Readonly<Record<string, readonly [text: string, table: Table]>> = {
  'cells of Excel': [
    'customer_id\tname\tbalance\r\n000017\tAnn Lee\t1,250.00\r\n000025\t王芳\t-7.25\r\n',
    [
      ['customer_id', 'name', 'balance'],
      ['000017', 'Ann Lee', '1,250.00'],
      ['000025', '王芳', '-7.25'],
    ],
  ],
  'a cell of several lines': [
    'id\tnote\tamount\r\n1\t"first line\nsecond, ""quoted""\nthird"\t5\r\n2\tplain\t6\r\n3\tmore\t7\r\n',
    [
      ['id', 'note', 'amount'],
      ['1', 'first line\nsecond, "quoted"\nthird', '5'],
      ['2', 'plain', '6'],
      ['3', 'more', '7'],
    ],
  ],
  'quotes that are not doubled, as Excel leaves them': [
    'id\titem\tprice\r\n1\t5" pipe\t3.50\r\n2\tthe "old" one\t4.00\r\n3\trope\t1.25\r\n',
    [
      ['id', 'item', 'price'],
      ['1', '5" pipe', '3.50'],
      ['2', 'the "old" one', '4.00'],
      ['3', 'rope', '1.25'],
    ],
  ],
  'a title and an empty row above': [
    '客户余额表\t\t\r\n\t\t\r\n客户号\t姓名\t余额\r\n0001\t王芳\t100.00\r\n0002\t李娜\t88.50\r\n0003\t张伟\t7.25\r\n',
    [
      ['客户号', '姓名', '余额'],
      ['0001', '王芳', '100.00'],
      ['0002', '李娜', '88.50'],
      ['0003', '张伟', '7.25'],
    ],
  ],
  'lines of a terminal': [
    'CUSTNO  NAME         BALANCE\n000001  Ann Lee       100.00\n000002  Bob           250.50\n000003  Cid van Dyk     7.25\n',
    [
      ['CUSTNO', 'NAME', 'BALANCE'],
      ['000001', 'Ann Lee', '100.00'],
      ['000002', 'Bob', '250.50'],
      ['000003', 'Cid van Dyk', '7.25'],
    ],
  ],
};

describe('a table that is pasted', () => {
  it.each(Object.entries(copied))(
    '%s: is taken for one and read as a file would be',
    async (_, [text, table]) => {
      expect(isTable(text)).toBe(true);
      // A text field has line feeds only.
      const typed = text.replaceAll('\r\n', '\n');
      const { name, content } = pastedFile(text, 'Pasted');
      expect(await read(name, content)).toEqual(table);
      expect(await read(`Pasted.${endingOf(typed)}`, typed)).toEqual(table);
      expect(await read('table.txt', text)).toEqual(table);
    },
  );

  it('is not what a sentence is taken for', () => {
    expect(isTable('Dear all,\nplease find the file attached.\nRegards\nAnn')).toBe(false);
    expect(isTable('one, two')).toBe(false);
  });
});
