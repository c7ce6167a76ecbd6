import { loaded, ruleFile, type RuleFiles } from './rule-file';

const rates = ['日期,币种,汇率', '2024-01-01,USD,7.10', '2024-02-01,USD,7.20', '2024-01-01,CNY,1'];

export const currencyFiles: RuleFiles = {
  'currencies-without-rates.csv': ruleFile(
    ['客户号,交易日期,币种,金额', '0001,2024-01-30,人民币,100.00', '0001,2024-01-31,RMB,-20.50', '0002,2024-01-31,USD,7.25', '0002,2024-01-31,港币,1.00'],
    {
      about: 'several currencies without rates are never added up: the base is shown, the others are named',
      table: 'transaction',
      columns: ['customer_id', 'currency', 'amount', 'amount_original'],
      rows: loaded(
        ['0001', 'CNY', '100.00', '100.00'],
        ['0001', 'CNY', '-20.50', '-20.50'],
        ['0002', 'USD', null, '7.25'],
        ['0002', 'HKD', null, '1.00'],
      ),
      notes: [['currency.several', { table: 'transaction', base: 'CNY', others: 'USD HKD', rows: 2 }]],
      quality: [['currency.several', 'transaction.currency', 2]],
    },
  ),
  'currencies-with-rates.csv': ruleFile(
    ['客户号,交易日期,币种,金额', '0001,2024-01-30,CNY,100.00', '0001,2024-01-31,CNY,-20.50', '0002,2024-01-31,USD,10.00', '0002,2024-02-29,USD,-1.00', '0002,2023-12-31,USD,5.00', '0003,2024-02-01,JPY,500'],
    {
      about: 'with rates amounts are converted by the last rate up to their day; what has none is named and left out',
      with: ['汇率.csv'],
      table: 'transaction',
      columns: ['customer_id', 'currency', 'amount', 'amount_original'],
      rows: loaded(
        ['0001', 'CNY', '100.00', '100.00'],
        ['0001', 'CNY', '-20.50', '-20.50'],
        ['0002', 'USD', '71.00', '10.00'],
        ['0002', 'USD', '-7.20', '-1.00'],
        ['0002', 'USD', null, '5.00'],
        ['0003', 'JPY', null, '500.00'],
      ),
      notes: [
        ['currency.converted', { table: 'transaction', base: 'CNY', others: 'USD', rows: 2 }],
        ['currency.several', { table: 'transaction', base: 'CNY', others: 'USD JPY', rows: 2 }],
      ],
    },
  ),
  '汇率.csv': ruleFile(rates, {
    about: 'units of the base for one of the currency',
    partOf: 'currencies-with-rates.csv',
    table: 'exchange_rate',
    columns: ['date', 'currency', 'rate'],
    rows: loaded(['2024-01-01', 'USD', 7.1], ['2024-02-01', 'USD', 7.2], ['2024-01-01', 'CNY', 1]),
  }),
  'currencies-mostly-foreign.csv': ruleFile(['账号,客户号,币种,余额', '01,0001,USD,10.00', '02,0002,USD,1.00', '03,0003,CNY,100.00'], {
    about: 'the base is the currency that the rates are given in, however few rows have it',
    with: ['exchange_rates.csv'],
    table: 'account',
    columns: ['account_id', 'currency', 'balance', 'balance_original'],
    rows: loaded(['01', 'USD', '72.00', '10.00'], ['02', 'USD', '7.20', '1.00'], ['03', 'CNY', '100.00', '100.00']),
    notes: [['currency.converted', { table: 'account', base: 'CNY', others: 'USD', rows: 2 }]],
  }),
  'exchange_rates.csv': ruleFile(rates, {
    about: 'a state of no day is converted by the newest rate',
    partOf: 'currencies-mostly-foreign.csv',
    table: 'exchange_rate',
    columns: ['date', 'currency', 'rate'],
    rows: loaded(['2024-01-01', 'USD', 7.1], ['2024-02-01', 'USD', 7.2], ['2024-01-01', 'CNY', 1]),
  }),
  'currencies-of-accounts.csv': ruleFile(['账号,客户号,币种,余额', '01,0001,156,100.00', '02,0001,840,10.00'], {
    about: 'bookings have the currency of their account; numbers of ISO 4217 are known',
    with: ['currencies-of-accounts-transactions.csv'],
    table: 'account',
    columns: ['account_id', 'currency', 'balance', 'balance_original'],
    rows: loaded(['01', 'CNY', '100.00', '100.00'], ['02', 'USD', null, '10.00']),
    notes: [
      ['currency.several', { table: 'account', base: 'CNY', others: 'USD', rows: 1 }],
      ['currency.several', { table: 'transaction', base: 'CNY', others: 'USD', rows: 1 }],
      ['balance.snapshot-month', { accounts: 1, month: '2024-01' }],
    ],
  }),
  'currencies-of-accounts-transactions.csv': ruleFile(['账号,交易日期,金额', '01,2024-01-30,-5.00', '02,2024-01-31,-1.00'], {
    about: 'their bookings',
    partOf: 'currencies-of-accounts.csv',
    table: 'transaction',
    columns: ['account_id', 'amount', 'amount_original'],
    rows: loaded(['01', '-5.00', '-5.00'], ['02', null, '-1.00']),
  }),
  'currency-one.csv': ruleFile(['客户号,交易日期,币种,金额', '0001,2024-01-30,CNY,100.00', '0001,2024-01-31,cny,-20.50', '0002,2024-01-31,,7.25'], {
    about: 'one currency in several spellings, and rows that do not say it',
    table: 'transaction',
    columns: ['customer_id', 'currency', 'amount'],
    rows: loaded(['0001', 'CNY', '100.00'], ['0001', 'CNY', '-20.50'], ['0002', null, '7.25']),
  }),
};
