import { loaded, ruleFile, type RuleFile, type RuleFiles } from './rule-file';

/** Customers whose numbers are written in a way of their own. */
function customers(about: string, written: readonly string[], meant: readonly string[]): RuleFile {
  return ruleFile(['客户号,客户名称', ...written.map((id, index) => `${id},${names[index] ?? ''}`)], {
    about,
    table: 'customer',
    columns: ['customer_id', 'name'],
    rows: loaded(...meant.map((id, index) => [id, names[index] ?? null])),
  });
}

const names = ['张三', '李四', '王五'];

export const idFiles: RuleFiles = {
  'ids-leading-zeros.csv': customers('leading zeros are kept', ['0012', '0013', '0100'], ['0012', '0013', '0100']),
  'ids-apostrophe.csv': customers("an apostrophe before the number: '0012", ["'0012", "'0013", "'0100"], ['0012', '0013', '0100']),
  'ids-formula.csv': customers('a formula around the number: ="0012"', ['="0012"', '"=""0013"""', '="0100"'], ['0012', '0013', '0100']),
  'ids-trailing-tab.csv': customers('a tab behind the number', ['0012\t', '"0013\t"', '0100\t'], ['0012', '0013', '0100']),
  'ids-blanks.csv': customers('blanks around the number, half and full width', [' 0012', '0013 ', '　0100　'], ['0012', '0013', '0100']),
  'ids-19-digits.csv': customers(
    'numbers of 19 digits are not rounded',
    ['6222021234567890123', '6222021234567890124', '6222021234567890125'],
    ['6222021234567890123', '6222021234567890124', '6222021234567890125'],
  ),
  'ids-like-numbers.csv': customers('numbers that only look like other things', ['1E5', '0x1F', '12.0'], ['1E5', '0x1F', '12.0']),
  'ids-hashed.csv': ruleFile(
    ['客户号,交易日期,金额', 'e3b0c44298fc1c14,2024-01-31,100.00', '9f86d081884c7d65,2024-02-01,20.50', 'e3b0c44298fc1c14,2024-02-02,7.25'],
    {
      about: 'hashed numbers join like any other',
      with: ['ids-hashed-customers.csv'],
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['e3b0c44298fc1c14', '100.00'], ['9f86d081884c7d65', '20.50'], ['e3b0c44298fc1c14', '7.25']),
      sql: [
        'SELECT customer_name, SUM(amount) FROM transactions GROUP BY 1 ORDER BY 1',
        [
          ['张三', 107.25],
          ['李四', 20.5],
        ],
      ],
    },
  ),
  'ids-hashed-customers.csv': ruleFile(['客户号,客户名称', 'e3b0c44298fc1c14,张三', '9f86d081884c7d65,李四'], {
    about: 'their customers',
    partOf: 'ids-hashed.csv',
    table: 'customer',
    columns: ['customer_id', 'name'],
    rows: loaded(['e3b0c44298fc1c14', '张三'], ['9f86d081884c7d65', '李四']),
  }),
  'ids-masked.csv': ruleFile(
    ['账号,客户号,余额', '6222****1234,0001,100.00', '6222****1234,0002,20.50', '6222****9876,0003,7.25'],
    {
      about: 'masked numbers are not unique: two accounts with the same signs are two accounts, and nothing is joined by them',
      with: ['ids-masked-transactions.csv'],
      table: 'account',
      columns: ['account_id', 'customer_id', 'balance'],
      rows: loaded(
        ['6222****1234', '0001', '100.00'],
        ['6222****1234', '0002', '20.50'],
        ['6222****9876', '0003', '7.25'],
      ),
      notes: [
        ['ids.masked', { table: 'account', field: 'account_id', rows: 3 }],
        ['ids.masked', { table: 'transaction', field: 'account_id', rows: 2 }],
        ['balance.snapshot-month', { accounts: 3, month: '2024-01' }],
      ],
      quality: [
        ['id.masked', 'account.account_id', 3],
        ['id.masked', 'transaction.account_id', 2],
        ['column.thin', 'transaction.customer_id', 1],
      ],
      sql: ['SELECT customer_id, amount FROM transactions ORDER BY amount', [['0001', 5], [null, 12]]],
    },
  ),
  'ids-masked-transactions.csv': ruleFile(
    ['账号,客户号,交易日期,金额', '6222****1234,,2024-01-31,12.00', '6222****9876,0001,2024-01-31,5.00'],
    {
      about: 'payments of masked accounts',
      partOf: 'ids-masked.csv',
      table: 'transaction',
      columns: ['account_id', 'amount'],
      rows: loaded(['6222****1234', '12.00'], ['6222****9876', '5.00']),
    },
  ),
  'ids-damaged.csv': ruleFile(
    ['账号,客户号,余额', '6.22202E+18,0001,100.00', '6.22202E+18,0002,20.50', '6222021234567890123,0003,7.25'],
    {
      about: 'R-04: numbers that Excel wrote as 6.22E+18 cannot be restored: they are named and kept apart, never joined',
      table: 'account',
      columns: ['account_id', 'customer_id', 'balance'],
      rows: loaded(['6.22202E+18', '0001', '100.00'], ['6.22202E+18', '0002', '20.50'], ['6222021234567890123', '0003', '7.25']),
      cells: [['账号', 'cell.damaged-id', 2]],
      notes: [['ids.damaged', { table: 'account', field: 'account_id', rows: 2 }]],
      quality: [['id.damaged', 'account.account_id', 2]],
    },
  ),
  'ids-missing.csv': ruleFile(['客户号,客户名称', '0001,张三', ',李四', 'NULL,王五'], {
    about: 'rows without the number that they are kept under',
    table: 'customer',
    columns: ['customer_id', 'name'],
    rows: [
      [2, 'loaded', ['0001', '张三']],
      [3, 'rejected', 'cell.missing', '客户号'],
      [4, 'rejected', 'cell.missing', '客户号'],
    ],
  }),
  'names-wide-blanks.csv': ruleFile(['客户号,客户名称', '0001,张　三', '0002,　李四　', '0003,王 五', '0004,欧阳　娜娜', '0005,Ann Lee'], {
    about: 'names that are stretched with blanks of full width',
    table: 'customer',
    columns: ['customer_id', 'name'],
    rows: loaded(['0001', '张三'], ['0002', '李四'], ['0003', '王五'], ['0004', '欧阳娜娜'], ['0005', 'Ann Lee']),
  }),
  'secrets.csv': ruleFile(
    ['客户号,客户名称,登录密码,CVV2,短信验证码,指纹特征', '0001,张三,abc123,123,998877,F0A1', '0002,李四,secret,456,112233,F0A2'],
    {
      about: 'passwords, card codes, codes of messages and fingerprints are never imported, and the report names them',
      table: 'customer',
      columns: ['customer_id', 'name'],
      rows: loaded(['0001', '张三'], ['0002', '李四']),
      refused: ['登录密码', 'CVV2', '短信验证码', '指纹特征'],
    },
  ),
  'secrets-english.csv': ruleFile(
    ['customer_id,name,Password,pin_code,card_cvc,security_code,otp', '0001,Ann,abc123,1234,123,321,998877', '0002,Bob,secret,5678,456,654,112233'],
    {
      about: 'the same under English names',
      table: 'customer',
      columns: ['customer_id', 'name'],
      rows: loaded(['0001', 'Ann'], ['0002', 'Bob']),
      refused: ['Password', 'pin_code', 'card_cvc', 'security_code', 'otp'],
    },
  ),
};
