import { lines, messy, type MessyFile } from './messy-file';

const payments = {
  header: ['txn_id', 'customer_id', 'date', 'amount', 'memo'],
  rows: [
    ['T1', '0001', '2024-01-31', '100.00', 'salary, January'],
    ['T2', '0002', '2024-02-01', '-25.50', 'shoes'],
    ['T3', '0002', '2024-02-03', '7.25', 'tea; cake'],
    ['T4', '0003', '2024-02-05', '19.00', 'taxi'],
  ],
};
const joined = (delimiter: string, end = '\n'): string =>
  lines(
    [payments.header, ...payments.rows].map((row) => row.join(delimiter)),
    end,
  );
const written = (delimiter: string, end?: string): MessyFile =>
  messy(joined(delimiter, end), { dialect: { delimiter, hasHeader: true }, ...payments, leftOut: [] });

export const delimiterFiles: Readonly<Record<string, MessyFile>> = {
  'bar-bang-bar.txt': written('|!|', '\r\n'),
  'double-bar.txt': written('||'),
  'tilde-bar-tilde.txt': written('~|~'),
  'at-at.txt': written('@@'),
  'hash-bar-hash.dat': written('#|#', '\r\n'),
  'caret.txt': written('^'),
  'tilde.txt': written('~'),
  'control-01.dat': written('\u0001'),
  'escape-1b.dat': written('\u001b'),
  'unit-separator-1f.dat': written('\u001f'),
  'bang-without-header.txt': messy(joined('|!|').split('\n').slice(1).join('\n'), {
    dialect: { delimiter: '|!|', hasHeader: false },
    header: ['column1', 'column2', 'column3', 'column4', 'column5'],
    rows: payments.rows,
    leftOut: [],
  }),
  // 鑭 and 昞 have a second byte of the delimiter.
  'gb18030-bar-bang-bar.txt': messy(
    lines(['客户号|!|户名|!|余额', '0001|!|鑭公司|!|12.50', '0002|!|王|芳|!|7.00', '0003|!|李!娜|!|8.10'], '\r\n'),
    {
      dialect: { encoding: 'gb18030', delimiter: '|!|', hasHeader: true },
      header: ['客户号', '户名', '余额'],
      rows: [
        ['0001', '鑭公司', '12.50'],
        ['0002', '王|芳', '7.00'],
        ['0003', '李!娜', '8.10'],
      ],
      leftOut: [],
    },
  ),
  'semicolon-decimal-comma.csv': messy(
    lines(['Konto;Datum;Betrag', '1001;31.01.2024;1.250,75', '1002;01.02.2024;-25,50', '1003;03.02.2024;7,25']),
    {
      dialect: { delimiter: ';', decimal: ',', hasHeader: true },
      header: ['Konto', 'Datum', 'Betrag'],
      rows: [
        ['1001', '31.01.2024', '1.250,75'],
        ['1002', '01.02.2024', '-25,50'],
        ['1003', '03.02.2024', '7,25'],
      ],
      leftOut: [],
    },
  ),
  'quoted-thousands.csv': messy(
    lines(['id,date,amount', '1,2024-01-31,"1,250.75"', '2,2024-02-01,"12,000.00"', '3,2024-02-03,7.25']),
    {
      dialect: { delimiter: ',', quote: '"', decimal: '.', hasHeader: true },
      header: ['id', 'date', 'amount'],
      rows: [
        ['1', '2024-01-31', '1,250.75'],
        ['2', '2024-02-01', '12,000.00'],
        ['3', '2024-02-03', '7.25'],
      ],
      leftOut: [],
    },
  ),
  'bar-at-line-end.tbl': messy(lines(['1|Ann|5.00|', '2|Bob|6.50|', '3|Cid|7.25|']), {
    dialect: { delimiter: '|', hasHeader: false },
    header: ['column1', 'column2', 'column3'],
    rows: [
      ['1', 'Ann', '5.00'],
      ['2', 'Bob', '6.50'],
      ['3', 'Cid', '7.25'],
    ],
    leftOut: [],
  }),
  'bar-at-row-end-only.txt': messy(lines(['id|name|amount', '1|Ann|5.00|', '2|Bob|6.50|', '3|Cid|7.25|'], '\r\n'), {
    dialect: { delimiter: '|', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann', '5.00'],
      ['2', 'Bob', '6.50'],
      ['3', 'Cid', '7.25'],
    ],
    leftOut: [],
  }),
  'markdown-table.md': messy(lines(['| id | name    | amount |', '|----|---------|-------:|', '| 1  | Ann Lee | 5.00   |', '| 2  | Bob     | 6.50   |', '| 3  | Cid     | 7.25   |']), {
    dialect: { delimiter: '|', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann Lee', '5.00'],
      ['2', 'Bob', '6.50'],
      ['3', 'Cid', '7.25'],
    ],
    leftOut: [[2, 'row.ruler']],
  }),
  'psql-output.txt': messy(lines([' id |  name   | amount ', '----+---------+--------', '  1 | Ann Lee |   5.00', '  2 | Bob     |   6.50', '  3 | Cid     |   7.25', '(3 rows)', '']), {
    dialect: { delimiter: '|', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann Lee', '5.00'],
      ['2', 'Bob', '6.50'],
      ['3', 'Cid', '7.25'],
    ],
    leftOut: [
      [2, 'row.ruler'],
      [6, 'row.after-table'],
    ],
  }),
  'delimiter-said-by-excel.csv': messy(lines(['sep=;', 'id;name;amount', '1;Ann;5,00', '2;Bob;6,50', '3;Cid;7,25'], '\r\n'), {
    dialect: { delimiter: ';', decimal: ',', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann', '5,00'],
      ['2', 'Bob', '6,50'],
      ['3', 'Cid', '7,25'],
    ],
    leftOut: [[1, 'row.before-table']],
  }),
};
