import { lines, messy, type MessyFile } from './messy-file';

const statementRows = [
  ['20240131', '1000.00', '', '5000.00', '工资'],
  ['20240201', '', '88.50', '4911.50', '超市'],
  ['20240203', '', '25.00', '4886.50', '打车'],
];
const statementHeader = ['交易日期', '收入', '支出', '余额', '摘要'];

export const layoutFiles: Readonly<Record<string, MessyFile>> = {
  'statement-padded-by-excel.csv': messy(
    lines(
      [
        '某某银行股份有限公司账户交易明细,,,,',
        '账号：,6222000011112222,户名：,王芳,',
        ',,,,',
        '交易日期,收入,支出,余额,摘要',
        '20240131,1000.00,,5000.00,工资',
        '20240201,,88.50,4911.50,超市',
        '20240203,,25.00,4886.50,打车',
        '合计,1000.00,113.50,,',
        '制表人：李娜,,,打印日期：2024-02-04,',
      ],
      '\r\n',
    ),
    {
      dialect: { encoding: 'gb18030', delimiter: ',', hasHeader: true },
      header: statementHeader,
      rows: statementRows,
      leftOut: [
        [1, 'row.before-table'],
        [2, 'row.before-table'],
        [8, 'row.after-table'],
        [9, 'row.after-table'],
      ],
    },
  ),
  'statement-in-pages.txt': messy(
    lines([
      '交易日期|收入|支出|余额|摘要',
      '20240131|1000.00||5000.00|工资',
      '20240201||88.50|4911.50|超市',
      '本页小计|1000.00|88.50||',
      '交易日期|收入|支出|余额|摘要',
      '20240203||25.00|4886.50|打车',
      '本页小计||25.00||',
      '合计|1000.00|113.50||',
    ]),
    {
      dialect: { delimiter: '|', hasHeader: true },
      header: statementHeader,
      rows: statementRows,
      leftOut: [
        [4, 'row.total'],
        [5, 'row.repeated-header'],
        [7, 'row.after-table'],
        [8, 'row.after-table'],
      ],
    },
  ),
  'report-with-footer.csv': messy(
    lines([
      'Customer balances',
      'Printed: 2024-02-04 08:15',
      '',
      'customer_id,name,balance',
      '0001,Ann Lee,100.00',
      '0002,Bob,250.50',
      '0003,Cid,7.25',
      '',
      'Total,,357.75',
      'End of report',
      '',
      '',
    ]),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['customer_id', 'name', 'balance'],
      rows: [
        ['0001', 'Ann Lee', '100.00'],
        ['0002', 'Bob', '250.50'],
        ['0003', 'Cid', '7.25'],
      ],
      leftOut: [
        [1, 'row.before-table'],
        [2, 'row.before-table'],
        [9, 'row.after-table'],
        [10, 'row.after-table'],
      ],
    },
  ),
  'title-with-commas.csv': messy(
    lines(['"Payments, January, all branches"', 'id,date,amount', '1,2024-01-31,5.00', '2,2024-01-30,6.00', '3,2024-01-29,7.00']),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['id', 'date', 'amount'],
      rows: [
        ['1', '2024-01-31', '5.00'],
        ['2', '2024-01-30', '6.00'],
        ['3', '2024-01-29', '7.00'],
      ],
      leftOut: [[1, 'row.before-table']],
    },
  ),
  'comments-first.txt': messy(
    lines(['# export of core system', '# rows: 3', 'id\tname\tamount', '1\tAnn\t5.00', '2\tBob\t6.00', '3\tCid\t7.00']),
    {
      dialect: { delimiter: '\t', hasHeader: true },
      header: ['id', 'name', 'amount'],
      rows: [
        ['1', 'Ann', '5.00'],
        ['2', 'Bob', '6.00'],
        ['3', 'Cid', '7.00'],
      ],
      leftOut: [
        [1, 'row.before-table'],
        [2, 'row.before-table'],
      ],
    },
  ),
  'two-row-header.csv': messy(
    lines([
      '客户号,姓名,本期,,上期,',
      ',,笔数,金额,笔数,金额',
      '0001,王芳,3,100.00,2,50.00',
      '0002,李娜,1,20.00,4,88.00',
      '0003,张伟,5,70.50,1,9.90',
    ]),
    {
      dialect: { delimiter: ',', hasHeader: true, headerRows: 2 },
      header: ['客户号', '姓名', '本期 笔数', '本期 金额', '上期 笔数', '上期 金额'],
      rows: [
        ['0001', '王芳', '3', '100.00', '2', '50.00'],
        ['0002', '李娜', '1', '20.00', '4', '88.00'],
        ['0003', '张伟', '5', '70.50', '1', '9.90'],
      ],
      leftOut: [],
    },
  ),
  'codes-and-names-header.csv': messy(
    lines(['CUST_NO,CUST_NAME,BAL', '客户号,客户名称,余额', '0001,王芳,100.00', '0002,李娜,20.00', '0003,张伟,70.50']),
    {
      dialect: { delimiter: ',', hasHeader: true, headerRows: 2 },
      header: ['客户号', '客户名称', '余额'],
      rows: [
        ['0001', '王芳', '100.00'],
        ['0002', '李娜', '20.00'],
        ['0003', '张伟', '70.50'],
      ],
      leftOut: [],
    },
  ),
  'years-as-header.csv': messy(
    lines(['branch,2022,2023,2024', 'North,100.5,110.0,120.9', 'South,90.0,95.5,99.1', 'West,15.0,17.5,20.0']),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['branch', '2022', '2023', '2024'],
      rows: [
        ['North', '100.5', '110.0', '120.9'],
        ['South', '90.0', '95.5', '99.1'],
        ['West', '15.0', '17.5', '20.0'],
      ],
      leftOut: [],
    },
  ),
  'ids-without-header.csv': messy(lines(['0001,A-17,2024-01-31', '0002,B-20,2024-02-01', '0003,A-17,2024-02-03']), {
    dialect: { delimiter: ',', hasHeader: false },
    header: ['column1', 'column2', 'column3'],
    rows: [
      ['0001', 'A-17', '2024-01-31'],
      ['0002', 'B-20', '2024-02-01'],
      ['0003', 'A-17', '2024-02-03'],
    ],
    leftOut: [],
  }),
  'all-words.csv': messy(lines(['city,branch', 'Leeds,North', 'York,East', 'Hull,West']), {
    dialect: { delimiter: ',', hasHeader: true },
    header: ['city', 'branch'],
    rows: [
      ['Leeds', 'North'],
      ['York', 'East'],
      ['Hull', 'West'],
    ],
    leftOut: [],
    doubts: ['dialect.header-unsure'],
  }),
  'second-table-below.csv': messy(
    lines([
      'customer_id,name,balance',
      '0001,Ann,100.00',
      '0002,Bob,250.50',
      '0003,Cid,7.25',
      '',
      'branch,manager,staff',
      'North,Eve,12',
      'South,Dan,9',
    ]),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['customer_id', 'name', 'balance'],
      rows: [
        ['0001', 'Ann', '100.00'],
        ['0002', 'Bob', '250.50'],
        ['0003', 'Cid', '7.25'],
      ],
      leftOut: [
        [6, 'row.after-table'],
        [7, 'row.after-table'],
        [8, 'row.after-table'],
      ],
      doubts: ['dialect.second-table'],
    },
  ),
  'narrower-table-below.csv': messy(
    lines([
      'customer_id,date,amount,note',
      '0001,2024-01-31,100.00,a',
      '0002,2024-02-01,250.50,b',
      '0003,2024-02-03,7.25,c',
      '0004,2024-02-03,9.25,d',
      '',
      'code,meaning',
      'a,salary',
      'b,shoes',
    ]),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['customer_id', 'date', 'amount', 'note'],
      rows: [
        ['0001', '2024-01-31', '100.00', 'a'],
        ['0002', '2024-02-01', '250.50', 'b'],
        ['0003', '2024-02-03', '7.25', 'c'],
        ['0004', '2024-02-03', '9.25', 'd'],
      ],
      leftOut: [
        [7, 'row.after-table'],
        [8, 'row.after-table'],
        [9, 'row.after-table'],
      ],
      doubts: ['dialect.second-table'],
    },
  ),
  'blank-lines-and-end-mark.csv': messy('id,name,amount\r\n1,Ann,5\r\n\r\n2,Bob,6\r\n3,Cid,7\r\n\r\n  \r\n,,\r\n\u001a', {
    dialect: { delimiter: ',', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann', '5'],
      ['2', 'Bob', '6'],
      ['3', 'Cid', '7'],
    ],
    leftOut: [],
  }),
  'sparse-last-rows.csv': messy(
    lines(['customer_id,date,amount,branch,note', '0001,2024-01-31,5.00,North,a', '0002,2024-02-01,6.00,,', '0003,2024-02-02,7.00,,', '0004,2024-02-03,8.00,,']),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['customer_id', 'date', 'amount', 'branch', 'note'],
      rows: [
        ['0001', '2024-01-31', '5.00', 'North', 'a'],
        ['0002', '2024-02-01', '6.00', '', ''],
        ['0003', '2024-02-02', '7.00', '', ''],
        ['0004', '2024-02-03', '8.00', '', ''],
      ],
      leftOut: [],
    },
  ),
  'company-named-total.csv': messy(
    lines(['id,company,amount', '1,Total,5.00', '2,Acme,6.00', '3,Total,7.00', '4,Other,8.00']),
    {
      dialect: { delimiter: ',', hasHeader: true },
      header: ['id', 'company', 'amount'],
      rows: [
        ['1', 'Total', '5.00'],
        ['2', 'Acme', '6.00'],
        ['3', 'Total', '7.00'],
        ['4', 'Other', '8.00'],
      ],
      leftOut: [],
    },
  ),
  'one-column-list.txt': messy(lines(['customer_id', '0001', '0002', '0003', '0004']), {
    dialect: { hasHeader: true },
    header: ['customer_id'],
    rows: [['0001'], ['0002'], ['0003'], ['0004']],
    leftOut: [],
  }),
};
