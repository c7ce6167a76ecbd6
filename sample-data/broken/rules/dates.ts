import { loaded, ruleFile, type MeantCell, type RuleFile, type RuleFiles } from './rule-file';

const days: readonly (readonly MeantCell[])[] = [
  ['0001', '2024-01-31', '100.00'],
  ['0002', '2024-02-01', '20.50'],
  ['0001', '2024-02-29', '7.25'],
];

/** The same three payments with the day written in another way. */
function written(about: string, first: string, second: string, third: string): RuleFile {
  return ruleFile(
    ['客户号,交易日期,金额', `0001,${first},100.00`, `0002,${second},20.50`, `0001,${third},7.25`],
    { about, table: 'transaction', columns: ['customer_id', 'txn_date', 'amount'], rows: loaded(...days) },
  );
}

export const dateFiles: RuleFiles = {
  'dates-compact.csv': written('days as 20240131', '20240131', '20240201', '20240229'),
  'dates-iso.csv': written('days as 2024-01-31', '2024-01-31', '2024-02-01', '2024-02-29'),
  'dates-slashes.csv': written('days as 2024/1/31, without leading zeros', '2024/1/31', '2024/2/1', '2024/02/29'),
  'dates-points.csv': written('days as 2024.01.31', '2024.01.31', '2024.02.01', '2024.2.29'),
  'dates-chinese.csv': written('days as 2024年1月31日', '2024年1月31日', '2024年02月01日', '2024年2月29号'),
  'dates-month-names.csv': written('days as 31-JAN-24', '31-JAN-24', '01-Feb-24', '29-FEB-2024'),
  'dates-month-names-blanks.csv': written('days as 31 Jan 2024', '31 Jan 2024', '1 Feb 2024', '29 February 2024'),
  'dates-yymmdd.csv': written('days as 240131', '240131', '240201', '240229'),
  'dates-with-time.csv': written(
    'days with a time behind them, in some rows only',
    '2024-01-31 09:30:05',
    '2024-02-01',
    '2024-02-29T23:59',
  ),
  'dates-compact-with-time.csv': written('days as 20240131093005', '20240131093005', '20240201000000', '20240229'),
  'dates-mixed.csv': written('one column with several spellings of year, month, day', '2024-01-31', '2024/2/1', '20240229'),
  'dates-excel-serial.csv': ruleFile(['客户号,交易日期,金额', '0001,45322,100.00', '0002,45323,20.50', '0001,45351.5,7.25'], {
    about: 'days as serial numbers of Excel, counted from 1900',
    table: 'transaction',
    columns: ['customer_id', 'txn_date', 'amount'],
    rows: loaded(...days),
    notes: [['date.serial', { file: 'dates-excel-serial.csv', column: '交易日期', system: '1900' }]],
  }),
  'dates-excel-serial-1904.csv': ruleFile(
    ['客户号,交易日期,金额', '0001,43860,100.00', '0002,43861,20.50', '0001,43889,7.25'],
    {
      about: 'days as serial numbers of Excel, counted from 1904: only a person knows',
      table: 'transaction',
      columns: ['customer_id', 'txn_date', 'amount'],
      rows: loaded(...days),
      answers: { dates: 'excel-1904' },
      notes: [['date.serial', { file: 'dates-excel-serial-1904.csv', column: '交易日期', system: '1904' }]],
    },
  ),
  'dates-none.csv': ruleFile(
    ['账号,客户号,开户日期,销户日期', '01,0001,20200102,99991231', '02,0001,20200103,00000000', '03,0002,20200104,19000101', '04,0002,20200105,'],
    {
      about: 'days that mean none: 99991231, 00000000, 19000101, nothing',
      table: 'account',
      columns: ['account_id', 'open_date', 'close_date'],
      rows: loaded(['01', '2020-01-02', null], ['02', '2020-01-03', null], ['03', '2020-01-04', null], ['04', '2020-01-05', null]),
    },
  ),
  'dates-none-spelled.csv': ruleFile(
    ['账号,客户号,开户日期,到期日', '01,0001,2020-01-02,9999-12-31', '02,0001,2020-01-03,0000-00-00', '03,0002,2020-01-04,1900-01-01', '04,0002,2020-01-05,2025-01-05'],
    {
      about: 'the same with separators',
      table: 'account',
      columns: ['account_id', 'open_date', 'maturity_date'],
      rows: loaded(['01', '2020-01-02', null], ['02', '2020-01-03', null], ['03', '2020-01-04', null], ['04', '2020-01-05', '2025-01-05']),
    },
  ),
  'dates-day-or-month.csv': ruleFile(
    ['customer_id,txn_date,amount', '0001,03/04/2024,100.00', '0002,05/06/2024,20.50', '0003,11/12/2024,7.25'],
    {
      about: 'R-03: day and month cannot be told apart; the person says that the day comes first',
      table: 'transaction',
      columns: ['customer_id', 'txn_date', 'amount'],
      rows: loaded(['0001', '2024-04-03', '100.00'], ['0002', '2024-06-05', '20.50'], ['0003', '2024-12-11', '7.25']),
      questions: [['date-format', 'txn_date']],
      answers: { dates: 'dd/mm/yyyy' },
    },
  ),
  'dates-day-first.csv': ruleFile(
    ['customer_id,txn_date,amount', '0001,03/04/2024,100.00', '0002,25/06/2024,20.50', '0003,11/12/2024,7.25'],
    {
      about: 'one value tells that the day comes first',
      table: 'transaction',
      columns: ['customer_id', 'txn_date', 'amount'],
      rows: loaded(['0001', '2024-04-03', '100.00'], ['0002', '2024-06-25', '20.50'], ['0003', '2024-12-11', '7.25']),
    },
  ),
  'dates-impossible.csv': ruleFile(
    ['客户号,交易日期,金额', '0001,2024-02-30,100.00', '0002,2024-02-01,20.50', '0003,2024-13-02,7.25', '0004,n.a.,1.00', '0005,,2.00', ...['06', '07', '08', '09', '10', '11', '12', '13'].map((n) => `00${n},2024-02-${n},5.00`)],
    {
      about: 'R-02: days that do not exist and texts that are none, in a column that every row needs',
      table: 'transaction',
      columns: ['customer_id', 'txn_date', 'amount'],
      rows: [
        [2, 'rejected', 'cell.not-a-date', '交易日期'],
        [3, 'loaded', ['0002', '2024-02-01', '20.50']],
        [4, 'rejected', 'cell.not-a-date', '交易日期'],
        [5, 'rejected', 'cell.not-a-date', '交易日期'],
        [6, 'rejected', 'cell.missing', '交易日期'],
        ...['06', '07', '08', '09', '10', '11', '12', '13'].map(
          (n, index) => [7 + index, 'loaded', [`00${n}`, `2024-02-${n}`, '5.00']] as const,
        ),
      ],
    },
  ),
  'dates-impossible-optional.csv': ruleFile(
    ['账号,客户号,开户日期', '01,0001,2020-01-02', '02,0001,2020-02-30', '03,0002,2020-01-04', '04,0002,2020-01-05', '05,0003,2020-01-06'],
    {
      about: 'a day that does not exist, in a column that a row can do without',
      table: 'account',
      columns: ['account_id', 'open_date'],
      rows: loaded(['01', '2020-01-02'], ['02', null], ['03', '2020-01-04'], ['04', '2020-01-05'], ['05', '2020-01-06']),
      cells: [['开户日期', 'cell.not-a-date', 1]],
    },
  ),
  'times-lost-zero.csv': ruleFile(
    ['客户号,交易日期,交易时间,金额', '0001,20240131,93005,100.00', '0002,20240131,153000,20.50', '0003,20240131,930,7.25', '0004,20240131,5,1.00', '0005,20240131,0,2.00'],
    {
      about: 'times as HHMMSS whose leading zeros were lost',
      table: 'transaction',
      columns: ['customer_id', 'txn_time', 'amount'],
      rows: loaded(
        ['0001', '09:30:05', '100.00'],
        ['0002', '15:30:00', '20.50'],
        ['0003', '00:09:30', '7.25'],
        ['0004', '00:00:05', '1.00'],
        ['0005', '00:00:00', '2.00'],
      ),
    },
  ),
  'times-to-the-minute.csv': ruleFile(
    ['客户号,交易日期,交易时间,金额', '0001,20240131,0930,100.00', '0002,20240131,1530,20.50', '0003,20240131,9:05,7.25', '0004,20240131,25:00,1.00'],
    {
      about: 'times as HHMM and H:MM; one that does not exist becomes empty and is counted',
      table: 'transaction',
      columns: ['customer_id', 'txn_time', 'amount'],
      rows: loaded(
        ['0001', '09:30:00', '100.00'],
        ['0002', '15:30:00', '20.50'],
        ['0003', '09:05:00', '7.25'],
        ['0004', null, '1.00'],
      ),
      cells: [['交易时间', 'cell.not-a-time', 1]],
    },
  ),
  'months.csv': ruleFile(
    ['账号,月份,月末余额', '01,202401,100.00', '01,2024-02,110.00', '01,2024年3月,120.00', '01,2024/4,130.00', '01,2024-13,140.00'],
    {
      about: 'months as 202401, 2024-02, 2024年3月, 2024/4',
      with: ['months-accounts.csv'],
      table: 'balance',
      columns: ['account_id', 'month', 'balance'],
      rows: [
        [2, 'loaded', ['01', '2024-01', '100.00']],
        [3, 'loaded', ['01', '2024-02', '110.00']],
        [4, 'loaded', ['01', '2024-03', '120.00']],
        [5, 'loaded', ['01', '2024-04', '130.00']],
        [6, 'rejected', 'cell.not-a-date', '月份'],
      ],
    },
  ),
  'months-accounts.csv': ruleFile(['账号,客户号', '01,0001'], {
    about: 'whose account it is',
    partOf: 'months.csv',
    table: 'account',
    columns: ['account_id', 'customer_id'],
    rows: loaded(['01', '0001']),
  }),
};
