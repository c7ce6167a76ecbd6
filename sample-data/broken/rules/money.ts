import { loaded, ruleFile, type RuleFile, type RuleFiles } from './rule-file';

/** Three balances under a header; each is written as its unit wants it. */
function inUnit(about: string, header: string, cells: readonly string[], balances: readonly string[]): RuleFile {
  return ruleFile([`账号,客户号,${header}`, ...cells.map((cell, index) => `0${index + 1},000${index + 1},${cell}`)], {
    about,
    table: 'account',
    columns: ['account_id', 'balance'],
    rows: loaded(...balances.map((balance, index) => [`0${index + 1}`, balance])),
  });
}

/** Amounts of customers on one day, each in its own spelling. */
function amounts(about: string, cells: readonly string[], meant: readonly string[]): RuleFile {
  return ruleFile(
    ['客户号;交易日期;金额', ...cells.map((cell, index) => `000${index + 1};2024-01-31;${cell}`)],
    {
      about,
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(...meant.map((amount, index) => [`000${index + 1}`, amount])),
    },
  );
}

export const moneyFiles: RuleFiles = {
  'money-yuan-in-header.csv': inUnit('a unit in the header: 元', '余额(元)', ['12.50', '3', '0'], ['12.50', '3.00', '0.00']),
  'money-fen-in-header.csv': inUnit('a unit in the header: 分', '余额（分）', ['1250', '300', '1'], ['12.50', '3.00', '0.01']),
  'money-thousand-in-header.csv': inUnit('a unit in the header: 千元', '余额(千元)', ['1.25', '3', '0.00001'], ['1250.00', '3000.00', '0.01']),
  'money-wan-in-header.csv': inUnit('a unit in the header: 万元', '余额(万元)', ['1.25', '3', '0.000001'], ['12500.00', '30000.00', '0.01']),
  'money-million-in-header.csv': inUnit('a unit in the header: 百万', '余额[百万]', ['1.25', '3', '0.5'], ['1250000.00', '3000000.00', '500000.00']),
  'money-yi-in-header.csv': inUnit('a unit in the header: 亿元', '余额（单位：亿元）', ['1.25', '3', '0.0001'], ['125000000.00', '300000000.00', '10000.00']),
  'money-unit-without-brackets.csv': inUnit('a unit behind the name, without brackets', '余额万元', ['1.25', '3', '2'], ['12500.00', '30000.00', '20000.00']),
  'money-unit-behind-slash.csv': inUnit('a unit behind a slash', '余额/万元', ['1.25', '3', '2'], ['12500.00', '30000.00', '20000.00']),
  'money-unit-above-table.csv': ruleFile(
    ['某某银行存款余额表', '单位：万元', '账号,客户号,余额', '01,0001,1.25', '02,0002,3'],
    {
      about: 'a unit in the lines above the table counts for all amounts without one of their own',
      table: 'account',
      columns: ['account_id', 'balance'],
      rows: [
        [1, 'left out', 'row.before-table'],
        [2, 'left out', 'row.before-table'],
        [4, 'loaded', ['01', '12500.00']],
        [5, 'loaded', ['02', '30000.00']],
      ],
    },
  ),
  'money-unit-in-cells.csv': amounts(
    'a unit behind the number in the cell',
    ['1.25万', '3亿', '5元', '2千', '1.5百万', '7'],
    ['12500.00', '300000000.00', '5.00', '2000.00', '1500000.00', '7.00'],
  ),
  'money-thousands.csv': amounts(
    'marks between thousands, half and full width',
    ['1,234.50', '1,234,567.89', '1，234.50', '12,345', '1 234.50'],
    ['1234.50', '1234567.89', '1234.50', '12345.00', '1234.50'],
  ),
  'money-signs.csv': amounts(
    'minus signs before, behind and around an amount',
    ['-1,234.50', '1,234.50-', '(1,234.50)', '−5', '（5.00）', '+3.00', '－7'],
    ['-1234.50', '-1234.50', '-1234.50', '-5.00', '-5.00', '3.00', '-7.00'],
  ),
  'money-currency-signs.csv': amounts(
    'currency signs before an amount',
    ['￥1,234.50', '¥ 5', '-￥5', '￥-5', 'CNY 7.10', 'RMB8'],
    ['1234.50', '5.00', '-5.00', '-5.00', '7.10', '8.00'],
  ),
  'money-full-width.csv': amounts(
    'digits and marks of full width',
    ['１２３４．５０', '１，２３４．５０', '－１２', '￥３'],
    ['1234.50', '1234.50', '-12.00', '3.00'],
  ),
  'money-dashes.csv': amounts('two dashes for zero', ['100.00', '--', '20.50'], ['100.00', '0.00', '20.50']),
  'money-decimal-comma.csv': amounts(
    'a comma before the decimals',
    ['1.234,50', '7,25', '1.234.567,89', '-5,00', '12'],
    ['1234.50', '7.25', '1234567.89', '-5.00', '12.00'],
  ),
  'money-exponents.csv': amounts('round amounts that a spreadsheet wrote with an exponent', ['1.5E+4', '2E3', '7.25'], ['15000.00', '2000.00', '7.25']),
  'money-finer.csv': amounts(
    'amounts finer than the currency: nothing is rounded',
    ['0.0125', '100.00', '-3.14159', '12.5'],
    ['0.0125', '100.00', '-3.14159', '12.50'],
  ),
  'money-finer-average.csv': ruleFile(
    ['账号,客户号,余额,月日均', '01,0001,100.00,98.712903', '02,0002,7.25,7.25'],
    {
      about: 'one column finer than the others',
      table: 'account',
      columns: ['account_id', 'balance', 'avg_balance_month'],
      rows: loaded(['01', '100.00', '98.712903'], ['02', '7.25', '7.25']),
    },
  ),
  'money-too-fine.csv': ruleFile(
    ['客户号,交易日期,金额', '0001,2024-01-31,100.00', '0002,2024-01-31,0.30000000000000004', '0003,2024-01-31,7'],
    {
      about: 'an amount that no minor unit can hold: kept aside, not rounded',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: [
        [2, 'loaded', ['0001', '100.00']],
        [3, 'rejected', 'cell.too-many-decimals', '金额'],
        [4, 'loaded', ['0003', '7.00']],
      ],
    },
  ),
  'money-unreadable.csv': ruleFile(
    ['客户号,交易日期,金额', '0001,2024-01-31,100.00', '0002,2024-01-31,abc', '0003,2024-01-31,', '0004,2024-01-31,1.2.3', '0005,2024-01-31,7'],
    {
      about: 'amounts that are none, in a column that every row needs',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: [
        [2, 'loaded', ['0001', '100.00']],
        [3, 'rejected', 'cell.not-a-number', '金额'],
        [4, 'rejected', 'cell.missing', '金额'],
        [5, 'rejected', 'cell.not-a-number', '金额'],
        [6, 'loaded', ['0005', '7.00']],
      ],
    },
  ),
  'money-unreadable-optional.csv': ruleFile(
    ['账号,客户号,余额', '01,0001,100.00', '02,0002,见附件', '03,0003,N/A', '04,0004,'],
    {
      about: 'amounts that are none, in a column that a row can do without',
      table: 'account',
      columns: ['account_id', 'balance'],
      rows: loaded(['01', '100.00'], ['02', null], ['03', null], ['04', null]),
      cells: [['余额', 'cell.not-a-number', 1]],
    },
  ),
};
