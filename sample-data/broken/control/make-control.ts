import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeText, type TextEncoding } from '../encode';
import { lines } from '../messy/messy-file';

/** A table as a host system hands it over, the small file beside it, and what comparing them should say. */
export type ControlSet = {
  readonly encoding: TextEncoding;
  readonly files: Readonly<Record<string, string>>;
  readonly meant: {
    readonly table: string;
    readonly loaded: number;
    readonly code: string;
    readonly values: Readonly<Record<string, string | number>>;
  };
};

const balances = lines(
  [
    '客户号  户名            开户日    余额      ',
    '000001  王芳            20240131     100.00',
    '000002  上海贸易公司    20240201  250000.50',
    '000003  李 娜                          7.25',
    '000004  张伟            20240205      18.00',
  ],
  '\r\n',
);

const payments = lines(['cust_no|txn_date|amount', '0001|20240131|100.00', '0002|20240201|-25.50', '0003|20240203|7.25']);

/**
 * Made up; run `npx tsx sample-data/broken/control/make-control.ts` to write them again, beside each set what was meant as
 * `.json`.
 */
export const controlSets: Readonly<Record<string, ControlSet>> = {
  agrees: {
    encoding: 'gb18030',
    files: { 'CUST_BAL_20240205.txt': balances, 'CUST_BAL_20240205.flg': 'CUST_BAL_20240205.txt|20240205|4\r\n' },
    meant: {
      table: 'CUST_BAL_20240205.txt',
      loaded: 4,
      code: 'control.rows-agree',
      values: { file: 'CUST_BAL_20240205.txt', control: 'CUST_BAL_20240205.flg', rows: 4 },
    },
  },
  differs: {
    encoding: 'gb18030',
    files: { 'TXN_20240203.dat': payments, 'TXN_20240203.dat.flg': '日期：20240203\r\n总笔数：1,003\r\n' },
    meant: {
      table: 'TXN_20240203.dat',
      loaded: 3,
      code: 'control.rows-differ',
      values: { file: 'TXN_20240203.dat', control: 'TXN_20240203.dat.flg', rows: 3, expected: 1003 },
    },
  },
  'says-nothing': {
    encoding: 'gb18030',
    files: { 'TXN_20240204.txt': payments, 'TXN_20240204.ok': '' },
    meant: {
      table: 'TXN_20240204.txt',
      loaded: 3,
      code: 'control.unread',
      values: { file: 'TXN_20240204.txt', control: 'TXN_20240204.ok' },
    },
  },
};

const folder = fileURLToPath(new URL('.', import.meta.url));

export const pathInFolder = (name: string): string => join(folder, name);
export const meantText = ({ meant }: ControlSet): string => `${JSON.stringify(meant, null, 1)}\n`;
export const bytesOf = ({ encoding }: ControlSet, text: string): Uint8Array => encodeText(text, encoding);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, set] of Object.entries(controlSets)) {
    for (const [file, text] of Object.entries(set.files)) writeFileSync(pathInFolder(file), bytesOf(set, text));
    writeFileSync(pathInFolder(`${name}.json`), meantText(set));
  }
}
