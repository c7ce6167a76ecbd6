import { lines, messy, type MessyFile } from './messy-file';

export const rowFiles: Readonly<Record<string, MessyFile>> = {
  'too-many-and-too-few.csv': messy(
    lines(['id,date,amount', '1,2024-01-31,10', '2,2024-01-31', '3,2024-01-31,30,x', '4,2024-02-01,40', '5,2024-02-02,50']),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['id', 'date', 'amount'],
      rows: [
        ['1', '2024-01-31', '10'],
        ['4', '2024-02-01', '40'],
        ['5', '2024-02-02', '50'],
      ],
      leftOut: [
        [3, 'row.too-few-fields'],
        [4, 'row.too-many-fields'],
      ],
    },
  ),
  'another-delimiter-in-one-row.csv': messy(
    lines(['id,date,amount', '1,2024-01-31,10', '2;2024-01-31;20', '3,2024-02-01,30', '4,2024-02-02,40']),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['id', 'date', 'amount'],
      rows: [
        ['1', '2024-01-31', '10'],
        ['3', '2024-02-01', '30'],
        ['4', '2024-02-02', '40'],
      ],
      leftOut: [[3, 'row.too-few-fields']],
    },
  ),
  'cut-off-in-last-row.txt': messy('id|date|amount\r\n1|2024-01-31|10\r\n2|2024-02-01|20\r\n3|2024-02', {
    dialect: { delimiter: '|', hasHeader: true },
    header: ['id', 'date', 'amount'],
    rows: [
      ['1', '2024-01-31', '10'],
      ['2', '2024-02-01', '20'],
    ],
    leftOut: [[4, 'row.cut-off']],
  }),
  'bars-too-many-gb18030.txt': messy(lines(['客户号|姓名|余额', '1|王芳|5.00', '2|李|娜|6.00', '3|张伟|7.00', '4|赵敏|8.00'], '\r\n'), {
    dialect: { encoding: 'gb18030', delimiter: '|', hasHeader: true },
    header: ['客户号', '姓名', '余额'],
    rows: [
      ['1', '王芳', '5.00'],
      ['3', '张伟', '7.00'],
      ['4', '赵敏', '8.00'],
    ],
    leftOut: [[3, 'row.too-many-fields']],
  }),
};
