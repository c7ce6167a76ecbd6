import { loaded, ruleFile, type RuleFile, type RuleFiles } from './rule-file';

/** Money in 100.00, out 20.50, in 7.25: said by a flag. */
function flagged(about: string, into: string, out: string): RuleFile {
  return ruleFile(
    ['客户号,交易日期,借贷标志,金额', `0001,2024-01-31,${into},100.00`, `0001,2024-02-01,${out},20.50`, `0002,2024-02-02,${into},7.25`],
    {
      about,
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0001', '100.00'], ['0001', '-20.50'], ['0002', '7.25']),
    },
  );
}

export const directionFiles: RuleFiles = {
  'direction-chinese.csv': flagged('贷 = in, 借 = out', '贷', '借'),
  'direction-letters.csv': flagged('C = in, D = out', 'C', 'D'),
  'direction-digits.csv': flagged('2 = in, 1 = out', '2', '1'),
  'direction-in-out.csv': flagged('入 = in, 出 = out', '入', '出'),
  'direction-codes-and-names.csv': flagged('a code and its name in one cell', '2-贷方', '1-借方'),
  'direction-received-paid.csv': flagged('收 = in, 付 = out', '收', '付'),
  'direction-unknown.csv': ruleFile(
    ['客户号,交易日期,借贷标志,金额', '0001,2024-01-31,贷,100.00', '0001,2024-02-01,借,20.50', '0002,2024-02-02,?,7.25', '0002,2024-02-03,Q,1.00'],
    {
      about: 'a direction that nobody knows: the amount is not known either, and is named',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0001', '100.00'], ['0001', '-20.50'], ['0002', null], ['0002', null]),
      notes: [
        ['direction.unknown-values', { file: 'direction-unknown.csv', column: '借贷标志', values: 'Q' }],
        ['direction.unknown', { rows: 2 }],
      ],
    },
  ),
  'direction-signed.csv': ruleFile(
    ['客户号,交易日期,金额', '0001,2024-01-31,100.00', '0001,2024-02-01,-20.50', '0002,2024-02-02,7.25'],
    {
      about: 'amounts with a sign of their own',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0001', '100.00'], ['0001', '-20.50'], ['0002', '7.25']),
    },
  ),
  'direction-signed-and-flagged.csv': ruleFile(
    ['客户号,交易日期,借贷标志,金额', '0001,2024-01-31,C,100.00', '0001,2024-02-01,D,-20.50', '0002,2024-02-02,D,-7.25'],
    {
      about: 'a flag that only repeats the sign',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0001', '100.00'], ['0001', '-20.50'], ['0002', '-7.25']),
    },
  ),
  'direction-two-columns.csv': ruleFile(
    ['客户号,交易日期,借方发生额,贷方发生额', '0001,2024-01-31,,100.00', '0001,2024-02-01,20.50,', '0002,2024-02-02,--,7.25', '0002,2024-02-03,0.00,5.00', '0002,2024-02-04,,'],
    {
      about: 'in and out in columns of their own; empty, zero or dashes where nothing moved',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0001', '100.00'], ['0001', '-20.50'], ['0002', '7.25'], ['0002', '5.00'], ['0002', null]),
    },
  ),
  'direction-none.csv': ruleFile(['客户号,交易日期,消费金额', '0001,2024-01-31,100.00', '0002,2024-02-01,20.50'], {
    about: 'amounts without any direction are activity',
    table: 'transaction',
    columns: ['customer_id', 'amount'],
    rows: loaded(['0001', '100.00'], ['0002', '20.50']),
    notes: [['direction.all-inflow', { rows: 2 }]],
  }),
  'direction-of-the-company.csv': ruleFile(
    [
      '账号,客户号,交易日期,借贷标志,金额,余额',
      '01,0001,2024-01-02,借,100.00,100.00',
      '01,0001,2024-01-03,借,50.00,150.00',
      '01,0001,2024-01-04,贷,30.00,120.00',
      '01,0001,2024-01-05,借,10.00,130.00',
      '01,0001,2024-01-08,贷,20.00,110.00',
      '01,0001,2024-01-09,贷,10.00,100.00',
      '01,0001,2024-01-10,借,7.00,107.00',
    ],
    {
      about: 'a company writes 借 for money in, as in its own books: the balances contradict, and the report says so',
      table: 'transaction',
      columns: ['txn_date', 'amount'],
      rows: loaded(
        ['2024-01-02', '100.00'],
        ['2024-01-03', '50.00'],
        ['2024-01-04', '-30.00'],
        ['2024-01-05', '10.00'],
        ['2024-01-08', '-20.00'],
        ['2024-01-09', '-10.00'],
        ['2024-01-10', '7.00'],
      ),
      answers: { values: { dc_flag: { 借: 'credit', 贷: 'debit' } } },
    },
  ),
  'direction-against-balances.csv': ruleFile(
    [
      '账号,客户号,交易日期,借贷标志,金额,余额',
      '01,0001,2024-01-02,借,100.00,100.00',
      '01,0001,2024-01-03,借,50.00,150.00',
      '01,0001,2024-01-04,贷,30.00,120.00',
      '01,0001,2024-01-05,借,10.00,130.00',
      '01,0001,2024-01-08,贷,20.00,110.00',
      '01,0001,2024-01-09,贷,10.00,100.00',
      '01,0001,2024-02-10,借,7.00,107.00',
    ],
    {
      about: 'the same before anybody has said so: read as the bank writes it, and doubted',
      table: 'transaction',
      columns: ['txn_date', 'amount'],
      rows: loaded(
        ['2024-01-02', '-100.00'],
        ['2024-01-03', '-50.00'],
        ['2024-01-04', '30.00'],
        ['2024-01-05', '-10.00'],
        ['2024-01-08', '20.00'],
        ['2024-01-09', '10.00'],
        ['2024-02-10', '-7.00'],
      ),
      notes: [['direction.against-balances', { rows: 6, of: 6 }]],
      quality: [['direction.against-balances', 'transaction.dc_flag', 6]],
    },
  ),
  'direction-in-two-ways.csv': ruleFile(
    ['客户号,交易日期,借贷标志,金额', '0001,2024-01-30,贷,100.00', '0001,2024-01-31,借,20.50'],
    {
      about: 'files that say the direction in different ways: each is read by its own',
      with: ['direction-in-two-ways-signed.csv', 'direction-in-two-ways-columns.csv'],
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0001', '100.00'], ['0001', '-20.50']),
    },
  ),
  'direction-in-two-ways-signed.csv': ruleFile(
    ['客户号,交易日期,金额', '0002,2024-02-01,-7.25', '0002,2024-02-02,5.00'],
    {
      about: 'by a sign',
      partOf: 'direction-in-two-ways.csv',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0002', '-7.25'], ['0002', '5.00']),
    },
  ),
  'direction-in-two-ways-columns.csv': ruleFile(
    ['客户号,交易日期,支出金额,收入金额', '0003,2024-03-01,1.00,', '0003,2024-03-02,,2.00'],
    {
      about: 'by two columns',
      partOf: 'direction-in-two-ways.csv',
      table: 'transaction',
      columns: ['customer_id', 'amount'],
      rows: loaded(['0003', '-1.00'], ['0003', '2.00']),
    },
  ),
  'reversal-flag.csv': ruleFile(
    ['流水号,客户号,交易日期,金额,冲正标志', 'T1,0001,2024-01-31,100.00,否', 'T2,0001,2024-02-01,-20.50,否', 'T3,0001,2024-02-01,20.50,是'],
    {
      about: 'a booking that takes back another is kept and marked',
      table: 'transaction',
      columns: ['txn_id', 'amount', 'reversal_flag'],
      rows: loaded(['T1', '100.00', false], ['T2', '-20.50', false], ['T3', '20.50', true]),
    },
  ),
  'reversal-red-ink.csv': ruleFile(
    ['流水号,客户号,交易日期,借贷标志,金额,红蓝字', 'T1,0001,2024-01-31,贷,100.00,蓝', 'T2,0001,2024-02-01,借,20.50,蓝字', 'T3,0001,2024-02-01,借,-20.50,红字', 'T4,0001,2024-02-02,贷,-7.00,红'],
    {
      about: 'red ink: a negative amount takes back a booking of its direction',
      table: 'transaction',
      columns: ['txn_id', 'amount', 'reversal_flag'],
      rows: loaded(['T1', '100.00', false], ['T2', '-20.50', false], ['T3', '20.50', true], ['T4', '-7.00', true]),
    },
  ),
};
