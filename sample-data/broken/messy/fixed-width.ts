import { lines, messy, type MessyFile } from './messy-file';

const balances = [
  ['000001', '王芳', '20240131', '100.00'],
  ['000002', '上海贸易公司', '20240201', '250000.50'],
  ['000003', '李 娜', '20240203', '7.25'],
];

/** Columns that stand on fixed places of the line: host systems count bytes, reports count places on the screen. */
export const fixedWidthFiles: Readonly<Record<string, MessyFile>> = {
  'aligned-with-blanks-in-names.txt': messy(
    lines([
      'CUSTNO  NAME            CITY        BALANCE',
      '000001  Ann Lee         York         100.00',
      '000002  Bob                          250.50',
      '000003  Cid van Dyk     Kingston       7.25',
      '000004  Dan             Hull          12.00',
    ]),
    {
      dialect: { format: 'fixed-width', hasHeader: true },
      header: ['CUSTNO', 'NAME', 'CITY', 'BALANCE'],
      rows: [
        ['000001', 'Ann Lee', 'York', '100.00'],
        ['000002', 'Bob', '', '250.50'],
        ['000003', 'Cid van Dyk', 'Kingston', '7.25'],
        ['000004', 'Dan', 'Hull', '12.00'],
      ],
      leftOut: [],
    },
  ),
  'fixed-width-gb18030.txt': messy(
    lines(
      [
        '客户号  户名          开户日    余额      ',
        '000001  王芳          20240131     100.00',
        '000002  上海贸易公司  20240201  250000.50',
        '000003  李 娜         20240203       7.25',
      ],
      '\r\n',
    ),
    {
      dialect: { encoding: 'gb18030', format: 'fixed-width', hasHeader: true },
      header: ['客户号', '户名', '开户日', '余额'],
      rows: balances,
      leftOut: [],
    },
  ),
  // The same file saved as UTF-8: the columns stand where they stood on the screen.
  'fixed-width-on-screen.txt': messy(
    lines([
      '客户号  户名          开户日    余额',
      '000001  王芳          20240131     100.00',
      '000002  上海贸易公司  20240201  250000.50',
      '000003  李 娜         20240203       7.25',
    ]),
    {
      dialect: { encoding: 'utf-8', format: 'fixed-width', hasHeader: true },
      header: ['客户号', '户名', '开户日', '余额'],
      rows: balances,
      leftOut: [],
    },
  ),
  // No blank between columns: eight bytes, eight, fourteen of Chinese, eight of a number.
  'fixed-width-touching-gb18030.txt': messy(
    lines(
      [
        '客户号  开户日  户名              余额',
        '0000000120240131王芳            100.00',
        '0000000220240201上海贸易公司  50000.50',
        '0000000320240203李 娜             7.25',
        '0000000420240205北京分行营业部11150.00',
      ],
      '\r\n',
    ),
    {
      dialect: { encoding: 'gb18030', format: 'fixed-width', hasHeader: true },
      header: ['客户号', '开户日', '户名', '余额'],
      rows: [
        ['00000001', '20240131', '王芳', '100.00'],
        ['00000002', '20240201', '上海贸易公司', '50000.50'],
        ['00000003', '20240203', '李 娜', '7.25'],
        ['00000004', '20240205', '北京分行营业部', '11150.00'],
      ],
      leftOut: [],
    },
  ),
  'fixed-width-touching.txt': messy(
    lines([
      'NO    DATE    NAME          AMOUNT',
      '00000120240131Ann Lee       100.00',
      '00000220240201Christopher  -250.50',
      '00000320240203Cid van Dyk123456.25',
      '00000420240203                9.00',
    ]),
    {
      dialect: { format: 'fixed-width', hasHeader: true },
      header: ['NO', 'DATE', 'NAME', 'AMOUNT'],
      rows: [
        ['000001', '20240131', 'Ann Lee', '100.00'],
        ['000002', '20240201', 'Christopher', '-250.50'],
        ['000003', '20240203', 'Cid van Dyk', '123456.25'],
        ['000004', '20240203', '', '9.00'],
      ],
      leftOut: [],
    },
  ),
  'fixed-width-without-header.txt': messy(
    lines([
      '000001 20240131 Ann Lee         1,100.00 CR',
      '000002 20240201 Bob               250.50 DR',
      '000003 20240203 Cid van Dyk        17.25',
      '000004 20240204                    12.00 CR',
      '000005 20240205 Eve Adams      20,000.00 DR',
    ]),
    {
      dialect: { format: 'fixed-width', hasHeader: false },
      header: ['column1', 'column2', 'column3', 'column4', 'column5'],
      rows: [
        ['000001', '20240131', 'Ann Lee', '1,100.00', 'CR'],
        ['000002', '20240201', 'Bob', '250.50', 'DR'],
        ['000003', '20240203', 'Cid van Dyk', '17.25', ''],
        ['000004', '20240204', '', '12.00', 'CR'],
        ['000005', '20240205', 'Eve Adams', '20,000.00', 'DR'],
      ],
      leftOut: [],
    },
  ),
  'sqlplus-spool.txt': messy(
    lines([
      'ACCOUNT_NO           CUST_NAME       BALANCE',
      '-------------------- ------------ ----------',
      '6222020000000000017  Ann Lee          100.00',
      '6222020000000000025  Bob              250.50',
      '6222020000000000033                     7.25',
      '',
      '3 rows selected.',
    ]),
    {
      dialect: { format: 'fixed-width', hasHeader: true },
      header: ['ACCOUNT_NO', 'CUST_NAME', 'BALANCE'],
      rows: [
        ['6222020000000000017', 'Ann Lee', '100.00'],
        ['6222020000000000025', 'Bob', '250.50'],
        ['6222020000000000033', '', '7.25'],
      ],
      leftOut: [
        [2, 'row.ruler'],
        [7, 'row.after-table'],
      ],
    },
  ),
  'fixed-width-report.txt': messy(
    lines([
      'BANK OF NOWHERE - LIST OF ACCOUNTS PER BRANCH',
      'PRINTED 2024-02-04 08:15 BY OPERATOR 0017',
      '',
      'ACCOUNT   CUSTOMER NAME     OPENED          BALANCE',
      '00010017  Ann Lee           2024-01-31       100.00',
      '00010025  Bob               2024-02-01       250.50',
      '00010033  Cid van Dyk                          7.25',
      '00010041  Eve               2024-02-03    12,000.00',
      '                            TOTAL         12,357.75',
    ]),
    {
      dialect: { format: 'fixed-width', hasHeader: true },
      header: ['ACCOUNT', 'CUSTOMER NAME', 'OPENED', 'BALANCE'],
      rows: [
        ['00010017', 'Ann Lee', '2024-01-31', '100.00'],
        ['00010025', 'Bob', '2024-02-01', '250.50'],
        ['00010033', 'Cid van Dyk', '', '7.25'],
        ['00010041', 'Eve', '2024-02-03', '12,000.00'],
      ],
      leftOut: [
        [1, 'row.before-table'],
        [2, 'row.before-table'],
        [9, 'row.after-table'],
      ],
    },
  ),
};
