import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const units = new Uint8Array(text.length * 2);
  const view = new DataView(units.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittleEndian);
  return units;
}

/** ASCII text in which `‹d6d0›` stands for bytes in hexadecimal: encodings that no platform encoder writes. */
function withBytes(text: string): Uint8Array {
  const parts = text.split(/‹([0-9a-f]+)›/);
  return Uint8Array.from(
    parts.flatMap((part, index) =>
      index % 2 === 0 ? [...utf8(part)] : (part.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
    ),
  );
}

const payments = [
  'customer_id,date,amount,note',
  '0001,2024-01-31,100.00,salary',
  '0002,2024-02-01,-25.50,"shoes, brown"',
  '0003,2024-02-03,7.25,"said ""hello"""',
];

/**
 * The files of this folder, one per error of reading and per kind of text that must be read: name → bytes. Made up; run
 * `npx tsx sample-data/broken/make-files.ts` to write them again.
 */
export const brokenFiles: Readonly<Record<string, Uint8Array>> = {
  // Refused
  'empty.csv': bytes(),
  'header-only.csv': utf8('customer_id,date,amount\n'),
  'blank-lines-only.csv': utf8('\r\n\r\n\r\n'),
  'picture.csv': joined(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), utf8('IHDR,not a table\n')),
  'statement.pdf': utf8('%PDF-1.7\n1 0 obj\n'),
  'workbook.xls': joined(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(64)),
  'locked.xlsx': joined(
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(16),
    utf16('EncryptedPackage', true),
  ),
  'locked.zip': joined(bytes(0x50, 0x4b, 3, 4, 20, 0, 1, 0, 8, 0), new Uint8Array(16), utf8('bank.csv')),
  'workbook.xlsx': joined(
    bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0),
    new Uint8Array(16),
    utf8('xl/workbook.xml'),
  ),
  'binary.dat': joined(utf8('id,amount\n'), bytes(1, 0, 0, 7, 0, 255, 3, 0), utf8('\n2,3\n')),
  'page.xls': utf8('<html><table><tr><td>id</td></tr></table></html>'),
  'records.json': utf8('[{"customer_id": "1", "amount": 5}]'),
  // Bytes of no text in any encoding.
  'garbled.csv': withBytes('id,name\n1,‹ff80ff81›\n2,‹80ff8dff›\n'),
  'unclosed-quote.csv': utf8('customer_id,name,amount\n1,"Ann, A,10\n2,"Bob, B, b,20\n3,"Cid,30\n'),
  // Read, with rows left out
  'ragged.csv': utf8('customer_id,date,amount\n1,2024-01-31,10\n2,2024-01-31\n3,2024-01-31,30,x\n4,2024-02-01,40\n'),
  'cut-off.csv': utf8('customer_id;date;type\r\n1;940330;"PRIJEM"\r\n2;940331;"VYDAJ"\r\n3;940331;"PRIJ'),
  'bad-quote.csv': utf8('customer_id,note\n1,"fine"\n2,"5" pipe\n3,"a "nice" one"\n4,plain\n'),
  'unclosed-quote-among-quotes.csv': utf8('customer_id,name,amount\n1,"Ann",10\n2,"Bob,20\n3,"Cid",30\n'),
  'bad-cells.csv': utf8(
    'customer_id,date,amount\n1,2024-01-31,10.00\n2,2024-02-30,20.00\n3,2024-02-01,abc\n,2024-02-02,40.00\n5,2024-02-03,1.005\n',
  ),
  'ragged-gb18030.txt': withBytes('‹bfcdbba7bac5›|‹d0d5c3fb›\r\n1|‹e87c›\r\n2|‹d6d0›|x\r\n3|‹b9fa›\r\n'),
  // Read whole
  'bom.csv': joined(bytes(0xef, 0xbb, 0xbf), utf8(`${payments.join('\n')}\n`)),
  'crlf.csv': utf8(`${payments.join('\r\n')}\r\n`),
  'cr.csv': utf8(`${payments.join('\r')}\r`),
  'no-last-line-end.csv': utf8(payments.join('\n')),
  'blank-lines-around.csv': utf8(`\n\n${payments.join('\n')}\n\n\n`),
  'title-rows.csv': utf8(`First Bank of Nowhere\nExported 2024-02-04\n\n${payments.join('\n')}\n`),
  'unicode-text.txt': joined(bytes(0xff, 0xfe), utf16('客户号\t姓名\t余额\r\n0012\t王芳\t12.50\r\n0013\t李|娜\t7\r\n', true)),
  'utf-16be-without-mark.txt': utf16('id;name;amount\n1;Ann;5\n2;Bob;6\n3;Cid;7\n', false),
  'gb18030-pipe.txt': withBytes('‹bfcdbba7bac5›|‹d0d5c3fb›|‹d3e0b6ee›\n0012|‹e87cd6d0›|12.50\n0013|‹b9fa›|7.00\n'),
  'windows-1252.csv': withBytes('id,name,city\n1,M‹fc›ller,Z‹fc›rich\n2,Garc‹ed›a,M‹e1›laga\n3,Gr‹fc›n,K‹f6›ln\n'),
  'big5.csv': withBytes('id,name\n1,‹a578a55fbbc8a6e6›\n2,‹abc8a4e1bd73b8b9›\n'),
  'blank-aligned.txt': utf8(' 00004 0001 19970101  2   29.33\r\n 00021 0002 19970113  1   11.77\r\n 00050 0003 19970101  1    6.79\r\n'),
  'ambiguous-dates.csv': utf8('customer_id,date,amount\n1,03/04/2024,10\n2,05/06/2024,20\n3,11/12/2024,30\n'),
  'delimiter-tie.csv': utf8('a;b,c\n1;x,2\n3;y,4\n5;z,6\n'),
};

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Files of the folder that are no fixtures. */
const others = new Set(['.gitattributes', 'encode.ts', 'make-files.ts', 'make-files.test.ts']);

export const filesInFolder = (): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !others.has(entry.name) ? [entry.name] : [],
  );
export const pathInFolder = (name: string): string => join(folder, name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(brokenFiles)) writeFileSync(pathInFolder(name), content);
}
